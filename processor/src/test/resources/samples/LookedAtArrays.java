package samples;

import dev.jacobi.Differentiable;

/** Arrays that are handed to methods which take any object, and only look whether it is there. */
public final class LookedAtArrays {

    private LookedAtArrays() {}

    static void checkNotNull(Object o) {
        if (o == null) {
            throw new NullPointerException();
        }
    }

    static void checkNotNull(Object o, String pattern, Object... more) {
        if (o == null) {
            throw new NullPointerException(String.format(pattern, more));
        }
    }

    static <T> T notNull(T x, String name) {
        if (x == null) {
            throw new IllegalArgumentException(name);
        }
        return x;
    }

    static <T> T given(T x) {
        return notNull(x, "x");
    }

    static void check(boolean right, String pattern, Object... more) {
        if (!right) {
            throw new IllegalArgumentException(String.format(pattern, more));
        }
    }

    @Differentiable
    public static double energyOfGivenArrays(double[] x, double[] y) {
        checkNotNull(x);
        checkNotNull(y, "%s of %d", "y", x.length);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            check(x[i] < 1e9, "x is %s", x[i]);
            sum += x[i] * x[i] * y[i];
        }
        return sum;
    }

    @Differentiable
    public static double[] scaledCopyOfGiven(double[] x, double k) {
        double[] same = notNull(x, "x");
        double[] made = given(same.clone());
        for (int i = 0; i < made.length; i++) {
            made[i] *= k * same[i];
        }
        return made;
    }

    @Differentiable
    public static double traceOfGivenRows(double[][] a) {
        double[][] rows = notNull(a, "a");
        checkNotNull(rows[0]);
        return rows[0][0] * rows[0][0] + Math.sin(rows[1][1]) * given(rows[1])[0];
    }
}
