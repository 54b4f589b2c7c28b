package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Arrays that only helpers read, or that are given twice. */
final class PassedArrays {
    private static double ways(double[] x, int i, int j, double[][] known, boolean[][] isKnown) {
        if (i == 0 || j == 0) {
            return x[i + j];
        }
        if (!isKnown[i][j]) {
            isKnown[i][j] = true;
            known[i][j] = ways(x, i - 1, j, known, isKnown) * x[j] / 2 + ways(x, i, j - 1, known, isKnown) * x[i];
        }
        return known[i][j];
    }

    @Differentiable
    @Sample(at = "[0.5, 1.5, -1, 2], 3")
    static double memoised(double[] x, int n) {
        double[][] known = new double[4][4];
        boolean[][] isKnown = new boolean[4][4];
        return ways(x, n, n, known, isKnown);
    }

    private static double[] apply(double[][] m, double[] v) {
        double[] y = new double[m.length];
        for (int i = 0; i < m.length; i++) y[i] = inner(m[i], v);
        return y;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [0.5, -1]", gives = "[[0.5, -6.5], [1.5, -8.5]], [22, 32]")
    static double callsOfArrays(double[][] m, double[] v) {
        double[] w = apply(m, apply(m, v));
        return sum(w);
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double sameArrayReadAndWritten(double[] x) {
        double[] a = x.clone();
        addInto(a, a, 3);
        addInto(a, x, -0.5);
        return a[0] * a[1] + a[2];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[2, 4, 6]")
    static double sameArrayTwice(double[] x) {
        return inner(x, x);
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void addInto(double[] to, double[] from, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[(i + 1) % from.length] * to[i];
        }
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double e : x) sum += e;
        return sum;
    }

    private static double keeps(double v, float[] given, double[][] scratch) {
        scratch[0][1] = v;
        return given[1];
    }

    /** What the helper leaves in the array that is made for it matters to nobody. */
    @Differentiable
    @Sample(at = "[3, 4], 1", gives = "[0, 1], 0")
    static double scratchForHelper(float[] d, double w) {
        w = keeps(d[1], d, new double[4][2]);
        return w;
    }

    /** Rows that a called method puts elsewhere once they have been read. */
    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double rowsTurnedByACall(double[] x) {
        double[][] a = {{x[0], 2}, {x[1], x[2]}, {3, 1}};
        double sum = a[0][0] * a[0][0] * a[1][1];
        turn(a);
        return sum * a[0][0] + a[2][0];
    }

    private static void turn(double[][] a) {
        double[] first = a[0];
        for (int i = 0; i + 1 < a.length; i++) {
            a[i] = a[i + 1];
        }
        a[a.length - 1] = first;
    }

    /** An array that isn't there is handed on as one that is. */
    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double withAndWithoutWeights(double[] x) {
        return weighted(x, new double[] {x[1], 2, x[0]}) * weighted(x, null);
    }

    private static double weighted(double[] x, double[] weights) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += weights == null ? x[i] * x[i] : weights[i] * x[i];
        return sum;
    }

    @Differentiable
    @Sample(at = "[2, 3]")
    static double rowOrNone(double[] x) {
        double[][] a = new double[1][2];
        double[][] b = {{x[0], 1}};
        putOr(a, null, b);
        a[0][0] = x[1] * x[1];
        double s = Math.exp(b[0][0] - 8);
        a[0][0] = x[0] * s;
        return s * b[0][0];
    }

    private static void putOr(double[][] to, double[] row, double[][] others) {
        to[0] = row == null ? others[0] : row;
    }
}
