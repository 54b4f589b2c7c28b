package dev.jacobi.tensor;

/**
 * tanh x in float32, within 2 ulp, in short loops that HotSpot vectorises.
 *
 * <p>tanh x = e/(e + 2) with e = exp(2x) − 1 = 2ᵏ·(eʳ − 1) + (2ᵏ − 1), the parts as in {@link FloatExp}.
 */
final class FloatTanh {
    /** From here on the result is 1. */
    static final float ONE_FROM = 10;

    private FloatTanh() {}

    /** The same for one number, to the same bits. */
    static float of(float x) {
        float clamped = x > ONE_FROM ? ONE_FROM : x < -ONE_FROM ? -ONE_FROM : x;
        float shifted = shifted(clamped);
        float power = FloatExp.power(shifted);
        float p = expm1OfRemainder(remainder(clamped, shifted));
        float e = expm1(power, p);
        return result(e, lost(power, p, e));
    }

    /** Sets {@code b.r} to the function of the first n elements of x, with the help of {@code b.p} and {@code b.q}. */
    static void block(float[] x, FloatBlock b, int n) {
        reduce(x, b.p, b.r, n);
        FloatExp.powers(b.p, n);
        expm1(b.p, b.r, b.q, n);
        results(b.r, b.q, n);
    }

    private static void reduce(float[] x, float[] shifted, float[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            float clamped = Math.min(Math.max(x[i], -ONE_FROM), ONE_FROM);
            float k = shifted(clamped);
            shifted[i] = k;
            remainder[i] = remainder(clamped, k);
        }
    }

    private static void expm1(float[] power, float[] remainder, float[] lost, int n) {
        for (int i = 0; i < n; i++) {
            float p = expm1OfRemainder(remainder[i]);
            float e = expm1(power[i], p);
            remainder[i] = e;
            lost[i] = lost(power[i], p, e);
        }
    }

    private static void results(float[] expm1, float[] lost, int n) {
        for (int i = 0; i < n; i++) {
            expm1[i] = result(expm1[i], lost[i]);
        }
    }

    private static float shifted(float x) {
        return Math.fma(x, 2 * FloatExp.LOG2_E, FloatExp.SHIFT);
    }

    private static float remainder(float x, float shifted) {
        return FloatExp.remainder(2 * x, shifted);
    }

    /** eʳ − 1, with the signs set so that it is −0 for r = −0. */
    static float expm1OfRemainder(float r) {
        return -Math.fma(r * r, -FloatExp.q(r), -r);
    }

    /** 2ᵏ·p + (2ᵏ − 1), with the signs set so that it is −0 for k = 0 and p = −0. */
    static float expm1(float power, float p) {
        return Math.fma(power, p, -(1 - power));
    }

    /** What rounding lost in that sum. */
    private static float lost(float power, float p, float expm1) {
        return Math.fma(power, p, -(1 - power) - expm1);
    }

    /** e/(e + 2); what rounding e, the sum and the quotient lost is added again, with the signs set as above. */
    private static float result(float e, float lost) {
        float sum = 2 + e;
        float inverse = 1 / sum;
        float quotient = e * inverse;
        float rest = Math.fma(-quotient, (2 - sum) + e + lost, Math.fma(-quotient, sum, e)) + lost;
        return -Math.fma(inverse, -rest, -quotient);
    }
}
