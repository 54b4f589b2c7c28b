package dev.jacobi.tensor;

/**
 * eˣ − 1 in float64, within 2 ulp, in short loops that HotSpot vectorises: 2ᵏ·(eʳ − 1) + (2ᵏ − 1), the parts as in
 * {@link DoubleExp}. Elements with a large |k|, infinities and NaN are computed one by one.
 */
final class DoubleExpm1 {
    private DoubleExpm1() {}

    /** The same for one number, to the same bits. */
    static double of(double x) {
        if (!(Math.abs(x) < DoubleExp.SURE)) {
            return StrictMath.expm1(x);
        }
        double shifted = DoubleExp.shifted(x);
        double p = DoubleTanh.expm1OfRemainder(DoubleExp.remainder(x, shifted));
        return DoubleTanh.expm1(DoubleExp.power(shifted), p);
    }

    /** Sets {@code b.r} to the function of the first n elements of {@code b.x}. */
    static void block(DoubleBlock b, int n) {
        DoubleExp.reduce(b.x, b.p, b.r, n);
        boolean edges = DoubleExp.powers(b.p, n);
        results(b.p, b.r, n);
        for (int i = 0; edges && i < n; i++) {
            if (!(Math.abs(b.x[i]) < DoubleExp.SURE)) {
                b.r[i] = StrictMath.expm1(b.x[i]);
            }
        }
    }

    private static void results(double[] power, double[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            remainder[i] = DoubleTanh.expm1(power[i], DoubleTanh.expm1OfRemainder(remainder[i]));
        }
    }
}
