package dev.jacobi.tensor;

/**
 * Smooth activations in float32, within 5 ulp or x times the smallest number, in short loops that HotSpot vectorises:
 * made of {@link FloatSigmoid} and its like. What rounding 2u loses in {@link #geluTanh} is magnified 2u times where x
 * is negative. Each sets {@code b.r} to the function of the first n elements of {@code b.x}.
 */
final class FloatActivations {
    private static final float LARGE = 0x1p100f;

    private FloatActivations() {}

    /** x·σ(x) */
    static float silu(float x) {
        return x * FloatSigmoid.of(x);
    }

    static void silu(FloatBlock b, int n) {
        FloatSigmoid.block(b.x, b, n);
        multiply(b.x, b.r, n);
    }

    /** ½x(1 + tanh u) = x·σ(2u) with u = √(2/π)(x + 0.044715x³) */
    static float geluTanh(float x) {
        return x * FloatSigmoid.of(gate(x));
    }

    static void geluTanh(FloatBlock b, int n) {
        gates(b.x, b.y, n);
        FloatSigmoid.block(b.y, b, n);
        multiply(b.x, b.r, n);
    }

    /** ln σ(x) = −ln(1 + e⁻ˣ) */
    static float logSigmoid(float x) {
        return 0 - FloatSoftplus.of(-x);
    }

    static void logSigmoid(FloatBlock b, int n) {
        fromZero(b.x, b.y, n);
        FloatSoftplus.block(b.y, b, n);
        fromZero(b.r, b.r, n);
    }

    /** x·tanh(ln(1 + eˣ)) */
    static float mish(float x) {
        return mish(x, FloatExp.of(-Math.abs(x)));
    }

    static void mish(FloatBlock b, int n) {
        FloatSigmoid.negative(b.x, b.y, n);
        FloatExp.block(b.y, b, n);
        for (int i = 0; i < n; i++) {
            b.r[i] = mish(b.x[i], b.r[i]);
        }
    }

    private static void gates(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = gate(x[i]);
        }
    }

    private static void multiply(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] *= x[i];
        }
    }

    private static void fromZero(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = 0 - x[i];
        }
    }

    /** 2u = √(8/π)·x·(1 + 0.044715x²) */
    private static float gate(float x) {
        return 0x1.988454p+0f * x * Math.fma(0.044715f * x, x, 1);
    }

    /** With E = eˣ, tanh ln(1 + E) is E(E + 2)/(E(E + 2) + 2), and (1 + 2e)/(1 + 2e + 2e²) with e = 1/E. */
    private static float mish(float x, float e) {
        float isLeft = Math.min(Math.max(-x * LARGE, 0), 1);
        float numerator = Math.fma(isLeft, e * (e + 2), (1 - isLeft) * Math.fma(2, e, 1));
        float rest = Math.fma(isLeft, 2, (1 - isLeft) * 2 * e * e);
        return x * (numerator / (numerator + rest));
    }
}
