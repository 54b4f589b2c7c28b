package dev.jacobi.tensor;

/**
 * A function that takes a pass of its own in a {@link FusedLoop}: the loops of a tensor's method, on a part of arrays.
 * Used by generated code.
 */
public interface Pass {
    /** Sets the elements {@code from} to {@code to - 1} of {@code out} to the function of those of {@code x}. */
    void apply(float[] x, float[] out, int from, int to);

    /** As for float. */
    void apply(double[] x, double[] out, int from, int to);

    /** The pass of a method of {@link Tensor} without arguments. */
    static Pass of(String method) {
        for (UnaryOp op : UnaryOp.values()) {
            if (op.name().replace("_", "").equalsIgnoreCase(method)) {
                return new KernelPass(KernelProvider.KERNELS.unary(op));
            }
        }
        throw new IllegalArgumentException(method + " has no pass");
    }
}
