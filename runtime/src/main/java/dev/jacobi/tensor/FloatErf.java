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

    /** Below −1 times these, erfc −x and Φ(x) are less than half the smallest float. */
    private static final float ZERO_FROM = 10.1f;

    private static final float PHI_ZERO_FROM = 14.3f;

    /** From here on erf x and Φ(x) are 1, to the last bit. */
    private static final float ONE_FROM = 6.5f;

    private static final float PHI_ONE_FROM = 9.2f;

    private FloatErf() {}

    /** The same for one number, to the same bits. */
    static float erf(float x) {
        float y = clamped(x, -ONE_FROM, ONE_FROM);
        return erf(y, smallErf(y), tail(y, 1, 1));
    }

    /** The same for one number, to the same bits. */
    static float erfc(float x) {
        float y = clamped(-x, -ZERO_FROM, ONE_FROM);
        return onePlusErf(y, smallErf(y), tail(y, 1, 1), 1);
    }

    /** The same for one number, to the same bits. */
    static float ndtr(float x) {
        float y = clamped(x, -PHI_ZERO_FROM, PHI_ONE_FROM);
        return onePlusErf(y, smallErf(y * ROOT_HALF), tail(y, ROOT_HALF, 0.5f), 0.5f);
    }

    private static float tail(float y, float scale, float square) {
        float a = Math.abs(y) * scale;
        float high = high(y, square);
        return tail(FloatExp.of(high), p(t(a)), a, lost(y, square, high));
    }

    /** Sets {@code b.r} to erf x of the first n elements of {@code b.x}. */
    static void erf(FloatBlock b, int n) {
        clamped(b.x, 1, -ONE_FROM, ONE_FROM, b.y, n);
        tails(b, 1, 1, n);
        erfs(b.y, b.p, b.r, n);
    }

    /** Sets {@code b.r} to erfc x of the first n elements of {@code b.x}. */
    static void erfc(FloatBlock b, int n) {
        clamped(b.x, -1, -ZERO_FROM, ONE_FROM, b.y, n);
        tails(b, 1, 1, n);
        onePlusErfs(b.y, b.p, b.r, 1, n);
    }

    /** Sets {@code b.r} to Φ(x) of the first n elements of {@code b.x}. */
    static void ndtr(FloatBlock b, int n) {
        clamped(b.x, 1, -PHI_ZERO_FROM, PHI_ONE_FROM, b.y, n);
        tails(b, ROOT_HALF, 0.5f, n);
        onePlusErfs(b.y, b.p, b.r, 0.5f, n);
    }

    private static void clamped(float[] x, float side, float least, float most, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = clamped(side * x[i], least, most);
        }
    }

    /** Sets {@code b.r} to erfc(scale·|y|), and {@code b.p} to erf(scale·y) where that is small. */
    private static void tails(FloatBlock b, float scale, float square, int n) {
        highs(b.y, square, b.q, n);
        FloatExp.block(b.q, b, n);
        quotients(b.y, scale, b.p, n);
        polynomials(b.p, b.far, n);
        tails(b.y, scale, square, b.q, b.far, b.r, n);
        smallErfs(b.y, scale, b.p, n);
    }

    private static void highs(float[] y, float square, float[] high, int n) {
        for (int i = 0; i < n; i++) {
            high[i] = high(y[i], square);
        }
    }

    private static void quotients(float[] y, float scale, float[] t, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = t(Math.abs(y[i]) * scale);
        }
    }

    private static void polynomials(float[] t, float[] p, int n) {
        for (int i = 0; i < n; i++) {
            p[i] = p(t[i]);
        }
    }

    private static void tails(float[] y, float scale, float square, float[] high, float[] p, float[] exp, int n) {
        for (int i = 0; i < n; i++) {
            exp[i] = tail(exp[i], p[i], Math.abs(y[i]) * scale, lost(y[i], square, high[i]));
        }
    }

    private static void smallErfs(float[] y, float scale, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = smallErf(y[i] * scale);
        }
    }

    private static void erfs(float[] y, float[] small, float[] tail, int n) {
        for (int i = 0; i < n; i++) {
            tail[i] = erf(y[i], small[i], tail[i]);
        }
    }

    private static void onePlusErfs(float[] y, float[] small, float[] tail, float weight, int n) {
        for (int i = 0; i < n; i++) {
            tail[i] = onePlusErf(y[i], small[i], tail[i], weight);
        }
    }

    private static float clamped(float y, float least, float most) {
        return Math.min(Math.max(y, least), most);
    }

    /** −square·y², rounded. */
    private static float high(float y, float square) {
        return -square * y * y;
    }

    /** What rounding lost. */
    private static float lost(float y, float square, float high) {
        return Math.fma(-square * y, y, -high);
    }

    private static float t(float a) {
        return (a - CENTRE) / (a + CENTRE);
    }

    /** erfc a */
    private static float tail(float exp, float p, float a, float lost) {
        float tail = exp * (p / (1 + a));
        return Math.fma(tail, lost, tail);
    }

    /** erf y, with the signs set so that it is −0 for −0. */
    private static float erf(float y, float small, float tail) {
        float isLarge = step(Math.abs(y) - SMALL);
        float large = Math.max(1 - tail, 0) * Math.fma(-2, step(-y), 1);
        return -Math.fma(-isLarge, large, -(1 - isLarge) * small);
    }

    /** {@code weight} times 1 + erf. */
    private static float onePlusErf(float y, float small, float tail, float weight) {
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
