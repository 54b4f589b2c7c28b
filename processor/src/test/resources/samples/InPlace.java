package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;

/** Methods that give a number and overwrite their arguments on the way. */
final class InPlace {
    @Differentiable
    @Sample(at = {"[1, 2, 3]", "[5]"}, gives = {"[1, 1, 1]", "[1]"})
    static double prefixInPlace(double[] x) {
        for (int i = 1; i < x.length; i++) {
            x[i] += x[i - 1];
        }
        return x[x.length - 1];
    }

    /** Divides by (z - t) in place: what remains first is the value at t. */
    @Differentiable
    @Sample(at = "[1, 2, 3], 2", gives = "[1, 2, 4], 14")
    static double hornerInPlace(double[] c, double t) {
        for (int i = c.length - 2; i >= 0; i--) {
            c[i] += c[i + 1] * t;
        }
        return c[0];
    }

    @Differentiable
    @Sample(at = "[[4, 1, 0], [1, 5, 2], [0, 2, 6]], [1, 2, 3], [0, 0.5, 0], 3")
    static double gaussSeidel(double[][] a, double[] b, double[] x, int sweeps) {
        for (int sweep = 0; sweep < sweeps; sweep++) {
            for (int i = 0; i < x.length; i++) {
                double sum = b[i];
                for (int j = 0; j < x.length; j++) {
                    if (j != i) sum -= a[i][j] * x[j];
                }
                x[i] = sum / a[i][i];
            }
        }
        return x[0] * x[1] - x[2];
    }

    @Differentiable
    @Sample(at = "[1, 3, 2, 0.5, 1], 0.2, 4")
    static double heat(double[] u, double r, int steps) {
        for (int t = 0; t < steps; t++) {
            double left = u[0];
            for (int i = 1; i + 1 < u.length; i++) {
                double here = u[i];
                u[i] = here + r * (left - 2 * here + u[i + 1]) + 0.01 * here * here;
                left = here;
            }
        }
        double energy = 0;
        for (double e : u) energy += e * e;
        return energy;
    }

    @Differentiable
    @Sample(at = {"[3, 1, 2, 5]", "[1, 2]"})
    static double bubbleSort(double[] x) {
        boolean swapped;
        do {
            swapped = false;
            for (int i = 0; i + 1 < x.length; i++) {
                if (x[i] > x[i + 1]) {
                    double t = x[i];
                    x[i] = x[i + 1];
                    x[i + 1] = t;
                    swapped = true;
                }
            }
        } while (swapped);
        double y = 0;
        for (int i = 0; i < x.length; i++) y += (i + 1) * x[i] * x[i];
        return y;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3, 4]", "[1, 2, 3]"})
    static double reverseInPlace(double[] x) {
        for (int i = 0, j = x.length - 1; i < j; i++, j--) {
            double t = x[i];
            x[i] = x[j] * (i + 1);
            x[j] = t;
        }
        return x[0] * x[0] + x[1] * x[2];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[0, 0, 2]")
    static double overwrittenByConstants(double[] x) {
        x[0] = 5;
        Arrays.fill(x, 1, 2, 2);
        double a = x[0] * x[1];
        x[1] = x[2] * x[1];
        double b = x[1];
        x[1] = 0;
        return a + b + x[1];
    }

    @Differentiable
    @Sample(at = "[4, 5, 6], [1, 1, 1], [2, 1, 0.5], [1, 2, 3]")
    static double thomasInPlace(double[] b, double[] a, double[] c, double[] d) {
        int n = b.length;
        for (int i = 1; i < n; i++) {
            double w = a[i] / b[i - 1];
            b[i] -= w * c[i - 1];
            d[i] -= w * d[i - 1];
        }
        d[n - 1] /= b[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            d[i] = (d[i] - c[i] * d[i + 1]) / b[i];
        }
        return d[0] + 2 * d[1] * d[2];
    }

    @Differentiable
    @Sample(at = {"[2, -1, 3]", "[-1, -2, -3]"})
    static double writesInBranches(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) {
                x[i] = -x[i] * x[(i + 1) % 3];
                continue;
            }
            x[i] *= i + x[i];
            if (x[i] > 8) break;
        }
        return x[0] * x[1] + x[2];
    }

    @Differentiable
    @Sample(at = "[0.5, 1, 1.5]")
    static double everyElementManyTimes(double[] x) {
        double y = 0;
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.sin(x[i] + x[(i + round) % x.length]);
                y += x[i] * round;
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], [1, 2, 0]")
    static double throughIndices(double[] x, int[] at) {
        for (int i = 0; i < at.length; i++) {
            x[at[i]] -= x[i] * x[at[at[i]]];
            at[i] = (at[i] + 1) % 3;
        }
        return x[0] * x[1] * x[2];
    }

    @Differentiable
    @Sample(at = "[1.5, 2.5], 0.5")
    static float floatsInPlace(float[] x, double by) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= by;
            x[i] -= x[0] * by;
            x[i]++;
        }
        return x[0] * x[1];
    }

    @Differentiable
    @Sample(at = "[1.5, 2.5, 0.5]")
    static double incrementsOfElements(double[] x) {
        double a = x[0]++ * x[1];
        double b = --x[1] + x[0];
        x[2] = x[2]-- * (x[0] = a) + x[2];
        return a * b * x[2] - (x[1] += b) * x[1];
    }

    @Differentiable
    @Sample(at = "[[2, 1], [1, 3]], [1, 2]")
    static double choleskyInPlace(double[][] a, double[] b) {
        int n = b.length;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) a[j][j] -= a[j][k] * a[j][k];
            a[j][j] = Math.sqrt(a[j][j]);
            for (int i = j + 1; i < n; i++) {
                for (int k = 0; k < j; k++) a[i][j] -= a[i][k] * a[j][k];
                a[i][j] /= a[j][j];
            }
        }
        double y = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) b[i] -= a[i][k] * b[k];
            b[i] /= a[i][i];
            y += b[i] * b[i];
        }
        return y;
    }
}
