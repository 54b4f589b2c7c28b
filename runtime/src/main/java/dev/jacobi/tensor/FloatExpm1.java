package dev.jacobi.tensor;

/**
 * eˣ − 1 in float32, within 2 ulp, in short loops that HotSpot vectorises: 2ᵏ·(eʳ − 1) + (2ᵏ − 1), the parts as in
 * {@link FloatExp}. Elements with a large |k|, infinities and NaN are computed one by one.
 */
final class FloatExpm1 {
    private FloatExpm1() {}

    /** The same for one number, to the same bits. */
    static float of(float x) {
        if (!(Math.abs(x) < FloatExp.SURE)) {
            return (float) StrictMath.expm1(x);
        }
        float shifted = FloatExp.shifted(x);
        float p = FloatTanh.expm1OfRemainder(FloatExp.remainder(x, shifted));
        return FloatTanh.expm1(FloatExp.power(shifted), p);
    }

    /** Sets {@code b.r} to the function of the first n elements of {@code b.x}. */
    static void block(FloatBlock b, int n) {
        FloatExp.reduce(b.x, b.p, b.r, b.far, n);
        FloatExp.powers(b.p, n);
        boolean edges = !(b.sumOfFar(n) == 0);
        results(b.p, b.r, n);
        for (int i = 0; edges && i < n; i++) {
            if (!(Math.abs(b.x[i]) < FloatExp.SURE)) {
                b.r[i] = (float) StrictMath.expm1(b.x[i]);
            }
        }
    }

    private static void results(float[] power, float[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            remainder[i] = FloatTanh.expm1(power[i], FloatTanh.expm1OfRemainder(remainder[i]));
        }
    }
}
