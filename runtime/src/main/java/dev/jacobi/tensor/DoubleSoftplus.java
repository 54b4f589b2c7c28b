package dev.jacobi.tensor;

/**
 * ln(1 + eˣ) in float64, within 2 ulp, in short loops that HotSpot vectorises.
 *
 * <p>It is max(x, 0) + ln(1 + e) with e = exp(−|x|). With s = e/(2 + e), ln(1 + e) is 2·artanh s = e − s·(e −
 * s²·l(s²)).
 */
final class DoubleSoftplus {
    private DoubleSoftplus() {}

    /** The same for one number, to the same bits. */
    static double of(double x) {
        double exp = DoubleExp.of(-Math.abs(x));
        double s = ratio(exp);
        return result(x, exp, s, factor(s, exp));
    }

    /** Sets {@code b.r} to the function of the first n elements of x, with the help of {@code b.p} and {@code b.q}. */
    static void block(double[] x, DoubleBlock b, int n) {
        DoubleSigmoid.negative(x, b.q, n);
        DoubleExp.block(b.q, b, n);
        ratios(b.r, b.p, n);
        factors(b.p, b.r, b.q, n);
        results(x, b.p, b.q, b.r, n);
    }

    private static void ratios(double[] exp, double[] ratio, int n) {
        for (int i = 0; i < n; i++) {
            ratio[i] = ratio(exp[i]);
        }
    }

    private static void factors(double[] ratio, double[] exp, double[] factor, int n) {
        for (int i = 0; i < n; i++) {
            factor[i] = factor(ratio[i], exp[i]);
        }
    }

    private static void results(double[] x, double[] ratio, double[] factor, double[] exp, int n) {
        for (int i = 0; i < n; i++) {
            exp[i] = result(x[i], exp[i], ratio[i], factor[i]);
        }
    }

    private static double ratio(double exp) {
        return exp / (2 + exp);
    }

    private static double factor(double s, double exp) {
        double z = s * s;
        return Math.fma(-z, l(z), exp);
    }

    private static double result(double x, double exp, double s, double factor) {
        return Math.max(x, 0) + Math.fma(-s, factor, exp);
    }

    /** (2·artanh s − 2s)/s³ for z = s² up to ⅑, to 2⁻⁵⁹ of the logarithm, by Remez' algorithm. */
    private static double l(double z) {
        double l = Math.fma(0x1.5c7f22913c622p-3, z, 0x1.55a91ba122809p-4);
        l = Math.fma(l, z, 0x1.efda63a22fe9fp-4);
        l = Math.fma(l, z, 0x1.10679f06583eap-3);
        l = Math.fma(l, z, 0x1.3b1dde9f06ea3p-3);
        l = Math.fma(l, z, 0x1.745cb3d7a1169p-3);
        l = Math.fma(l, z, 0x1.c71c741d9c255p-3);
        l = Math.fma(l, z, 0x1.249249208a25ap-2);
        l = Math.fma(l, z, 0x1.99999999a0784p-2);
        return Math.fma(l, z, 0x1.5555555555535p-1);
    }
}
