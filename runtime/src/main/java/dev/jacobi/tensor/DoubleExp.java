package dev.jacobi.tensor;

/**
 * eˣ in float64, within 1 ulp, in short loops that HotSpot vectorises.
 *
 * <p>With an integer k and |r| ≤ ½ ln 2, x = k·ln 2 + r and eˣ = 2ᵏ·eʳ, where eʳ = 1 + r + r²·q(r). Elements with a
 * large |k|, infinities and NaN are computed again one by one; where both ways are possible, they give the same bits,
 * as powers of two multiply exactly.
 */
final class DoubleExp {
    static final double LOG2_E = 0x1.71547652b82fep+0;
    /** The first 33 bits of ln 2, so that its products with k are exact, and the rest. */
    static final double LN_2_HIGH = 0x1.62e42fefp-1;

    static final double LN_2_LOW = 0x1.473de6af278edp-34;

    /** Added to a number, it leaves the nearest integer in the last bits of the sum. */
    static final double SHIFT = 0x1.8p52;

    static final long SHIFT_BITS = Double.doubleToRawLongBits(SHIFT);
    static final int BIAS = 1023;
    static final int MANTISSA = 52;

    /** The loops are right for k from −512 to 511. */
    private static final int WINDOW = 10;

    private static final int LOWEST = -512;
    static final double SURE = 354;
    private static final double OVERFLOW = 709.79;
    private static final double UNDERFLOW = -745.2;

    private DoubleExp() {}

    /** The same for one number, to the same bits. */
    static double of(double x) {
        if (!(Math.abs(x) < SURE)) {
            return edge(x);
        }
        double shifted = shifted(x);
        return expOfRemainder(remainder(x, shifted)) * power(shifted);
    }

    private static double edge(double x) {
        if (!(x < OVERFLOW)) {
            return x + Double.POSITIVE_INFINITY; // or NaN
        }
        if (x < UNDERFLOW) {
            return 0;
        }
        double shifted = shifted(x);
        int half = (int) (shifted - SHIFT) / 2;
        return expOfRemainder(remainder(x, shifted)) * power(shifted - half) * power(SHIFT + half);
    }

    /** Sets {@code b.r} to the exponential of the first n elements of x, with the help of {@code b.p}. */
    static void block(double[] x, DoubleBlock b, int n) {
        reduce(x, b.p, b.r, n);
        boolean edges = powers(b.p, n);
        results(b.p, b.r, n);
        for (int i = 0; edges && i < n; i++) {
            if (!(Math.abs(x[i]) < SURE)) {
                b.r[i] = edge(x[i]);
            }
        }
    }

    static void reduce(double[] x, double[] shifted, double[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            double k = shifted(x[i]);
            shifted[i] = k;
            remainder[i] = remainder(x[i], k);
        }
    }

    /** Not vectorised, and so a loop of its own. Says whether some k lay outside the window. */
    static boolean powers(double[] shifted, int n) {
        long window = 0;
        for (int i = 0; i < n; i++) {
            long k = Double.doubleToRawLongBits(shifted[i]) - (SHIFT_BITS + LOWEST);
            window |= k;
            shifted[i] = Double.longBitsToDouble(k + (BIAS + LOWEST) << MANTISSA);
        }
        return window >>> WINDOW != 0;
    }

    private static void results(double[] power, double[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            remainder[i] = expOfRemainder(remainder[i]) * power[i];
        }
    }

    /** SHIFT + k */
    static double shifted(double x) {
        return Math.fma(x, LOG2_E, SHIFT);
    }

    static double remainder(double x, double shifted) {
        double k = shifted - SHIFT;
        return Math.fma(k, -LN_2_LOW, Math.fma(k, -LN_2_HIGH, x));
    }

    /** 2ᵏ for SHIFT + k */
    static double power(double shifted) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) + BIAS << MANTISSA);
    }

    /** 1 + r is rounded, and what it lost is added again. */
    private static double expOfRemainder(double r) {
        double sum = 1 + r;
        return sum + Math.fma(r * r, q(r), (1 - sum) + r);
    }

    /** (eʳ − 1 − r)/r² to 2⁻⁵⁶ of eʳ, by Remez' algorithm. */
    static double q(double r) {
        double q = Math.fma(0x1.ac7963b3d3c5fp-26, r, 0x1.28909a657a4d6p-22);
        q = Math.fma(q, r, 0x1.71dfab719d8e4p-19);
        q = Math.fma(q, r, 0x1.a019bb4a80a09p-16);
        q = Math.fma(q, r, 0x1.a01a00fff72bap-13);
        q = Math.fma(q, r, 0x1.6c16c1772f8abp-10);
        q = Math.fma(q, r, 0x1.111111112b634p-7);
        q = Math.fma(q, r, 0x1.555555555459cp-5);
        q = Math.fma(q, r, 0x1.5555555555501p-3);
        return Math.fma(q, r, 0.5);
    }
}
