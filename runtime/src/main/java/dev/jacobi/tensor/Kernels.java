package dev.jacobi.tensor;

/**
 * The loops that all tensor operations end in. Arrays are whole or given by a range, lengths have been checked, and the
 * array for results is no operand, unless an elementwise operation writes where it reads.
 */
interface Kernels {
    /** The loops of a function of one operand. */
    UnaryKernel unary(UnaryOp op);

    /** The loops of an operation on two operands. */
    BinaryKernel binary(BinaryOp op);

    /**
     * The sum of {@code x[from]} to {@code x[to - 1]}. Its error is that of some twenty roundings to float, however
     * long the range.
     */
    double sum(float[] x, int from, int to);

    /** The sum of {@code x[from]} to {@code x[to - 1]}. */
    double sum(double[] x, int from, int to);

    /** The largest of {@code x[from]} to {@code x[to - 1]}, which are at least one; NaN if any is. */
    float max(float[] x, int from, int to);

    /** The largest of {@code x[from]} to {@code x[to - 1]}, which are at least one; NaN if any is. */
    double max(double[] x, int from, int to);

    /** As {@code max}, the smallest. */
    float min(float[] x, int from, int to);

    /** As {@code max}, the smallest. */
    double min(double[] x, int from, int to);

    /**
     * C = A·B, all row-major: A is m×k and starts at {@code a[aFrom]}, B is k×n, C is m×n. In the place of a factor its
     * array may hold its transpose.
     */
    void mm(Transposed by, int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom);

    /**
     * C = A·B, all row-major: A is m×k and starts at {@code a[aFrom]}, B is k×n, C is m×n. In the place of a factor its
     * array may hold its transpose.
     */
    void mm(Transposed by, int m, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom);
}
