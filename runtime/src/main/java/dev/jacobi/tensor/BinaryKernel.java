package dev.jacobi.tensor;

/**
 * The loops of one elementwise operation on two operands, either of which may be a number. The arrays of a call have
 * equal lengths. As to why each operation has loops of its own, see {@link UnaryKernel}.
 */
interface BinaryKernel {
    void apply(float[] x, float[] y, float[] out);

    void apply(float[] x, float y, float[] out);

    void apply(float x, float[] y, float[] out);

    void apply(double[] x, double[] y, double[] out);

    void apply(double[] x, double y, double[] out);

    void apply(double x, double[] y, double[] out);
}
