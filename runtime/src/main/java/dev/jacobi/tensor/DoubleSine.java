package dev.jacobi.tensor;

/**
 * sin x and cos x in float64, within 2 ulp, in short loops that HotSpot vectorises.
 *
 * <p>With a whole number m, sin x = (−1)ᵐ·sin r for r = x − m·π, and cos x = (−1)ᵐ·sin r for r = x − (m − ½)·π, where
 * |r| ≤ ½π. π is the sum of three numbers, so that r keeps its bits where it is small (W. J. Cody, W. Waite: Software
 * Manual for the Elementary Functions, 1980). Numbers that are large, infinite or NaN are computed one by one.
 */
final class DoubleSine {
    private static final double PI_HIGH = 0x1.921fb54442d18p+1;
    private static final double PI_MIDDLE = 0x1.1a62633145c07p-53;
    private static final double PI_LOW = -0x1.f1976b7ed9p-109;
    private static final double PER_PI = 0x1.45f306dc9c883p-2;

    /** Up to here the nearest m is good enough for |r| ≤ 1.0001·½π, for which the polynomial is made. */
    private static final double SURE = 1 << 20;

    private DoubleSine() {}

    /** The same for one number, to the same bits. */
    static double sin(double x) {
        return of(x, 0);
    }

    /** The same for one number, to the same bits. */
    static double cos(double x) {
        return of(x, 0.5);
    }

    /** Sets {@code b.r} to sin x of the first n elements of {@code b.x}. */
    static void sin(DoubleBlock b, int n) {
        block(b, 0, n);
    }

    /** Sets {@code b.r} to cos x of the first n elements of {@code b.x}. */
    static void cos(DoubleBlock b, int n) {
        block(b, 0.5, n);
    }

    /** @param half 0 for the sine, ½ for the cosine */
    private static double of(double x, double half) {
        if (!(Math.abs(x) < SURE)) {
            return edge(x, half);
        }
        double m = whole(Math.fma(x, PER_PI, half));
        double first = Math.fma(m - half, -PI_HIGH, x);
        double second = second(m - half);
        double r = remainder(first, second);
        return result(r, lost(m - half, first, second, r), sign(m));
    }

    private static double edge(double x, double half) {
        return half == 0 ? StrictMath.sin(x) : StrictMath.cos(x);
    }

    private static void block(DoubleBlock b, double half, int n) {
        turns(b.x, half, b.p, b.far, n);
        remainders(b.x, half, b.p, b.q, b.r, n);
        results(b.p, b.q, b.r, n);
        boolean edges = !(b.sumOfFar(n) == 0);
        for (int i = 0; edges && i < n; i++) {
            if (!(Math.abs(b.x[i]) < SURE)) {
                b.r[i] = edge(b.x[i], half);
            }
        }
    }

    /** {@code far} says how far x lies outside of what the loops are right for: 0, something positive, or NaN. */
    private static void turns(double[] x, double half, double[] whole, double[] far, int n) {
        for (int i = 0; i < n; i++) {
            whole[i] = whole(Math.fma(x[i], PER_PI, half));
            far[i] = Math.max(Math.abs(x[i]) - SURE, 0);
        }
    }

    private static void remainders(double[] x, double half, double[] whole, double[] lost, double[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            double turns = whole[i] - half;
            double first = Math.fma(turns, -PI_HIGH, x[i]);
            double second = second(turns);
            double r = remainder(first, second);
            remainder[i] = r;
            lost[i] = lost(turns, first, second, r);
        }
    }

    private static void results(double[] whole, double[] lost, double[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            remainder[i] = result(remainder[i], lost[i], sign(whole[i]));
        }
    }

    /** The nearest whole number. */
    private static double whole(double x) {
        return (x + DoubleExp.SHIFT) - DoubleExp.SHIFT;
    }

    /** (−1)ᵐ */
    private static double sign(double m) {
        double odd = Math.fma(-2, whole(0.5 * m), m);
        return Math.fma(-2 * odd, odd, 1);
    }

    private static double second(double turns) {
        return turns * PI_MIDDLE;
    }

    private static double remainder(double first, double second) {
        return first - second;
    }

    /** What rounding lost; the first product with π was exact, as x and PI_HIGH are multiples of 2⁻⁵². */
    private static double lost(double turns, double first, double second, double r) {
        double ofSecond = Math.fma(turns, PI_MIDDLE, -second);
        return ((first - r) - second) - Math.fma(turns, PI_LOW, ofSecond);
    }

    /** sin(r + lost), where cos r is good enough as 1 − 0.4·r²; with the signs set so that it is −0 for r = −0. */
    private static double result(double r, double lost, double sign) {
        double z = r * r;
        double rest = Math.fma(r * z, p(z), lost * Math.fma(-0.4, z, 1));
        return -(-r - rest) * sign;
    }

    /** (sin r − r)/r³ for z = r² to 2⁻⁶¹ of sin r, by Remez' algorithm. */
    private static double p(double z) {
        double p = Math.fma(-0x1.65a1bf6661fc9p-60, z, 0x1.8a1686db415f2p-49);
        p = Math.fma(p, z, -0x1.ae4bf8527c172p-41);
        p = Math.fma(p, z, 0x1.6123e124b14e0p-33);
        p = Math.fma(p, z, -0x1.ae64550b045b1p-26);
        p = Math.fma(p, z, 0x1.71de3a52f41d0p-19);
        p = Math.fma(p, z, -0x1.a01a01a0155a1p-13);
        p = Math.fma(p, z, 0x1.11111111110cdp-7);
        return Math.fma(p, z, -0x1.5555555555555p-3);
    }
}
