package dev.jacobi.tensor;

/** The logarithm that {@code Math} lacks. */
final class Logarithm {
    private static final double SQRT_2 = Math.sqrt(2);
    private static final double PER_LN_2 = 1 / Math.log(2);

    private Logarithm() {}

    /** log₂ x, exact for powers of two: x = m·2ᵉ with m in [√½, √2), log₂ x = e + ln m / ln 2. */
    static double base2(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return Math.log(x) * PER_LN_2; // NaN, infinite or subnormal
        }
        int e = Math.getExponent(x);
        double m = Math.scalb(x, -e);
        if (m >= SQRT_2) {
            m /= 2;
            e++;
        }
        return e + Math.log(m) * PER_LN_2;
    }
}
