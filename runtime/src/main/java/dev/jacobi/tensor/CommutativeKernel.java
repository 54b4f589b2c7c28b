package dev.jacobi.tensor;

/** An operation for which the order of the operands doesn't matter. */
abstract class CommutativeKernel implements BinaryKernel {
    @Override
    public final void apply(float x, float[] y, float[] out) {
        apply(y, x, out);
    }

    @Override
    public final void apply(double x, double[] y, double[] out) {
        apply(y, x, out);
    }
}
