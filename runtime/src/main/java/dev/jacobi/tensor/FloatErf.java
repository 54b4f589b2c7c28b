package dev.jacobi.tensor;

/**
 * erf x, erfc x and the normal distribution Φ(x) = ½ erfc(−x/√2) in float32, within 3, 5 and 6 ulp, in short loops that
 * HotSpot vectorises.
 *
 * <p>Where |x| ≤ ½, erf x = x + x·q(x²). Beyond, erfc a = e^−a²·p(t)/(1 + a) with t = (a − 3)/(a + 3), as (1 +
 * a)·e^a²·erfc a hardly changes (M. Shepherd, J. Laframboise: Chebyshev Approximation of (1 + 2x)exp(x²)erfc x in 0 ≤ x
 * &lt; ∞, Mathematics of Computation 36 (1981)). Rounding a² would be magnified, and so what it loses is added again;
 * for Φ it is ½x² that is rounded, and not the square of a rounded x/√2.
 */
final class FloatErf {
    private static final float ROOT_HALF = 0x1.6a09e6p-1f;

    private static final float SMALL = 0.5f;
    private static final float CENTRE = 3;
    private static final float LARGE = 0x1p100f;

    /** From here on erfc is less than half the smallest float. */
    private static final float ZERO_FROM = 10.1f;

    private static final float PHI_ZERO_BELOW = 14.3f;

    private FloatErf() {}

    /** The same for one number, to the same bits. */
    static float erf(float x) {
        float a = Math.min(Math.abs(x), ZERO_FROM);
        float high = high(a, 1);
        float tail = tail(FloatExp.of(high), p(t(a)), a, lost(a, 1, high));
        return erf(x, smallErf(clamped(x, ZERO_FROM)), tail);
    }

    /** The same for one number, to the same bits. */
    static float erfc(float x) {
        return complement(x, -1, 1, ZERO_FROM, 1);
    }

    /** The same for one number, to the same bits. */
    static float ndtr(float x) {
        return complement(x, ROOT_HALF, 0.5f, PHI_ZERO_BELOW, 0.5f);
    }

    private static float complement(float x, float scale, float square, float top, float weight) {
        float size = Math.min(Math.abs(x), top);
        float a = size * Math.abs(scale);
        float high = high(size, square);
        float tail = tail(FloatExp.of(high), p(t(a)), a, lost(size, square, high));
        float y = clamped(x, top) * scale;
        return complement(y, smallErf(y), tail, weight);
    }

    /** Sets {@code b.r} to erf x of the first n elements of {@code b.x}. */
    static void erf(FloatBlock b, int n) {
        tails(b, 1, 1, ZERO_FROM, n);
        smallErfs(b.x, 1, ZERO_FROM, b.p, n);
        erfs(b.x, b.p, b.r, n);
    }

    /** Sets {@code b.r} to erfc x of the first n elements of {@code b.x}. */
    static void erfc(FloatBlock b, int n) {
        tails(b, 1, 1, ZERO_FROM, n);
        smallErfs(b.x, -1, ZERO_FROM, b.p, n);
        complements(b.x, -1, ZERO_FROM, 1, b.p, b.r, n);
    }

    /** Sets {@code b.r} to Φ(x) of the first n elements of {@code b.x}. */
    static void ndtr(FloatBlock b, int n) {
        tails(b, ROOT_HALF, 0.5f, PHI_ZERO_BELOW, n);
        smallErfs(b.x, ROOT_HALF, PHI_ZERO_BELOW, b.p, n);
        complements(b.x, ROOT_HALF, PHI_ZERO_BELOW, 0.5f, b.p, b.r, n);
    }

    /** Sets {@code b.r} to erfc(scale·|x|), where {@code square} is the square of the scale. */
    private static void tails(FloatBlock b, float scale, float square, float top, int n) {
        highs(b.x, square, top, b.q, n);
        FloatExp.block(b.q, b, n);
        quotients(b.x, scale, top, b.p, n);
        polynomials(b.p, b.far, n);
        tails(b.x, scale, square, top, b.q, b.far, b.r, n);
    }

    private static void highs(float[] x, float square, float top, float[] high, int n) {
        for (int i = 0; i < n; i++) {
            high[i] = high(Math.min(Math.abs(x[i]), top), square);
        }
    }

