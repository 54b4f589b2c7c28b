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
    @Sample(at = {"[[1, 2], [3, 4]]", "[[1, 2], =0]", "[[1, 2], [3, 4], =0]"})
    static double rowTwiceRead(double[][] m) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += (i + 1) * m[i][0] * m[i][1];
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[[[1, 2]], [[3, 4]]]", "[[[1, 2]], =0]", "[[[1, 2], =0], [[3, 4], [5, 6]]]"})
    static double matrixTwice(double[][][] m) {
        for (double[][] rows : m) {
            for (double[] row : rows) {
                row[0] *= row[1];
            }
        }
        return m[0][0][0] * m[1][0][0];
    }

    @Differentiable
    @Sample(at = {"[[1, 2], [3, 4]]", "[[1, 2], =0]"})
    static void rowTwiceLeft(double[][] m) {
        for (double[] row : m) {
            row[0] *= row[1];
        }
    }

    /** Rows change places, but no number is overwritten. */
    @Differentiable
    @Sample(at = {"[[1, 2], [3, 4]]", "[[1, 2], =0]"})
    static double rowTwiceMoved(double[][] m) {
        double[] first = m[0];
        m[0] = m[1];
        m[1] = first;
        return m[0][0] * m[0][0] * m[1][1];
    }

    /** One array is only read, its direction may be what the other is. */
    @Differentiable
    @Sample(at = {"[1, 2], [3, 4]", "[1, 2], =0"})
    static double readBehindAWrite(double[] a, double[] b) {
        a[0] = 3 * a[1];
        b[1] *= a[0];
        return a[0] * b[0] * b[1] * a[1];
    }

    @Differentiable
    @Sample(at = {"[1, 2], [3, 4]", "[1, 2], =0"})
    static void intoTheSecond(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            b[i] += a[i] * a[0];
        }
    }

    record Pair(double[] left, double[] right) {}

    @Differentiable
    @Sample(at = "([1, 2], [3, 4])")
    static double inARecord(Pair p) {
        p.left()[0] *= p.right()[1];
        p.right()[0] *= p.left()[0];
        return p.left()[0] * p.right()[0];
    }

    @Differentiable
    @Sample(at = "[([1, 2], [3, 4]), ([5, 6], [7, 8])]")
    static double inRecords(Pair[] pairs) {
        double sum = 0;
        for (Pair p : pairs) {
            p.left()[0] *= p.right()[1];
            sum += p.left()[0] * p.left()[0];
        }
        return sum;
    }

    record Point(double x, double y) {}

    record Body(Point[] points, double k) {}

    @Differentiable
    @Sample(at = "([(1, 2), (3, 4)], 5)")
    static double putIntoARecord(Body b) {
        b.points()[0] = new Point(b.k() * b.points()[0].x(), b.points()[1].y());
        return b.points()[0].x() * b.points()[0].y() * b.points()[1].x();
    }

    @Differentiable
    @Sample(at = {"[[(1, 2)], [(3, 4)]]", "[[(1, 2)], =0]"})
    static double rowOfRecordsTwice(Point[][] p) {
        p[0][0] = new Point(2 * p[1][0].x(), p[1][0].y());
        return p[0][0].x() * p[1][0].x() * p[1][0].y();
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

    /** One array for two parameters, in a loop that would run upwards backwards if they were two. */
    @Differentiable
    @Sample(at = "[1, 2, 4, 0.5, 3], 0.25")
    static double aHelpersBoth(double[] x, double k) {
        double[] p = x.clone();
        addSines(p, p, k);
        return p[0] * p[4] + p[2];
    }

    private static void addSines(double[] to, double[] from, double k) {
        for (int i = 0; i < to.length; i++) to[i] += Math.sin(from[i] * from[to.length - 1 - i] * k);
    }

    /** The same where an element is made of the one before it. */
    @Differentiable
    @Sample(at = "[1, 2, 4, 0.5, 3], 0.25")
    static double aHelpersBothShifted(double[] x, double k) {
        double[] p = x.clone();
        addShifted(p, p, k);
        return p[4];
    }

    private static void addShifted(double[] to, double[] from, double k) {
        for (int i = 0; i + 1 < to.length; i++) to[i + 1] += from[i] * k;
    }
}
