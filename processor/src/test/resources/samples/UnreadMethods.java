package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;

/** Methods whose code can't be differentiated, and needn't be: nothing differentiated goes in. They may do anything. */
final class UnreadMethods {
    private static final double FACTOR = 2;
    static double[] table = {1, 2};
    static final double[] WEIGHTS = {1, 2};
    static final Object LOCK = new Object();

    private final double mass = 3;

    double mass() {
        return mass;
    }

    static void overwrite(double[] a) {
        synchronized (LOCK) {
            a[0] = 7;
        }
    }

    private static int overwriteSecretly(double[] a, int times) {
        try {
            a[0] = 7;
            return times == 0 ? 1 : overwriteSecretly(a, times - 1);
        } finally {
            Trace.note("overwritten");
        }
    }

    private static double changeTable(double to) {
        try {
            table[0] = to;
            return FACTOR;
        } finally {
            Trace.note("changed");
        }
    }

    static double[] given(double[] a) {
        try {
            return a;
        } finally {
            Trace.note("given");
        }
    }

    static double[] row(double[][] a) {
        synchronized (LOCK) {
            return a[0];
        }
    }

    static void replaceRows(double[][] a) {
        synchronized (LOCK) {
            a[0] = a[1];
        }
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private double kinetic(int n) {
        synchronized (this) {
            return mass * n;
        }
    }

    private static double onlyReads(double[] a) {
        try {
            return a[0] + a.length;
        } finally {
            Trace.note("read");
        }
    }

    private static void inner(double[] a) {
        record Pair(int i, double v) {}
        Pair pair = new Pair(0, 7);
        a[pair.i()] = pair.v();
    }

    @Differentiable
    @Sample(at = "3", gives = "4")
    static double overwrittenByAPublicMethod(double x) {
        double[] t = {1, 2};
        double y = x * t[0];
        overwrite(t);
        return y * t[1] * 2;
    }

    @Differentiable
    @Sample(at = "3", gives = "14")
    static double overwrittenInALoop(double x) {
        double[] t = {1, 2};
        double y = x;
        for (int i = 0; i < 2; i++) {
            y *= t[0];
            y *= overwriteSecretly(t, i);
        }
        return y * t[1];
    }

    @Differentiable
    @Sample(at = "3", gives = "4")
    static double overwrittenBehindAField(double x) {
        table[0] = 1;
        double y = x * table[0];
        return y * changeTable(5) * 2;
    }

    @Differentiable
    @Sample(at = "3", gives = "14")
    static double otherNameOfAnArray(double x) {
        double[] t = {1, 2};
        double[] u = given(t);
        double y = x * t[0];
        u[0] = 7;
        return y * t[1] * t[0];
    }

    @Differentiable
    @Sample(at = "3", gives = "14")
    static double rowOfAnArray(double x) {
        double[][] t = {{1, 2}};
        double[] u = row(t);
        double y = x * t[0][0];
        u[0] = 7;
        return y * t[0][0] * t[0][1];
    }

    @Differentiable
    @Sample(at = "3", gives = "35")
    static double replacedRows(double x) {
        double[][] t = {{1, 2}, {5, 6}};
        double y = x * t[0][0];
        replaceRows(t);
        t[1][0] = 7;
        return y * t[0][0] * 5;
    }

    @Differentiable
    @Sample(at = "3", gives = "-9")
    static double handedConstants(double x) {
        return x * parsed("9") * parsed("?");
    }

    @Differentiable
    @Sample(at = "3", gives = "6")
    double kineticOfTheObject(double x) {
        return x * kinetic(2);
    }

    @Differentiable
    @Sample(at = "[3, 4]", gives = "[3, 0]")
    static double onlyReadTable(double[] x) {
        return x[0] * onlyReads(WEIGHTS);
    }

    @Differentiable
    @Sample(at = "3", gives = "7")
    static double withAClassInside(double x) {
        double[] t = {1, 2};
        double y = x * t[0];
        inner(t);
        return y * t[0];
    }
}
