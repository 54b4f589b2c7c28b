package dev.jacobi.tensor;

/**
 * ln x in float32, within 1 ulp, in short loops that HotSpot vectorises.
 *
 * <p>x = 2ᵏ·(1 + f) with 1 + f from √½ to √2, and ln x = k·ln 2 + ln(1 + f). There ln(1 + f) is f − ½f² + f³·c(f).
 * Numbers that aren't positive, normal and finite are computed one by one.
 */
final class FloatLog {
    static final int ROOT_HALF_BITS = Float.floatToRawIntBits((float) Math.sqrt(0.5));
    private static final int LEAST_BITS = Float.floatToRawIntBits(Float.MIN_NORMAL);
    private static final int GREATEST_BITS = Float.floatToRawIntBits(Float.MAX_VALUE);

    private FloatLog() {}

    /** The same for one number, to the same bits. */
    static float of(float x) {
        if (!(x >= Float.MIN_NORMAL && x <= Float.MAX_VALUE)) {
            return (float) StrictMath.log(x);
        }
        int bits = Float.floatToRawIntBits(x);
        int k = bits - ROOT_HALF_BITS >> FloatExp.MANTISSA;
        float f = Float.intBitsToFloat(bits - (k << FloatExp.MANTISSA)) - 1;
        return result(k, f, secondOrder(f));
    }

    /** Sets {@code b.r} to the logarithm of the first n elements of x, with the help of {@code b.p} and {@code b.q}. */
    static void block(float[] x, FloatBlock b, int n) {
        boolean edges = split(x, b.p, b.r, n);
        secondOrders(b.p, b.q, n);
        results(b.p, b.q, b.r, n);
        for (int i = 0; edges && i < n; i++) {
            if (!(x[i] >= Float.MIN_NORMAL && x[i] <= Float.MAX_VALUE)) {
                b.r[i] = (float) StrictMath.log(x[i]);
            }
        }
    }

    /**
     * Sets {@code m} to 1 + f and {@code shifted} to SHIFT + k. Says whether some x isn't positive, normal and finite.
     */
    private static boolean split(float[] x, float[] m, float[] shifted, int n) {
        int outside = 0;
        for (int i = 0; i < n; i++) {
            int bits = Float.floatToRawIntBits(x[i]);
            int k = bits - ROOT_HALF_BITS >> FloatExp.MANTISSA;
            outside |= bits - LEAST_BITS | GREATEST_BITS - bits;
            m[i] = Float.intBitsToFloat(bits - (k << FloatExp.MANTISSA));
            shifted[i] = Float.intBitsToFloat(FloatExp.SHIFT_BITS + k);
        }
        return outside < 0;
    }

    private static void secondOrders(float[] m, float[] secondOrder, int n) {
        for (int i = 0; i < n; i++) {
            secondOrder[i] = secondOrder(m[i] - 1);
        }
    }

    private static void results(float[] m, float[] secondOrder, float[] shifted, int n) {
        for (int i = 0; i < n; i++) {
            shifted[i] = result(shifted[i] - FloatExp.SHIFT, m[i] - 1, secondOrder[i]);
        }
    }

    /** ln(1 + f) − f + ½f² */
    private static float secondOrder(float f) {
        return f * f * f * c(f);
    }

    /** k·ln 2 + f is rounded, and what it lost is added again. */
    private static float result(float k, float f, float secondOrder) {
        float sum = Math.fma(k, FloatExp.LN_2_HIGH, f);
        float rest = Math.fma(k, FloatExp.LN_2_HIGH, -sum) + f;
        return sum + (rest - (0.5f * f * f - Math.fma(k, FloatExp.LN_2_LOW, secondOrder)));
    }

    /** (ln(1 + f) − f + ½f²)/f³ to 2⁻²⁹ of the logarithm, by Remez' algorithm. */
    private static float c(float f) {
        float c = Math.fma(0x1.1c55f6p-4f, f, -0x1.e3c1f2p-4f);
        c = Math.fma(c, f, 0x1.e6642ep-4f);
        c = Math.fma(c, f, -0x1.fb3160p-4f);
        c = Math.fma(c, f, 0x1.233144p-3f);
        c = Math.fma(c, f, -0x1.55630cp-3f);
        c = Math.fma(c, f, 0x1.99a54cp-3f);
        c = Math.fma(c, f, -0x1.ffffeep-3f);
        return Math.fma(c, f, 0x1.555546p-2f);
    }
}
