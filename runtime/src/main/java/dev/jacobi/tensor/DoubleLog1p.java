package dev.jacobi.tensor;

/**
 * ln(1 + x) in float64, within 2 ulp, in short loops that HotSpot vectorises: ln u + (x − (u − 1))/u with the rounded u
 * = 1 + x, as ln(1 + x) is ln u + ln(1 + (1 + x − u)/u).
 */
final class DoubleLog1p {
    /** From here on 1 + x is x. */
    private static final double LARGE = 0x1p60;

    private DoubleLog1p() {}

    /** The same for one number, to the same bits. */
    static double of(double x) {
        double u = 1 + x;
        return result(x, u, DoubleLog.of(u));
    }

    /** Sets {@code b.r} to the function of the first n elements of {@code b.x}. */
    static void block(DoubleBlock b, int n) {
        sums(b.x, b.y, n);
        DoubleLog.block(b.y, b, n);
        results(b.x, b.y, b.r, n);
    }

    private static void sums(double[] x, double[] u, int n) {
        for (int i = 0; i < n; i++) {
            u[i] = 1 + x[i];
        }
    }

    private static void results(double[] x, double[] u, double[] log, int n) {
        for (int i = 0; i < n; i++) {
            log[i] = result(x[i], u[i], log[i]);
        }
    }

    /** With the signs set so that it is −0 for −0; what was added makes neither 0/0 nor ∞ − ∞. */
    private static double result(double x, double u, double log) {
        double lost = Math.min(x, LARGE) - (Math.min(u, LARGE) - 1);
        return -(-log - lost / Math.max(u, Double.MIN_NORMAL));
    }
}
