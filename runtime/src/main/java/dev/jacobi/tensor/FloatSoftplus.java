package dev.jacobi.tensor;

/**
 * ln(1 + eˣ) in float32, within 2 ulp, in short loops that HotSpot vectorises.
 *
 * <p>It is max(x, 0) + ln(1 + e) with e = exp(−|x|). With s = e/(2 + e), ln(1 + e) is 2·artanh s = e − s·(e −
 * s²·l(s²)).
 */
final class FloatSoftplus {
    private FloatSoftplus() {}

    /** The same for one number, to the same bits. */
    static float of(float x) {
        float exp = FloatExp.of(-Math.abs(x));
        float s = ratio(exp);
        return result(x, exp, s, factor(s, exp));
    }

    /** Sets {@code b.r} to the function of the first n elements of x, with the help of {@code b.p} and {@code b.q}. */
    static void block(float[] x, FloatBlock b, int n) {
        FloatSigmoid.negative(x, b.q, n);
        FloatExp.block(b.q, b, n);
        ratios(b.r, b.p, n);
        factors(b.p, b.r, b.q, n);
        results(x, b.p, b.q, b.r, n);
    }

    private static void ratios(float[] exp, float[] ratio, int n) {
        for (int i = 0; i < n; i++) {
            ratio[i] = ratio(exp[i]);
        }
    }

    private static void factors(float[] ratio, float[] exp, float[] factor, int n) {
        for (int i = 0; i < n; i++) {
            factor[i] = factor(ratio[i], exp[i]);
        }
    }

    private static void results(float[] x, float[] ratio, float[] factor, float[] exp, int n) {
        for (int i = 0; i < n; i++) {
            exp[i] = result(x[i], exp[i], ratio[i], factor[i]);
        }
    }

    private static float ratio(float exp) {
        return exp / (2 + exp);
    }

    private static float factor(float s, float exp) {
        float z = s * s;
        return Math.fma(-z, l(z), exp);
    }

    private static float result(float x, float exp, float s, float factor) {
        return Math.max(x, 0) + Math.fma(-s, factor, exp);
    }

    /** (2·artanh s − 2s)/s³ for z = s² up to ⅑, to 2⁻³² of the logarithm, by Remez' algorithm. */
    private static float l(float z) {
        float l = Math.fma(0x1.f08bc6p-3f, z, 0x1.b72b92p-3f);
        l = Math.fma(l, z, 0x1.250510p-2f);
        l = Math.fma(l, z, 0x1.9996d8p-2f);
        return Math.fma(l, z, 0x1.555558p-1f);
    }
}
