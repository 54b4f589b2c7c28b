package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.DOUBLE_LANES;

import java.util.Arrays;

/**
 * x^y in float32, right to the last bit but for one case in a million, as float64's exp(y·ln x) rounded. Where x isn't
 * positive, or that is NaN, the one by one power decides.
 */
final class FloatPow {
    /** Fewer elements are no slower one by one. */
    private static final int SHORT = 8;

    private static final double NANOSECONDS = 5;
    private static final int PIECE = 1 << 12;

    private FloatPow() {}

    /** The same for one pair of numbers, before it is rounded. */
    private static double of(double x, double y) {
        double power = x > 0 ? DoubleExp.of(y * DoubleLog.of(x)) : Double.NaN;
        return Double.isNaN(power) ? Powers.pow(x, y) : power;
    }

    /** All elements; an operand of one element stands for as many as there are. */
    static void apply(float[] x, float[] y, float[] out) {
        if (Cores.pays(out.length, NANOSECONDS)) {
            Cores.share(out.length, PIECE, (from, to) -> apply(x, y, out, from, to));
        } else {
            apply(x, y, out, 0, out.length);
        }
    }

    private static void apply(float[] x, float[] y, float[] out, int from, int to) {
        DoubleBlock block = DoubleBlock.own();
        double[] exponents = new double[Math.min(to - from, DoubleBlock.LENGTH)];
        double[] products = new double[exponents.length];
        for (int start = from; start < to; start += exponents.length) {
            int n = Math.min(exponents.length, to - start);
            widen(x, start, block.x, n);
            widen(y, start, exponents, n);
            if (n < SHORT) {
                each(block.x, exponents, block.r, n);
            } else {
                block(block, exponents, products, n);
            }
            narrow(block.r, out, start, n);
        }
    }

    private static void each(double[] x, double[] y, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = of(x[i], y[i]);
        }
    }

    private static void widen(float[] from, int start, double[] to, int n) {
        if (from.length == 1) {
            Arrays.fill(to, 0, n, from[0]);
            return;
        }
        for (int i = 0; i < n; i++) {
            to[i] = from[start + i];
        }
    }

    private static void narrow(double[] from, float[] to, int start, int n) {
        for (int i = 0; i < n; i++) {
            to[start + i] = (float) from[i];
        }
    }

    private static void block(DoubleBlock b, double[] y, double[] products, int n) {
        if (DOUBLE_LANES.log(b.x, b.r, 0, n) < n) {
            DoubleLog.block(b.x, b, n);
        }
        multiply(y, b.r, products, n);
        if (DOUBLE_LANES.exp(products, b.r, 0, n) < n) {
            DoubleExp.block(products, b, n);
        }
        for (int i = 0; i < n; i++) {
            if (!(b.x[i] > 0) || Double.isNaN(b.r[i])) {
                b.r[i] = Powers.pow(b.x[i], y[i]);
            }
        }
    }

    private static void multiply(double[] x, double[] y, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = x[i] * y[i];
        }
    }
}