    private static void quotients(float[] x, float scale, float top, float[] t, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = t(Math.min(Math.abs(x[i]), top) * scale);
        }
    }

    private static void polynomials(float[] t, float[] p, int n) {
        for (int i = 0; i < n; i++) {
            p[i] = p(t[i]);
        }
    }

    private static void tails(
            float[] x, float scale, float square, float top, float[] high, float[] p, float[] exp, int n) {
        for (int i = 0; i < n; i++) {
            float size = Math.min(Math.abs(x[i]), top);
            exp[i] = tail(exp[i], p[i], size * scale, lost(size, square, high[i]));
        }
    }

    private static void smallErfs(float[] x, float scale, float top, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = smallErf(clamped(x[i], top) * scale);
        }
    }

    private static void erfs(float[] x, float[] small, float[] tail, int n) {
        for (int i = 0; i < n; i++) {
            tail[i] = erf(x[i], small[i], tail[i]);
        }
    }

    private static void complements(
            float[] x, float scale, float top, float weight, float[] small, float[] tail, int n) {
        for (int i = 0; i < n; i++) {
            tail[i] = complement(clamped(x[i], top) * scale, small[i], tail[i], weight);
        }
    }

    private static float clamped(float x, float top) {
        return Math.min(Math.max(x, -top), top);
    }

    /** −square·a², rounded. */
    private static float high(float a, float square) {
        return -square * a * a;
    }

    /** What rounding lost. */
    private static float lost(float a, float square, float high) {
        return Math.fma(-square * a, a, -high);
    }

    private static float t(float a) {
        return (a - CENTRE) / (a + CENTRE);
    }

    /** erfc a */
    private static float tail(float exp, float p, float a, float lost) {
        float tail = exp * (p / (1 + a));
        return Math.fma(tail, lost, tail);
    }

    /** erf x, with the signs set so that it is −0 for −0. */
    private static float erf(float x, float small, float tail) {
        float isLarge = step(Math.abs(x) - SMALL);
        float large = Math.max(1 - tail, 0) * Math.fma(-2, step(-x), 1);
        return -Math.fma(-isLarge, large, -(1 - isLarge) * small);
    }

    /** {@code weight} times 1 + erf y. */
    private static float complement(float y, float small, float tail, float weight) {
        float isLarge = step(Math.abs(y) - SMALL);
        float isRight = step(y);
        float large = Math.fma(Math.fma(-2, isRight, 1), weight * tail, 2 * weight * isRight);
        return Math.fma(isLarge, large, (1 - isLarge) * Math.fma(weight, small, weight));
    }

    /** 1 where x is positive, 0 where it is not. */
    private static float step(float x) {
        return Math.min(Math.max(x * LARGE, 0), 1);
    }

    /** erf x for |x| ≤ ½. */
    private static float smallErf(float x) {
        return Math.fma(x, q(x * x), x);
    }

    /** erf a / a − 1 for z = a², to 2⁻²⁹, by Remez' algorithm. */
    private static float q(float z) {
        float q = Math.fma(0x1.35465ep-8f, z, -0x1.b66846p-6f);
        q = Math.fma(q, z, 0x1.ce2544p-4f);
        q = Math.fma(q, z, -0x1.812734p-2f);
        return Math.fma(q, z, 0x1.06eba8p-3f);
    }

    /** (1 + a)·e^a²·erfc a to 2⁻²⁶, by Remez' algorithm. */
    private static float p(float t) {
        float p = Math.fma(-0x1.b671f6p-14f, t, -0x1.84a512p-12f);
        p = Math.fma(p, t, 0x1.71cebp-11f);
        p = Math.fma(p, t, 0x1.ade21p-10f);
        p = Math.fma(p, t, -0x1.400036p-7f);
        p = Math.fma(p, t, 0x1.67a5p-6f);
        p = Math.fma(p, t, -0x1.85fa14p-6f);
        p = Math.fma(p, t, -0x1.4f5ec4p-7f);
        p = Math.fma(p, t, 0x1.9596b6p-4f);
        p = Math.fma(p, t, -0x1.d8f07p-3f);
        return Math.fma(p, t, 0x1.6e9828p-1f);
    }
}
