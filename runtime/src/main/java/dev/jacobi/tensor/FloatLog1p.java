package dev.jacobi.tensor;

/**
 * ln(1 + x) in float32, within 2 ulp, in short loops that HotSpot vectorises: ln u + (x − (u − 1))/u with the rounded u
 * = 1 + x, as ln(1 + x) is ln u + ln(1 + (1 + x − u)/u).
 */
final class FloatLog1p {
    /** From here on 1 + x is x. */
    private static final float LARGE = 0x1p60f;

    private FloatLog1p() {}

    /** The same for one number, to the same bits. */
    static float of(float x) {
        float u = 1 + x;
        return result(x, u, FloatLog.of(u));
    }

    /** Sets {@code b.r} to the function of the first n elements of {@code b.x}. */
    static void block(FloatBlock b, int n) {
        sums(b.x, b.y, n);
        FloatLog.block(b.y, b, n);
        results(b.x, b.y, b.r, n);
    }

    private static void sums(float[] x, float[] u, int n) {
        for (int i = 0; i < n; i++) {
            u[i] = 1 + x[i];
        }
    }

    private static void results(float[] x, float[] u, float[] log, int n) {
        for (int i = 0; i < n; i++) {
            log[i] = result(x[i], u[i], log[i]);
        }
    }

    /** With the signs set so that it is −0 for −0; what was added makes neither 0/0 nor ∞ − ∞. */
    private static float result(float x, float u, float log) {
        float lost = Math.min(x, LARGE) - (Math.min(u, LARGE) - 1);
        return -(-log - lost / Math.max(u, Float.MIN_NORMAL));
    }
}
