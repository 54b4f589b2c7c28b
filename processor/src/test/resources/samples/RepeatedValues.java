package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import dev.jacobi.tensor.Tensor;

/** Elements and values that are read twice: of those that somebody has written to in between, each has its own. */
final class RepeatedValues {
    private static double bump(double[] a, int i) {
        a[i] *= 1.5;
        return a[i];
    }

    private static double noted(double x) {
        Trace.note("noted", x);
        return 2;
    }

    @Differentiable
    @Sample(at = "[1, 2, 0.5], [0.3, -1, 2]")
    static double twoProducts(double[] x, double[] w) {
        double[] state = x.clone();
        double sum = 0;
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < state.length; i++) {
                double a = 1 / (1 + Math.exp(-state[i] * w[i]));
                double b = Math.tanh(state[i] * w[state.length - 1 - i]);
                state[i] = a * state[i] + b;
                sum += Math.sin(state[i]) * state[i];
            }
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 0.5]")
    static double writtenBetween(double[] x) {
        double[] a = x.clone();
        double y = Math.sin(a[1]) * a[1];
        a[0] = y * a[1];
        double z = Math.sin(a[0]) * a[1];
        a[1] = z;
        return y * Math.sin(a[1]) + z * Math.cos(a[1]) + Math.sin(a[0]);
    }

    /** The element may be that of the other array. */
    @Differentiable
    @Sample(at = {"[1, 2, 0.5], true", "[1, 2, 0.5], false"})
    static double perhapsOneArray(double[] x, boolean same) {
        double[] a = x.clone();
        double[] b = same ? a : x.clone();
        double y = Math.sin(a[1]) * a[1];
        b[1] = 3 * y;
        return y + Math.sin(a[1]) * b[1];
    }

    @Differentiable
    @Sample(at = "[1, 2, 0.5]")
    static double writtenByACall(double[] x) {
        double[] a = x.clone();
        double y = Math.sin(a[0]) * a[0];
        double z = bump(a, 0) * y;
        return Math.sin(a[0]) * z + Math.sin(a[1]) + (bump(a, 1) + Math.sin(a[1])) * Math.cos(a[1]);
    }

    @Differentiable
    @Sample(at = {"[1, 2, 0.5], 2", "[1, 2, 0.5], -2"})
    static double writtenInABranch(double[] x, double c) {
        double[] a = x.clone();
        double y = Math.sin(a[0]) * a[0];
        if (c > 0) {
            y += Math.sin(a[0]) * c;
            a[0] = c * y;
            y += Math.sin(a[0]) * a[0];
        } else {
            y -= Math.cos(a[0]) * c;
        }
        return y + Math.sin(a[0]) * a[0];
    }

    @Differentiable
    @Sample(at = {"[1, 2, 0.5], 3", "[1, 2, 0.5], 0"})
    static double writtenInALoop(double[] x, int n) {
        double[] a = x.clone();
        double y = Math.sin(a[0]) * Math.exp(a[1]);
        for (int k = 0; k < n; k++) {
            y += Math.sin(a[0]) * Math.exp(a[1]) + Math.cos(a[2]);
            a[0] = y * a[2];
        }
        return y + Math.sin(a[0]) * Math.exp(a[1]);
    }

    @Differentiable
    @Sample(at = "[1, 2, 0.5]")
    static double movingPlace(double[] x) {
        double[] a = x.clone();
        int k = 0;
        double sum = 0;
        while (k < a.length) {
            sum += Math.sin(a[k]) * a[k];
            k++;
            sum += k < a.length ? Math.sin(a[k]) * sum : 0;
            a[k - 1] = sum;
        }
        return sum;
    }

    private static double second(double unused, double d) {
        return d;
    }

    /** What nothing depends on has no adjoint, and so none to share. */
    @Differentiable
    @Sample(at = "[1, 2, 0.5], 0.7")
    static double alsoUnused(double[] x, double p) {
        double[] a = {x[0], x[1]};
        double unused = Math.cos(a[0] * x[2]);
        a[0] = 3;
        double y = x[1] * Math.cos(x[2]);
        double idle = Math.cos(x[2]);
        double z = Math.sin(p) * Math.cos(x[2]);
        return y * z + second(Math.exp(Math.sin(p)), Math.exp(Math.sin(p)) - 1);
    }

    @Differentiable
    @Sample(at = "[1, 2, 0.5]")
    static double unusedFirst(double[] x) {
        double[] a = {x[0], x[1]};
        double unused = Math.cos(a[0] * x[2]);
        double y = a[1] * Math.cos(a[0] * x[2]);
        a[0] = 3;
        return y * a[0];
    }

    /** A value that is computed twice is computed once more than it is kept. */
    @Differentiable
    @Sample(at = "1.5, [1, 2]")
    static double sameFunction(double x, double[] w) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += Math.exp(x * w[i]) * Math.sin(w[i]) + Math.exp(x * w[i]) * Math.sin(w[i]) * noted(x);
            w[i] = sum;
        }
        return sum * w[0];
    }

    @Differentiable
    @Sample(at = "[1, 2, 0.5]")
    static Tensor sameTensor(Tensor x) {
        return x.exp().mul(x.sin()).add(x.exp().mul(x.cos()));
    }

    /** ∂(1/y)/∂y = −r²: of numbers, floats, and a one that is no constant. */
    @Differentiable
    @Sample(at = "2, -0.5, [0.5, 4]")
    static double reciprocals(double y, float z, double[] a) {
        double sum = 1 / y + 1f / z + 1.0 / (y * z);
        double one = 1;
        for (int i = 0; i < a.length; i++) {
            sum += 1 / (a[i] + sum) + one / a[i];
            one = 1 / sum;
        }
        return sum;
    }
}
