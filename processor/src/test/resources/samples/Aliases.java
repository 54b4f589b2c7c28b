package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** One array given in several places: right or refused. Each has a point without that, too. */
final class Aliases {
    @Differentiable
    @Sample(at = {"[1, 2], [3, 4]", "[1, 2], =0"})
    static double twoRead(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * a[i] * b[i];
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2], [3, 4]", "[1, 2], =0"})
    static double oneWritten(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= b[1 - i] + i;
        }
        return a[0] * b[1];
    }

    @Differentiable
    @Sample(at = {"[1, 2], [3, 4], [5, 6]", "[1, 2], [3, 4], =0", "[1, 2], =0, =0"})
    static double threeOfThem(double[] a, double[] b, double[] out) {
        for (int i = 0; i < a.length; i++) {
            out[i] = a[i] * b[i] + a[0];
        }
        return out[0] * out[1] + b[0];
    }

    @Differentiable
    @Sample(at = {"[[1, 2], [3, 4]]", "[[1, 2], =0]"})
    static double rowTwice(double[][] m) {
        m[0][1] *= m[1][0];
        m[1][1] += m[0][1];
        return m[0][0] * m[0][1] * m[1][1];
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [5, 6]")
    static double rowElsewhere(double[][] m, double[] v) {
        m[0] = v;
        v[1] *= m[0][0];
        m[1][0] += v[1];
        return m[0][1] * m[1][0];
    }

    /** The result is the argument itself. */
    @Differentiable
    @Sample(at = {"[1, 2], [3, 4]", "[1, 2], =0"})
    static double[] resultIsArgument(double[] a, double[] b) {
        a[0] *= b[1];
        return b[0] > 2 ? a : b;
    }

    /** The row comes into an array that is not differentiated by, and is asked for there. */
    @Differentiable(wrt = {"x"})
    @Sample(at = "[2, 3], [[5, 6], [7, 8]]", wrt = "x", gives = "[4, 0]")
    static double[] rowInAConstant(double[] x, double[][] m) {
        m[0] = x;
        return new double[] {m[0][0] * m[0][0]};
    }

    @Differentiable
    @Sample(at = "[2, 3], [[5, 6], [7, 8]]", gives = "[12, 0], [[0, 0], [0, 0]]")
    static double rowInAConstantOfAHelper(double[] x, double[][] m) {
        return 3 * first(x, new double[2][]);
    }

    private static double first(double[] x, double[][] m) {
        m[1] = x;
        return m[1][0] * m[1][0];
    }
}
