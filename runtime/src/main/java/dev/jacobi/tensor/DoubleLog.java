package dev.jacobi.tensor;

/**
 * ln x in float64, within 1 ulp, in short loops that HotSpot vectorises.
 *
 * <p>x = 2ᵏ·(1 + f) with 1 + f from √½ to √2, and ln x = k·ln 2 + ln(1 + f). With s = f/(2 + f), ln(1 + f) is 2·artanh
 * s = f − ½f² + s·(½f² + s²·l(s²)). Numbers that aren't positive, normal and finite are computed one by one.
 */
final class DoubleLog {
    static final long ROOT_HALF_BITS = Double.doubleToRawLongBits(Math.sqrt(0.5));
    private static final long LEAST_BITS = Double.doubleToRawLongBits(Double.MIN_NORMAL);
    private static final long GREATEST_BITS = Double.doubleToRawLongBits(Double.MAX_VALUE);

    private DoubleLog() {}

    /** The same for one number, to the same bits. */
    static double of(double x) {
        if (!isOrdinary(x)) {
            return StrictMath.log(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        long k = bits - ROOT_HALF_BITS >> DoubleExp.MANTISSA;
        double f = Double.longBitsToDouble(bits - (k << DoubleExp.MANTISSA)) - 1;
        return result((double) k, f, secondOrder(f));
    }

    /** Whether a number is positive, normal and finite. */
    static boolean isOrdinary(double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
    }

    /** Sets {@code b.r} to the logarithm of the first n elements of x, with the help of {@code b.p} and {@code b.q}. */
    static void block(double[] x, DoubleBlock b, int n) {
        boolean edges = split(x, b.p, b.r, n);
        secondOrders(b.p, b.q, n);
        results(b.p, b.q, b.r, n);
        for (int i = 0; edges && i < n; i++) {
            if (!isOrdinary(x[i])) {
                b.r[i] = StrictMath.log(x[i]);
            }
        }
    }

    /**
     * Sets {@code m} to 1 + f and {@code shifted} to SHIFT + k. Says whether some x isn't positive, normal and finite.
     */
    static boolean split(double[] x, double[] m, double[] shifted, int n) {
        long outside = 0;
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(x[i]);
            long k = bits - ROOT_HALF_BITS >> DoubleExp.MANTISSA;
            outside |= bits - LEAST_BITS | GREATEST_BITS - bits;
            m[i] = Double.longBitsToDouble(bits - (k << DoubleExp.MANTISSA));
            shifted[i] = Double.longBitsToDouble(DoubleExp.SHIFT_BITS + k);
        }
        return outside < 0;
    }

    private static void secondOrders(double[] m, double[] secondOrder, int n) {
        for (int i = 0; i < n; i++) {
            secondOrder[i] = secondOrder(m[i] - 1);
        }
    }

    private static void results(double[] m, double[] secondOrder, double[] shifted, int n) {
        for (int i = 0; i < n; i++) {
            shifted[i] = result(shifted[i] - DoubleExp.SHIFT, m[i] - 1, secondOrder[i]);
        }
    }

    /** ln(1 + f) − f + ½f² */
    private static double secondOrder(double f) {
        double s = f / (2 + f);
        double z = s * s;
        return s * Math.fma(z, l(z), 0.5 * f * f);
    }

    /** k·ln 2 + f is rounded, and what it lost is added again. */
    private static double result(double k, double f, double secondOrder) {
        double sum = Math.fma(k, DoubleExp.LN_2_HIGH, f);
        double rest = Math.fma(k, DoubleExp.LN_2_HIGH, -sum) + f;
        return sum + (rest - (0.5 * f * f - Math.fma(k, DoubleExp.LN_2_LOW, secondOrder)));
    }

    /** (2·artanh s − 2s)/s³ for z = s² to 2⁻⁵⁹ of the logarithm, by Remez' algorithm. */
    private static double l(double z) {
        double l = Math.fma(0x1.2f03dcb24c512p-3, z, 0x1.39a1e61c6b861p-3);
        l = Math.fma(l, z, 0x1.74663d005fea2p-3);
        l = Math.fma(l, z, 0x1.c71c521418892p-3);
        l = Math.fma(l, z, 0x1.24924941e173bp-2);
        l = Math.fma(l, z, 0x1.999999997ff19p-2);
        return Math.fma(l, z, 0x1.5555555555592p-1);
    }
}
