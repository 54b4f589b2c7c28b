package dev.jacobi.tensor;

/** A record: where a static final holds it, the JIT takes its field for a constant, too. */
record KernelPass(UnaryKernel kernel) implements Pass {
    @Override
    public void apply(float[] x, float[] out, int from, int to) {
        if (to - from == out.length) {
            kernel.apply(x, out);
        } else {
            kernel.apply(x, out, from, to);
        }
    }

    @Override
    public void apply(double[] x, double[] out, int from, int to) {
        if (to - from == out.length) {
            kernel.apply(x, out);
        } else {
            kernel.apply(x, out, from, to);
        }
    }
}
