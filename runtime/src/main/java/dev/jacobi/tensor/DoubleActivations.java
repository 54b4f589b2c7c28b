package dev.jacobi.tensor;

/**
 * Smooth activations in float64, within 5 ulp or x times the smallest number, in short loops that HotSpot vectorises:
 * made of {@link DoubleSigmoid} and its like. What rounding 2u loses in {@link #geluTanh} is magnified 2u times where x
 * is negative. Each sets {@code b.r} to the function of the first n elements of {@code b.x}.
 */
final class DoubleActivations {
    private static final double LARGE = 0x1p600;

    private DoubleActivations() {}

    /** x·σ(x) */
    static double silu(double x) {
        return x * DoubleSigmoid.of(x);
    }

    static void silu(DoubleBlock b, int n) {
        DoubleSigmoid.block(b.x, b, n);
        multiply(b.x, b.r, n);
    }

    /** ½x(1 + tanh u) = x·σ(2u) with u = √(2/π)(x + 0.044715x³) */
    static double geluTanh(double x) {
        return x * DoubleSigmoid.of(gate(x));
    }

    static void geluTanh(DoubleBlock b, int n) {
        gates(b.x, b.y, n);
        DoubleSigmoid.block(b.y, b, n);
        multiply(b.x, b.r, n);
    }

    /** ln σ(x) = −ln(1 + e⁻ˣ) */
    static double logSigmoid(double x) {
        return 0 - DoubleSoftplus.of(-x);
    }

    static void logSigmoid(DoubleBlock b, int n) {
        fromZero(b.x, b.y, n);
        DoubleSoftplus.block(b.y, b, n);
        fromZero(b.r, b.r, n);
    }

    /** x·tanh(ln(1 + eˣ)) */
    static double mish(double x) {
        return mish(x, DoubleExp.of(-Math.abs(x)));
    }

    static void mish(DoubleBlock b, int n) {
        DoubleSigmoid.negative(b.x, b.y, n);
        DoubleExp.block(b.y, b, n);
        for (int i = 0; i < n; i++) {
            b.r[i] = mish(b.x[i], b.r[i]);
        }
    }

    private static void gates(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = gate(x[i]);
        }
    }

    private static void multiply(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] *= x[i];
        }
    }

    private static void fromZero(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = 0 - x[i];
        }
    }

    /** 2u = √(8/π)·x·(1 + 0.044715x²) */
    private static double gate(double x) {
        return 0x1.9884533d43651p+0 * x * Math.fma(0.044715 * x, x, 1);
    }

    /** With E = eˣ, tanh ln(1 + E) is E(E + 2)/(E(E + 2) + 2), and (1 + 2e)/(1 + 2e + 2e²) with e = 1/E. */
    private static double mish(double x, double e) {
        double isLeft = Math.min(Math.max(-x * LARGE, 0), 1);
        double numerator = Math.fma(isLeft, e * (e + 2), (1 - isLeft) * Math.fma(2, e, 1));
        double rest = Math.fma(isLeft, 2, (1 - isLeft) * 2 * e * e);
        return x * (numerator / (numerator + rest));
    }
}
