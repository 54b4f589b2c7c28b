package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * An operation on two operands that has one loop, over doubles: its float32 form is its float64 form, rounded, and a
 * number is spread over a block. For operations whose own arithmetic costs more than that; see {@link ThroughDouble}.
 */
abstract class PairThroughDouble implements BinaryKernel {
    private static final int BLOCK = 256;

    @Override
    public final void apply(float[] x, float[] y, float[] out) {
        double[] a = new double[Math.min(BLOCK, out.length)];
        double[] b = new double[a.length];
        for (int start = 0; start < out.length; start += BLOCK) {
            int length = Math.min(BLOCK, out.length - start);
            widen(x, start, length, a);
            widen(y, start, length, b);
            apply(a, b, a);
            narrow(a, out, start, length);
        }
    }

    @Override
    public final void apply(float[] x, float y, float[] out) {
        double[] a = new double[Math.min(BLOCK, out.length)];
        double[] b = spread(y, a.length);
        for (int start = 0; start < out.length; start += BLOCK) {
            int length = Math.min(BLOCK, out.length - start);
            widen(x, start, length, a);
            apply(a, b, a);
            narrow(a, out, start, length);
        }
    }

    @Override
    public final void apply(float x, float[] y, float[] out) {
        double[] b = new double[Math.min(BLOCK, out.length)];
        double[] a = spread(x, b.length);
        for (int start = 0; start < out.length; start += BLOCK) {
            int length = Math.min(BLOCK, out.length - start);
            widen(y, start, length, b);
            apply(a, b, b);
            narrow(b, out, start, length);
        }
    }

    @Override
    public final void apply(double[] x, double y, double[] out) {
        apply(x, spread(y, out.length), out);
    }

    @Override
    public final void apply(double x, double[] y, double[] out) {
        apply(spread(x, out.length), y, out);
    }

    private static double[] spread(double number, int length) {
        double[] block = new double[length];
        Arrays.fill(block, number);
        return block;
    }

    private static void widen(float[] x, int start, int length, double[] block) {
        for (int i = 0; i < length; i++) {
            block[i] = x[start + i];
        }
    }

    private static void narrow(double[] block, float[] out, int start, int length) {
        for (int i = 0; i < length; i++) {
            out[start + i] = (float) block[i];
        }
    }
}
