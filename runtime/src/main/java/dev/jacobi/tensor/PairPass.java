package dev.jacobi.tensor;

/** An operation on two operands that takes a pass of its own in a {@link FusedLoop}. Used by generated code. */
public interface PairPass {
    /** Sets the elements {@code from} to {@code to - 1} of {@code out} to the operation on those of the others. */
    void apply(float[] x, float[] y, float[] out, int from, int to);

    /** The same with a number. */
    void apply(float[] x, float y, float[] out, int from, int to);

    /** The same with a number. */
    void apply(float x, float[] y, float[] out, int from, int to);

    /** Sets the elements {@code from} to {@code to - 1} of {@code out} to the operation on those of the others. */
    void apply(double[] x, double[] y, double[] out, int from, int to);

    /** The same with a number. */
    void apply(double[] x, double y, double[] out, int from, int to);

    /** The same with a number. */
    void apply(double x, double[] y, double[] out, int from, int to);

    /** The pass of a method of {@link Tensor} with one argument. */
    static PairPass of(String method) {
        for (BinaryOp op : BinaryOp.values()) {
            if (op.methodName().equals(method)) {
                return new KernelPairPass(KernelProvider.KERNELS.binary(op));
            }
        }
        throw new IllegalArgumentException(method + " has no pass");
    }
}
