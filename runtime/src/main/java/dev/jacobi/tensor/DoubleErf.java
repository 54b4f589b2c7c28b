package dev.jacobi.tensor;

/**
 * erf x, erfc x and the normal distribution Φ(x) = ½ erfc(−x/√2) in float64, within 3, 5 and 6 ulp, in short loops that
 * HotSpot vectorises.
 *
 * <p>Where |x| ≤ 15/32, erf x = x + x·q(x²). Beyond, erfc a = e^−a²·p(t)/(1 + a) with t = (a − 4)/(a + 4), as (1 +
 * a)·e^a²·erfc a hardly changes (M. Shepherd, J. Laframboise: Chebyshev Approximation of (1 + 2x)exp(x²)erfc x in 0 ≤ x
 * &lt; ∞, Mathematics of Computation 36 (1981)). Rounding a² would be magnified, and so what it loses is added again;
 * for Φ it is ½x² that is rounded, and not the square of a rounded x/√2.
 */
final class DoubleErf {
    private static final double ROOT_HALF = 0x1.6a09e667f3bcdp-1;

    private static final double SMALL = 0.46875;
    private static final double CENTRE = 4;
    private static final double LARGE = 0x1p600;

    /** Below −1 times these, erfc −x and Φ(x) are less than half the smallest double. */
    private static final double ZERO_FROM = 27.4;

    private static final double PHI_ZERO_FROM = 38.7;

    /** From here on erf x and Φ(x) are 1, to the last bit. */
    private static final double ONE_FROM = 6.5;

    private static final double PHI_ONE_FROM = 9.2;

    private DoubleErf() {}

    /** The same for one number, to the same bits. */
    static double erf(double x) {
        double y = clamped(x, -ONE_FROM, ONE_FROM);
        return erf(y, smallErf(y), tail(y, 1, 1));
    }

    /** The same for one number, to the same bits. */
    static double erfc(double x) {
        double y = clamped(-x, -ZERO_FROM, ONE_FROM);
        return onePlusErf(y, smallErf(y), tail(y, 1, 1), 1);
    }

    /** The same for one number, to the same bits. */
    static double ndtr(double x) {
        double y = clamped(x, -PHI_ZERO_FROM, PHI_ONE_FROM);
        return onePlusErf(y, smallErf(y * ROOT_HALF), tail(y, ROOT_HALF, 0.5), 0.5);
    }

    private static double tail(double y, double scale, double square) {
        double a = Math.abs(y) * scale;
        double high = high(y, square);
        return tail(DoubleExp.of(high), p(t(a), higher(t(a))), a, lost(y, square, high));
    }

    /** Sets {@code b.r} to erf x of the first n elements of {@code b.x}. */
    static void erf(DoubleBlock b, int n) {
        clamped(b.x, 1, -ONE_FROM, ONE_FROM, b.y, n);
        tails(b, 1, 1, n);
        erfs(b.y, b.p, b.r, n);
    }

    /** Sets {@code b.r} to erfc x of the first n elements of {@code b.x}. */
    static void erfc(DoubleBlock b, int n) {
        clamped(b.x, -1, -ZERO_FROM, ONE_FROM, b.y, n);
        tails(b, 1, 1, n);
        onePlusErfs(b.y, b.p, b.r, 1, n);
    }

    /** Sets {@code b.r} to Φ(x) of the first n elements of {@code b.x}. */
    static void ndtr(DoubleBlock b, int n) {
        clamped(b.x, 1, -PHI_ZERO_FROM, PHI_ONE_FROM, b.y, n);
        tails(b, ROOT_HALF, 0.5, n);
        onePlusErfs(b.y, b.p, b.r, 0.5, n);
    }

