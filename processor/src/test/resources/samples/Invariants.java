package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Numbers that are dear to compute, and the same in all iterations of a loop that computes them. */
final class Invariants {
    final double scale = 3;

    @Differentiable
    @Sample(at = {"[1, 2, -3], 0.5", "[], 2"})
    static double sameQuotient(double[] x, double a) {
        double s = 1;
        for (int i = 0; i < x.length; i++) {
            s *= 1 + x[i] * (a / 7);
        }
        return s;
    }

    @Differentiable
    @Sample(at = {"[1, 2, -3], 0.5, 2", "[], 2, 1"})
    static double ofOneAnother(double[] x, double a, int n) {
        double s = 1;
        for (int i = 0; i < x.length; i++) {
            double h = a / n;
            double e = Math.exp(-h);
            s = Math.sin(s * e) + x[i] * h;
        }
        return s;
    }

    /** In the inner loop they stay, in the outer one they change. */
    @Differentiable
    @Sample(at = {"[1, 2, -3], 0.5", "[], 2"})
    static double inside(double[] x, double a) {
        double s = 1;
        double h = a;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                double root = Math.sqrt(1 + h * h);
                s = Math.cos(s) * root + x[j] / root;
            }
            h = h / 3 + x[i];
        }
        return s;
    }

    /** It depends on the loop's counter, or on what the loop hands on. */
    @Differentiable
    @Sample(at = "[1, 2, -3], 0.5")
    static double notTheSame(double[] x, double a) {
        double s = 1;
        double t = a;
        for (int i = 0; i < x.length; i++) {
            double byCounter = 1.0 / (i + 2);
            double handedOn = Math.exp(t);
            s *= byCounter * x[i] + handedOn;
            t = t * byCounter;
        }
        return s;
    }

    /** A division that would throw if the loop doesn't run stays inside it. */
    @Differentiable
    @Sample(at = {"[1, 2, -3], 2", "[], 0"})
    static double wholeNumbers(double[] x, int n) {
        double s = 1;
        for (int i = 0; i < x.length; i++) {
            int share = 7 / n;
            s = Math.sin(s) * share + x[i] * s;
        }
        return s;
    }

    /** How often the loop runs isn't known, and it is left from a branch. */
    @Differentiable
    @Sample(at = {"[1, 2, -3], 0.5", "[4], 0.5"})
    static double leftFromABranch(double[] x, double a) {
        double s = a;
        int i = 0;
        if (x.length > 1) {
            while (i < x.length) {
                double d = Math.atan(a) / 3;
                s = s * d + x[i] * Math.exp(s);
                if (s > 100) {
                    break;
                }
                i++;
            }
        }
        return s;
    }

    /** An element that the loop writes isn't the same. */
    @Differentiable
    @Sample(at = "[1, 2, -3]")
    static double element(double[] x) {
        double s = 1;
        for (int i = 0; i < x.length; i++) {
            double e = Math.exp(x[0]);
            s *= e + x[i];
            x[0] = 0.5 * x[0];
        }
        return s;
    }

    @Differentiable
    @Sample(at = "[1, 2, -3]")
    double field(double[] x) {
        double s = 1;
        for (int i = 0; i < x.length; i++) {
            double e = Math.exp(scale);
            s = Math.sin(s * e) + x[i] / scale * s;
        }
        return s;
    }

    /** Both sweeps of an iteration run together. */
    @Differentiable
    @Sample(at = "[[1, 2], [-3, 0.5]], 0.4")
    static double together(double[][] x, double a) {
        double s = 0;
        for (double[] row : x) {
            double p = 1;
            for (double e : row) {
                double w = Math.exp(a) / row.length;
                p *= w * e;
            }
            s += p;
        }
        return s;
    }
}
