package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;

/** Smallest programs of mistakes that were found once. */
final class Minimal {
    @Differentiable
    @Sample(at = "0.5", gives = "1")
    static double countsInDouble(double x) {
        double y = 0;
        for (double t = 0; t < 3; t++) {
            y += x * t / 3;
        }
        return y;
    }

    @Differentiable
    @Sample(at = "0.5, 3", gives = "6")
    static double countsInLong(double x, long n) {
        double y = 0;
        for (long i = n; i > 0; --i) {
            y += x * i;
        }
        return y;
    }

    /** The factor has been overwritten by way of another reading of the same row. */
    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]", gives = "[[60, 48], [32, 6]]")
    static double rowReadTwice(double[][] m) {
        m[0][1] *= m[1][0];
        m[1][1] += m[0][1];
        return m[0][0] * m[0][1] * m[1][1];
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]", gives = "[[8, 4], [0, 2]]")
    static double rowOfClone(double[][] m) {
        double[][] copy = m.clone();
        copy[0][0] *= m[0][1];
        return m[0][0] * m[1][1];
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]", gives = "[[0, 12], [4, 0]]")
    static double rowsExchanged(double[][] m) {
        double[][] a = {m[0].clone(), m[1].clone()};
        double[] t = a[0];
        a[0] = a[1];
        a[1] = t;
        a[0][0] *= a[1][1];
        return a[0][0] * a[1][1];
    }

    @Differentiable
    @Sample(at = {"[2, 3], 1", "[2, 3], 2"}, gives = {"[3, 2]", "[36, 24]"})
    static double buffersExchanged(double[] x, int rounds) {
        double[] from = x.clone(), to = new double[2];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < 2; i++) {
                to[i] = from[i] * from[1 - i];
            }
            double[] t = from;
            from = to;
            to = t;
        }
        return from[0];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[0, 0, 2]")
    static double filledOver(double[] x) {
        Arrays.fill(x, 1, 2, 2);
        return x[2] * x[1];
    }

    @Differentiable
    @Sample(at = {"[2, 3], 2", "[2, 3], 0"}, gives = {"[3, 2]", "[1, 0]"})
    static double madeInBranch(double[] x, int n) {
        double[] a = x;
        if (n > 1) {
            a = new double[] {x[0] * x[1]};
        }
        return a[0];
    }

    @Differentiable
    @Sample(at = {"[2, 3], 2", "[2, 3], 0"}, gives = {"[3, 2]", "[1, 0]"})
    static double madeInConditional(double[] x, int n) {
        double[] a = n > 1 ? new double[] {x[0] * x[1]} : x;
        return a[0];
    }

    @Differentiable
    @Sample(at = {"[2, 3], 2", "[2, 3], 1", "[2, 3], 0"}, gives = {"[12, 4]", "[3, 2]", "[0, 1]"})
    static double clonedInBranchInLoop(double[] x, int n) {
        double[] a = x;
        for (int i = 0; i < n; i++) {
            if (i == 0) {
                a = a.clone();
            }
            a[1] = a[0] * a[1];
        }
        return a[1];
    }

    @Differentiable
    @Sample(at = {"[2, 3], 2", "[2, 3], 0"}, gives = {"[81, 162]", "[9, 6]"})
    static double madeBeforeBreak(double[] x, int n) {
        double[] a = x;
        for (int i = 0; i < 3; i++) {
            a[0] *= x[1];
            if (i == n) {
                a = new double[] {a[0] * 3};
                break;
            }
        }
        return a[0];
    }

    @Differentiable
    @Sample(at = {"[2, 3]", "[2, -3]"}, gives = {"[7, 2]", "[4, 0]"})
    static double[] madeForReturn(double[] x) {
        double[] y = {x[0] * x[0]};
        if (x[1] < 0) {
            return y;
        }
        return new double[] {x[0] * x[1], y[0]};
    }

    @Differentiable
    @Sample(at = "[2, 3]", gives = "[5, 2]")
    static double[][] parameterBesideNewRow(double[] x) {
        return new double[][] {x, {x[0] * x[0], x[1]}};
    }

    @Differentiable
    @Sample(at = {"[1, 2], [3, 4]", "[1, 2], =0"})
    static double readAfterOtherIsWritten(double[] a, double[] b) {
        a[0] = b[1] * 3;
        return a[0] * b[0];
    }

    private static double filled(double given, double[] filled) {
        System.arraycopy(new double[2], 1, filled, 0, 1);
        return given;
    }

    /** The result isn't used, the argument's derivative is not either. */
    @Differentiable
    @Sample(at = "2, [1, 3]", gives = "3, [0, 2]")
    static double unusedResult(double x, double[] g) {
        double unused = filled(g[1], g);
        return x * g[1] + g[0];
    }

    @Differentiable
    @Sample(at = "3", gives = "2")
    static double oneNameTwoTypes(double x) {
        loop:
        {
            int a = 3;
            break loop;
        }
        double a = 2 * x;
        return a;
    }

    @Differentiable
    @Sample(at = "[2, 5]", gives = "[0, 2]", smooth = false)
    static double heldArray(double[] c) {
        @NoDerivative double[] k = c;
        return k[0] * c[1];
    }

    private static void leavesEarly(double[] k, double[] c) {
        if (k.length > 3) {
            return;
        }
        if (k.length <= 5) {
            return;
        }
        c = new double[2];
        c[0] = 1;
    }

    @Differentiable
    @Sample(at = "2", gives = "1")
    static double earlyVoid(double x) {
        double[] a = {x, x};
        leavesEarly(a, new double[1]);
        return a[0];
    }

    @Differentiable
    @Sample(at = "1.5", gives = "0")
    static double addedSwitch(double x) {
        int sum = -2;
        sum += switch (2) {
            default -> (double) x;
        };
        return sum * x;
    }
}