    private static void clamped(double[] x, double side, double least, double most, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = clamped(side * x[i], least, most);
        }
    }

    /** Sets {@code b.r} to erfc(scale·|y|), and {@code b.p} to erf(scale·y) where that is small. */
    private static void tails(DoubleBlock b, double scale, double square, int n) {
        highs(b.y, square, b.q, n);
        DoubleExp.block(b.q, b, n);
        quotients(b.y, scale, b.p, n);
        higherHalves(b.p, b.s, n);
        polynomials(b.p, b.s, n);
        tails(b.y, scale, square, b.q, b.s, b.r, n);
        smallErfs(b.y, scale, b.p, n);
    }

    private static void highs(double[] y, double square, double[] high, int n) {
        for (int i = 0; i < n; i++) {
            high[i] = high(y[i], square);
        }
    }

    private static void quotients(double[] y, double scale, double[] t, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = t(Math.abs(y[i]) * scale);
        }
    }

    private static void higherHalves(double[] t, double[] higher, int n) {
        for (int i = 0; i < n; i++) {
            higher[i] = higher(t[i]);
        }
    }

    private static void polynomials(double[] t, double[] higher, int n) {
        for (int i = 0; i < n; i++) {
            higher[i] = p(t[i], higher[i]);
        }
    }

    private static void tails(double[] y, double scale, double square, double[] high, double[] p, double[] exp, int n) {
        for (int i = 0; i < n; i++) {
            exp[i] = tail(exp[i], p[i], Math.abs(y[i]) * scale, lost(y[i], square, high[i]));
        }
    }

    private static void smallErfs(double[] y, double scale, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = smallErf(y[i] * scale);
        }
    }

    private static void erfs(double[] y, double[] small, double[] tail, int n) {
        for (int i = 0; i < n; i++) {
            tail[i] = erf(y[i], small[i], tail[i]);
        }
    }

    private static void onePlusErfs(double[] y, double[] small, double[] tail, double weight, int n) {
        for (int i = 0; i < n; i++) {
            tail[i] = onePlusErf(y[i], small[i], tail[i], weight);
        }
    }

    private static double clamped(double y, double least, double most) {
        return Math.min(Math.max(y, least), most);
    }

    /** −square·y², rounded. */
    private static double high(double y, double square) {
        return -square * y * y;
    }

    /** What rounding lost. */
    private static double lost(double y, double square, double high) {
        return Math.fma(-square * y, y, -high);
    }

    private static double t(double a) {
        return (a - CENTRE) / (a + CENTRE);
    }

    /** erfc a */
    private static double tail(double exp, double p, double a, double lost) {
        double tail = exp * (p / (1 + a));
        return Math.fma(tail, lost, tail);
    }

    /** erf y, with the signs set so that it is −0 for −0. */
    private static double erf(double y, double small, double tail) {
        double isLarge = step(Math.abs(y) - SMALL);
        double large = Math.max(1 - tail, 0) * Math.fma(-2, step(-y), 1);
        return -Math.fma(-isLarge, large, -(1 - isLarge) * small);
    }

    /** {@code weight} times 1 + erf. */
    private static double onePlusErf(double y, double small, double tail, double weight) {
        double isLarge = step(Math.abs(y) - SMALL);
        double isRight = step(y);
        double large = Math.fma(Math.fma(-2, isRight, 1), weight * tail, 2 * weight * isRight);
        return Math.fma(isLarge, large, (1 - isLarge) * Math.fma(weight, small, weight));
    }

    /** 1 where x is positive, 0 where it is not. */
    private static double step(double x) {
        return Math.min(Math.max(x * LARGE, 0), 1);
    }

    /** erf x for |x| ≤ 15/32. */
    private static double smallErf(double x) {
        return Math.fma(x, q(x * x), x);
    }

    /** erf a / a − 1 for z = a², to 2⁻⁵⁶, by Remez' algorithm. */
    private static double q(double z) {
        double q = Math.fma(0x1.a3c6a9a5ce345p-20, z, -0x1.f4dabfbae5d71p-17);
        q = Math.fma(q, z, 0x1.f9acecdd14d0ep-14);
        q = Math.fma(q, z, -0x1.c02e0adf0c2a6p-11);
        q = Math.fma(q, z, 0x1.565bce68d7556p-8);
        q = Math.fma(q, z, -0x1.b82ce317fe6d3p-6);
        q = Math.fma(q, z, 0x1.ce2f21a04d3bcp-4);
        q = Math.fma(q, z, -0x1.812746b037a60p-2);
        return Math.fma(q, z, 0x1.06eba8214db69p-3);
    }

    /** The higher half of (1 + a)·e^a²·erfc a to 2⁻⁵⁴, by Remez' algorithm. HotSpot doesn't vectorise longer loops. */
    private static double higher(double t) {
        double higher = Math.fma(0x1.44dc629f743cfp-31, t, 0x1.24ac5af4161b0p-30);
        higher = Math.fma(higher, t, -0x1.a84eccf24f0f1p-28);
        higher = Math.fma(higher, t, -0x1.61672362a504fp-27);
        higher = Math.fma(higher, t, 0x1.982f4cfec7d74p-25);
        higher = Math.fma(higher, t, 0x1.af88e2e9f2812p-25);
        higher = Math.fma(higher, t, -0x1.87a8b0c0f8a8ap-22);
        higher = Math.fma(higher, t, 0x1.3f7ec7e90ae7dp-28);
        higher = Math.fma(higher, t, 0x1.63c28b29fb151p-19);
        higher = Math.fma(higher, t, -0x1.15bd2fe7cd019p-18);
        higher = Math.fma(higher, t, -0x1.b948928378915p-17);
        return Math.fma(higher, t, 0x1.0c92ae0915c30p-14);
    }

    private static double p(double t, double higher) {
        double p = higher;
        p = Math.fma(p, t, -0x1.f876a90fb6934p-15);
        p = Math.fma(p, t, -0x1.98b36a83851b8p-12);
        p = Math.fma(p, t, 0x1.156752edc50fep-9);
        p = Math.fma(p, t, -0x1.8db87b49ceb4ap-8);
        p = Math.fma(p, t, 0x1.8e8471e378d5ep-7);
        p = Math.fma(p, t, -0x1.1ef9faf80aeacp-6);
        p = Math.fma(p, t, 0x1.f5c2a42566dc2p-7);
        p = Math.fma(p, t, 0x1.03a843937be95p-8);
        p = Math.fma(p, t, -0x1.89dfde1d97605p-5);
        p = Math.fma(p, t, 0x1.df6f7856005d5p-4);
        p = Math.fma(p, t, -0x1.9841f8fe19461p-3);
        return Math.fma(p, t, 0x1.5eb7f6ecb19a9p-1);
    }
}
