package dev.jacobi.tensor;

/**
 * The inner product of float64 vectors: eight running sums within a block of elements, which keep the adders busy, and
 * a sum of the blocks.
 */
final class DoubleDot {
    private static final int BLOCK = 128;

    private DoubleDot() {}

    static double of(double[] x, double[] y) {
        double sum = 0;
        for (int start = 0; start < x.length; start += BLOCK) {
            sum += block(x, y, start, Math.min(start + BLOCK, x.length));
        }
        return sum;
    }

    private static double block(double[] x, double[] y, int from, int to) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            s0 = Math.fma(x[i], y[i], s0);
            s1 = Math.fma(x[i + 1], y[i + 1], s1);
            s2 = Math.fma(x[i + 2], y[i + 2], s2);
            s3 = Math.fma(x[i + 3], y[i + 3], s3);
            s4 = Math.fma(x[i + 4], y[i + 4], s4);
            s5 = Math.fma(x[i + 5], y[i + 5], s5);
            s6 = Math.fma(x[i + 6], y[i + 6], s6);
            s7 = Math.fma(x[i + 7], y[i + 7], s7);
        }
        double sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (; i < to; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
