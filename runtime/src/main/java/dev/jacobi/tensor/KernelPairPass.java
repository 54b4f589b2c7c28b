package dev.jacobi.tensor;

import java.util.Arrays;

/** As {@link KernelPass}, of two operands. */
record KernelPairPass(BinaryKernel kernel) implements PairPass {
    @Override
    public void apply(float[] x, float[] y, float[] out, int from, int to) {
        if (to - from == out.length) {
            kernel.apply(x, y, out);
        } else {
            float[] part = new float[to - from];
            kernel.apply(Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to), part);
            System.arraycopy(part, 0, out, from, part.length);
        }
    }

    @Override
    public void apply(float[] x, float y, float[] out, int from, int to) {
        if (to - from == out.length) {
            kernel.apply(x, y, out);
        } else {
            float[] part = new float[to - from];
            kernel.apply(Arrays.copyOfRange(x, from, to), y, part);
            System.arraycopy(part, 0, out, from, part.length);
        }
    }

    @Override
    public void apply(float x, float[] y, float[] out, int from, int to) {
        if (to - from == out.length) {
            kernel.apply(x, y, out);
        } else {
            float[] part = new float[to - from];
            kernel.apply(x, Arrays.copyOfRange(y, from, to), part);
            System.arraycopy(part, 0, out, from, part.length);
        }
    }

    @Override
    public void apply(double[] x, double[] y, double[] out, int from, int to) {
        if (to - from == out.length) {
            kernel.apply(x, y, out);
        } else {
            double[] part = new double[to - from];
            kernel.apply(Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to), part);
            System.arraycopy(part, 0, out, from, part.length);
        }
    }

    @Override
    public void apply(double[] x, double y, double[] out, int from, int to) {
        if (to - from == out.length) {
            kernel.apply(x, y, out);
        } else {
            double[] part = new double[to - from];
            kernel.apply(Arrays.copyOfRange(x, from, to), y, part);
            System.arraycopy(part, 0, out, from, part.length);
        }
    }

    @Override
    public void apply(double x, double[] y, double[] out, int from, int to) {
        if (to - from == out.length) {
            kernel.apply(x, y, out);
        } else {
            double[] part = new double[to - from];
            kernel.apply(x, Arrays.copyOfRange(y, from, to), part);
            System.arraycopy(part, 0, out, from, part.length);
        }
    }
}
