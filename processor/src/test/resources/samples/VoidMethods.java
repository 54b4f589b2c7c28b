package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import java.util.Arrays;

/** Methods whose results are the arrays that they write. */
final class VoidMethods {
    /** The sum of all that is left: x, and y + a·x. */
    @Differentiable
    @Sample(at = {"3, [1, 2], [5, 6]", "3, [], []"}, gives = {"3, [4, 4], [1, 1]", "0, [], []"})
    static void axpy(double a, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += a * x[i];
        }
    }

    @Differentiable
    @Sample(at = "[1, 2], 3", gives = "[3, 3], 3")
    static void scaleBy(double[] x, double by) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= by;
        }
    }

    /** What was in out is lost. */
    @Differentiable
    @Sample(at = "[1, 2], [5, 6, 7]", gives = "[3, 5], [0, 0, 1]")
    static void squaresInto(double[] x, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] * x[i];
        }
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [0.5, -1], [9, 9]")
    static void productInto(double[][] m, double[] v, double[] out) {
        for (int i = 0; i < m.length; i++) {
            out[i] = 0;
            for (int j = 0; j < v.length; j++) {
                out[i] += m[i][j] * v[j];
            }
        }
    }

    @Differentiable
    @Sample(at = "[3, 4]")
    static void normalise(double[] x) {
        double norm = 0;
        for (double e : x) norm += e * e;
        norm = Math.sqrt(norm);
        for (int i = 0; i < x.length; i++) x[i] /= norm;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[3, 2, 1]")
    static void accumulate(double[] x) {
        for (int i = 1; i < x.length; i++) {
            x[i] += x[i - 1];
        }
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 7", gives = "[1, 0, 0], 1")
    static void clear(double[] x, double last) {
        Arrays.fill(x, 1, x.length, 0);
        x[x.length - 1] = last;
    }

    @Differentiable
    @Sample(at = "[1, 2], [3, 4]", gives = "[2, 2], [1, 1]")
    static void exchange(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            double t = x[i];
            x[i] = y[i];
            y[i] = 2 * t;
        }
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3]", "[1, -2, 3]"})
    static void returnsEarly(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) {
                x[0] = x[2] * x[1];
                return;
            }
            x[i] *= x[i];
        }
        x[0] += x[1];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], [0, 0], [0, 0, 0]")
    static void twoResults(double[] x, double[] moments, double[] centred) {
        double mean = 0;
        for (double e : x) mean += e / x.length;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            centred[i] = x[i] - mean;
            variance += centred[i] * centred[i];
        }
        moments[0] = mean;
        moments[1] = variance / (x.length - 1);
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]", gives = "[[1, 1], [1, 1]]")
    static void transposeInPlace(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i; j++) {
                double t = m[i][j];
                m[i][j] = m[j][i];
                m[j][i] = t;
            }
        }
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 0.5")
    static void callsVoid(double[] x, double by) {
        scaleBy(x, by);
        accumulate(x);
        helper(x, x[0]);
    }

    private static void helper(double[] x, double y) {
        x[1] *= y;
        x[0] = y * x[2];
    }

    @Differentiable
    @Sample(at = "[1.5, 2.5], [1, 1]")
    static void floatsInto(float[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * y[i];
            x[i] += y[i];
        }
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4, 5]")
    static void recursiveButterfly(double[] x) {
        butterfly(x, 0, x.length);
    }

    private static void butterfly(double[] x, int from, int to) {
        if (to - from < 2) return;
        int middle = (from + to) / 2;
        butterfly(x, from, middle);
        butterfly(x, middle, to);
        for (int i = from; i < middle; i++) {
            double a = x[i], b = x[i + middle - from];
            x[i] = a + b;
            x[i + middle - from] = a * b;
        }
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 2")
    static void shiftsAndNotes(double[] x, double by) {
        Trace.note("first", x[0]);
        System.arraycopy(x, 0, x, 1, x.length - 1);
        x[0] = by * x[2];
        Trace.note("last", x[x.length - 1]);
    }

    @Differentiable
    @Sample(at = {"[1, 2], 3", "[1, 2], -3"})
    static void throwsHalfWay(double[] x, double y) {
        x[0] *= y;
        if (y < 0) throw new IllegalArgumentException("y is negative: " + y);
        x[1] *= x[0];
    }
}
