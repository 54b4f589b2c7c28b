package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Elements of one of two arrays, by a condition on numbers that are overwritten later. */
final class ChosenArrays {
    @Differentiable
    @Sample(at = {"[2, 3], [1, 5]", "[1, 3], [2, 5]"})
    static double writtenInOneOfTwo(double[] a, double[] b) {
        (a[0] > b[0] ? a : b)[1] *= 3;
        a[0] = 0;
        b[0] = -1;
        return a[1] * b[1];
    }

    @Differentiable
    @Sample(at = {"[2, 3], [1, 5]", "[1, 3], [2, 5]"})
    static double overwritesItsCondition(double[] a, double[] b) {
        (a[0] > b[0] ? a : b)[0] *= -3 * a[1];
        return a[0] * b[0] + b[1];
    }

    @Differentiable
    @Sample(at = {"[2, 3], [1, 5]", "[1, 3], [2, 5]"})
    static double readFromOneOfTwo(double[] a, double[] b) {
        double twice = (a[0] > b[0] ? a : b)[1] * 2;
        a[0] = 0;
        b[0] = -1;
        return twice * a[1];
    }

    @Differentiable
    @Sample(at = {"[2, 3], [1, 5]", "[1, 3], [2, 5]"})
    static double copiedFromOneOfTwo(double[] a, double[] b) {
        double[] c = new double[2];
        System.arraycopy(a[0] > b[0] ? a : b, 0, c, 0, 2);
        java.util.Arrays.fill(a, b[1]);
        return c[0] * c[1] * a[1];
    }

    /** The row that isn't chosen may not be there. */
    @Differentiable
    @Sample(at = {"[[2, 3], [1, 5]], 1", "[[2, 3], [1, 5]], 4"})
    static double rowThatMayNotBeThere(double[][] m, double limit) {
        int last = m.length - 1;
        (m[0][0] > limit ? m[last] : m[last - 1])[1] *= m[0][1];
        m[0][0] = 4;
        (m[0][0] > 1 ? m[last] : m[last + 1])[0] *= m[1][1];
        m[0][0] = limit;
        return m[0][1] * m[1][1] + m[1][0] * m[0][0];
    }

    @Differentiable
    @Sample(at = {"[[2, 3], [1, 5], [3, 0.5], [0.25, 1]], 1"})
    static double fromOneRowToTheNext(double[][] m, double k) {
        for (int i = 0; i + 1 < m.length; i++) {
            (m[i][0] > m[i + 1][1] ? m[i] : m[i + 1])[1] += k * m[i][1] * m[i][0];
            m[i][0] = (m[i][1] > 4 ? m[i + 1] : m[i])[0] * k;
            m[i][1] = 1;
        }
        return m[0][0] * m[1][0] + m[2][0] * m[3][1];
    }

    /** The choice is asked only where it is read: a table of constants is the other side. */
    @Differentiable
    @Sample(at = {"[2, 3], true", "[2, 3], false"})
    static double tableOrArgument(double[] x, boolean own) {
        double[] table = {1, 2};
        return (own ? x : table)[1] * (own ? table : x)[0];
    }

    @Differentiable
    @Sample(at = {"[2, 3], true", "[2, 3], false"})
    static double tableOrOverwrittenArgument(double[] x, boolean own) {
        double[] table = {1, 2};
        double sine = Math.sin((own ? x : table)[0] * x[1]);
        x[0] = 0;
        x[1] = 5;
        return sine * x[1];
    }
}
