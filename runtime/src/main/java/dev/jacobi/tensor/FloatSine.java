package dev.jacobi.tensor;

/**
 * sin x and cos x in float32, within 2 ulp, in short loops that HotSpot vectorises.
 *
 * <p>With a whole number m, sin x = (−1)ᵐ·sin r for r = x − m·π, and cos x = (−1)ᵐ·sin r for r = x − (m − ½)·π, where
 * |r| ≤ ½π. π is the sum of three numbers, so that r keeps its bits where it is small (W. J. Cody, W. Waite: Software
 * Manual for the Elementary Functions, 1980). Numbers that are large, infinite or NaN are computed one by one.
 */
final class FloatSine {
    private static final float PI_HIGH = 0x1.921fb6p+1f;
    private static final float MINUS_PI_MIDDLE = 0x1.777a5cp-24f;
    private static final float PI_LOW = -0x1.ee59dap-49f;
    private static final float PER_PI = 0x1.45f306p-2f;

    /** Up to here the nearest m is good enough for |r| ≤ 1.002·½π, for which the polynomial is made. */
    private static final float SURE = 1 << 15;

    private FloatSine() {}

    /** The same for one number, to the same bits. */
    static float sin(float x) {
        return of(x, 0);
    }

    /** The same for one number, to the same bits. */
    static float cos(float x) {
        return of(x, 0.5f);
    }

    /** Sets {@code b.r} to sin x of the first n elements of {@code b.x}. */
    static void sin(FloatBlock b, int n) {
        block(b, 0, n);
    }

    /** Sets {@code b.r} to cos x of the first n elements of {@code b.x}. */
    static void cos(FloatBlock b, int n) {
        block(b, 0.5f, n);
    }

    /** @param half 0 for the sine, ½ for the cosine */
    private static float of(float x, float half) {
        if (!(Math.abs(x) < SURE)) {
            return edge(x, half);
        }
        float m = whole(Math.fma(x, PER_PI, half));
        float first = Math.fma(m - half, -PI_HIGH, x);
        float second = second(m - half);
        float r = remainder(first, second);
        return result(r, lost(m - half, first, second, r), sign(m));
    }

    private static float edge(float x, float half) {
        return (float) (half == 0 ? StrictMath.sin(x) : StrictMath.cos(x));
    }

    private static void block(FloatBlock b, float half, int n) {
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
    private static void turns(float[] x, float half, float[] whole, float[] far, int n) {
        for (int i = 0; i < n; i++) {
            whole[i] = whole(Math.fma(x[i], PER_PI, half));
            far[i] = Math.max(Math.abs(x[i]) - SURE, 0);
        }
    }

    private static void remainders(float[] x, float half, float[] whole, float[] lost, float[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            float turns = whole[i] - half;
            float first = Math.fma(turns, -PI_HIGH, x[i]);
            float second = second(turns);
            float r = remainder(first, second);
            remainder[i] = r;
            lost[i] = lost(turns, first, second, r);
        }
    }

    private static void results(float[] whole, float[] lost, float[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            remainder[i] = result(remainder[i], lost[i], sign(whole[i]));
        }
    }

    /** The nearest whole number. */
    private static float whole(float x) {
        return (x + FloatExp.SHIFT) - FloatExp.SHIFT;
    }

    /** (−1)ᵐ */
    private static float sign(float m) {
        float odd = Math.fma(-2, whole(0.5f * m), m);
        return Math.fma(-2 * odd, odd, 1);
    }

    private static float second(float turns) {
        return turns * MINUS_PI_MIDDLE;
    }

    /** The sum, with the signs set so that it is −0 for −0 and a second of 0. */
    private static float remainder(float first, float second) {
        return -(-first - second);
    }

    /** What rounding lost; the first product with π was exact, as x and PI_HIGH are multiples of 2⁻²³. */
    private static float lost(float turns, float first, float second, float r) {
        float ofSecond = Math.fma(turns, MINUS_PI_MIDDLE, -second);
        return ((first - r) + second) + Math.fma(turns, -PI_LOW, ofSecond);
    }

    /** sin(r + lost), where cos r is good enough as 1 − 0.4·r²; with the signs set so that it is −0 for r = −0. */
    private static float result(float r, float lost, float sign) {
        float z = r * r;
        float rest = Math.fma(r * z, p(z), lost * Math.fma(-0.4f, z, 1));
        return -(-r - rest) * sign;
    }

    /** (sin r − r)/r³ for z = r² to 2⁻³¹ of sin r, by Remez' algorithm. */
    private static float p(float z) {
        float p = Math.fma(-0x1.b63148p-26f, z, 0x1.72ce16p-19f);
        p = Math.fma(p, z, -0x1.a023ccp-13f);
        p = Math.fma(p, z, 0x1.111136p-7f);
        return Math.fma(p, z, -0x1.555556p-3f);
    }
}
