package dev.jacobi.tensor;

/**
 * tanh x in float64, within 2 ulp, in short loops that HotSpot vectorises.
 *
 * <p>tanh x = e/(e + 2) with e = exp(2x) − 1 = 2ᵏ·(eʳ − 1) + (2ᵏ − 1), the parts as in {@link DoubleExp}.
 */
final class DoubleTanh {
    /** From here on the result is 1. */
    static final double ONE_FROM = 22;

    private DoubleTanh() {}

    /** The same for one number, to the same bits. */
    static double of(double x) {
        double clamped = x > ONE_FROM ? ONE_FROM : x < -ONE_FROM ? -ONE_FROM : x;
        double shifted = shifted(clamped);
        double power = DoubleExp.power(shifted);
        double p = expm1OfRemainder(remainder(clamped, shifted));
        double e = expm1(power, p);
        return result(e, lost(power, p, e));
    }

    /** Sets {@code b.r} to the function of the first n elements of x, with the help of {@code b.p} and {@code b.q}. */
    static void block(double[] x, DoubleBlock b, int n) {
        reduce(x, b.p, b.r, n);
        DoubleExp.powers(b.p, n);
        expm1(b.p, b.r, b.q, n);
        results(b.r, b.q, n);
    }

    private static void reduce(double[] x, double[] shifted, double[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            double clamped = Math.min(Math.max(x[i], -ONE_FROM), ONE_FROM);
            double k = shifted(clamped);
            shifted[i] = k;
            remainder[i] = remainder(clamped, k);
        }
    }

    private static void expm1(double[] power, double[] remainder, double[] lost, int n) {
        for (int i = 0; i < n; i++) {
            double p = expm1OfRemainder(remainder[i]);
            double e = expm1(power[i], p);
            remainder[i] = e;
            lost[i] = lost(power[i], p, e);
        }
    }

    private static void results(double[] expm1, double[] lost, int n) {
        for (int i = 0; i < n; i++) {
            expm1[i] = result(expm1[i], lost[i]);
        }
    }

    private static double shifted(double x) {
        return Math.fma(x, 2 * DoubleExp.LOG2_E, DoubleExp.SHIFT);
    }

    private static double remainder(double x, double shifted) {
        return DoubleExp.remainder(2 * x, shifted);
    }

    /** eʳ − 1, with the signs set so that it is −0 for r = −0. */
    static double expm1OfRemainder(double r) {
        return -Math.fma(r * r, -DoubleExp.q(r), -r);
    }

    /** 2ᵏ·p + (2ᵏ − 1), with the signs set so that it is −0 for k = 0 and p = −0. */
    static double expm1(double power, double p) {
        return Math.fma(power, p, -(1 - power));
    }

    /** What rounding lost in that sum. */
    private static double lost(double power, double p, double expm1) {
        return Math.fma(power, p, -(1 - power) - expm1);
    }

    /** e/(e + 2); what rounding e, the sum and the quotient lost is added again, with the signs set as above. */
    private static double result(double e, double lost) {
        double sum = 2 + e;
        double inverse = 1 / sum;
        double quotient = e * inverse;
        double rest = Math.fma(-quotient, (2 - sum) + e + lost, Math.fma(-quotient, sum, e)) + lost;
        return -Math.fma(inverse, -rest, -quotient);
    }
}
