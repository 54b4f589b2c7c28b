package dev.jacobi.tensor;

/**
 * eˣ in float32, within 1 ulp, in short loops that HotSpot vectorises.
 *
 * <p>With an integer k and |r| ≤ ½ ln 2, x = k·ln 2 + r and eˣ = 2ᵏ·eʳ, where eʳ = 1 + r + r²·q(r). Elements with a
 * large |k|, infinities and NaN are computed again one by one; where both ways are possible, they give the same bits,
 * as powers of two multiply exactly.
 */
final class FloatExp {
    static final float LOG2_E = 0x1.715476p+0f;
    /** The first 14 bits of ln 2, so that its products with k are exact, and the rest. */
    static final float LN_2_HIGH = 0x1.62ep-1f;

    static final float LN_2_LOW = 0x1.0bfbe8p-15f;

    /** Added to a number, it leaves the nearest integer in the last bits of the sum. */
    static final float SHIFT = 0x1.8p23f;

    static final int SHIFT_BITS = Float.floatToRawIntBits(SHIFT);
    static final int BIAS = 127;
    static final int MANTISSA = 23;

    /** The loops are right up to this number, where |k| ≤ 64. */
    static final float SURE = 43;

    private static final float OVERFLOW = 88.73f;
    private static final float UNDERFLOW = -103.98f;

    private FloatExp() {}

    /** The same for one number, to the same bits. */
    static float of(float x) {
        if (!(Math.abs(x) < SURE)) {
            return edge(x);
        }
        float shifted = shifted(x);
        return expOfRemainder(remainder(x, shifted)) * power(shifted);
    }

    /** The same for the first n elements of an array; the result is {@code out}, or another array of this thread. */
    static float[] of(float[] x, float[] out, int n) {
        boolean fits = n <= FloatBlock.LENGTH && n >= BlockFunction.SHORT;
        int done = fits ? KernelProvider.FLOAT_LANES.exp(x, out, 0, n) : 0;
        if (done == n) {
            return out;
        }
        if (done > 0 || !fits) {
            UnaryOperation.EXP.kernel().apply(x, out, done, n);
            return out;
        }
        FloatBlock block = FloatBlock.own();
        block(x, block, n);
        return block.r;
    }

    private static float edge(float x) {
        if (!(x < OVERFLOW)) {
            return x + Float.POSITIVE_INFINITY; // or NaN
        }
        if (x < UNDERFLOW) {
            return 0;
        }
        float shifted = shifted(x);
        int half = (int) (shifted - SHIFT) / 2;
        return expOfRemainder(remainder(x, shifted)) * power(shifted - half) * power(SHIFT + half);
    }

    /**
     * Sets {@code b.r} to the exponential of the first n elements of x, with the help of {@code b.p} and {@code b.far}.
     */
    static void block(float[] x, FloatBlock b, int n) {
        reduce(x, b.p, b.r, b.far, n);
        powers(b.p, n);
        results(b.p, b.r, n);
        boolean edges = !(b.sumOfFar(n) == 0);
        for (int i = 0; edges && i < n; i++) {
            if (!(Math.abs(x[i]) < SURE)) {
                b.r[i] = edge(x[i]);
            }
        }
    }

    /** {@code far} says how far x lies outside of what the loops are right for: 0, something positive, or NaN. */
    static void reduce(float[] x, float[] shifted, float[] remainder, float[] far, int n) {
        for (int i = 0; i < n; i++) {
            float k = shifted(x[i]);
            shifted[i] = k;
            remainder[i] = remainder(x[i], k);
            far[i] = Math.max(Math.abs(x[i]) - SURE, 0);
        }
    }

    /** SHIFT + k becomes 2ᵏ for k from −64 to 64. */
    static void powers(float[] shifted, int n) {
        for (int i = 0; i < n; i++) {
            shifted[i] = oneBit(nearPower(shifted[i] - SHIFT));
        }
    }

    /**
     * About 2ᵏ, by less than a tenth of it: the 64th power of a polynomial near 2ᵏᐟ⁶⁴. HotSpot vectorises this, but
     * nothing that takes a number's bits.
     */
    private static float nearPower(float k) {
        float x =
                Math.fma(Math.fma(Math.fma(0x1.bbe20ap-23f, k, 0x1.ff0a1ep-15f), k, 0x1.63ce06p-7f), k, 0x1.ff7c7cp-1f);
        float x2 = x * x;
        float x4 = x2 * x2;
        float x8 = x4 * x4;
        float x16 = x8 * x8;
        float x32 = x16 * x16;
        return x32 * x32;
    }

    /**
     * The power of two that is nearest, with the midpoints ¾·2ᵏ. So does Veltkamp split a number, of which this is the
     * first bit.
     */
    private static float oneBit(float x) {
        float product = x * 0x1.000002p23f;
        return product - (product - x);
    }

    private static void results(float[] power, float[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            remainder[i] = expOfRemainder(remainder[i]) * power[i];
        }
    }

    /** SHIFT + k */
    static float shifted(float x) {
        return Math.fma(x, LOG2_E, SHIFT);
    }

    static float remainder(float x, float shifted) {
        float k = shifted - SHIFT;
        return Math.fma(k, -LN_2_LOW, Math.fma(k, -LN_2_HIGH, x));
    }

    /** 2ᵏ for SHIFT + k */
    static float power(float shifted) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(shifted) + BIAS << MANTISSA);
    }

    /** 1 + r is rounded, and what it lost is added again. */
    private static float expOfRemainder(float r) {
        float sum = 1 + r;
        return sum + Math.fma(r * r, q(r), (1 - sum) + r);
    }

    /** (eʳ − 1 − r)/r² to 2⁻³⁰ of eʳ, by Remez' algorithm. */
    static float q(float r) {
        float q = Math.fma(0x1.9894aap-13f, r, 0x1.6c8da0p-10f);
        q = Math.fma(q, r, 0x1.111562p-7f);
        q = Math.fma(q, r, 0x1.55558ep-5f);
        q = Math.fma(q, r, 0x1.555554p-3f);
        return Math.fma(q, r, 0.5f);
    }
}
