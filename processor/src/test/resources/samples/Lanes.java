package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;

/** Vectors by vectors, and numbers by vectors, of which several directions can be taken in one sweep. */
final class Lanes {
    @Differentiable(wrt = "p")
    @Sample(at = "[1, 2, 3, 4], [0.1, 0.5, 0.9, 1.3, 2.1]", wrt = "p")
    static double[] curve(double[] p, double[] t) {
        double[] y = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            y[i] = p[0] * Math.exp(-p[1] * t[i]) + p[2] * Math.sin(p[3] * t[i]);
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"[1, 2]", "[1, 2, 3]", "[1, 2, 3, 4, 5, 6]", "[]"})
    static double[] products(double[] x) {
        double[] y = new double[2 * x.length + 1];
        double all = 1;
        for (int i = 0; i < x.length; i++) {
            all *= Math.tanh(x[i]);
            y[2 * i] = all / (1 + x[i] * x[i]);
            y[2 * i + 1] = x[i] > 2.5 ? Math.sqrt(x[i]) : 3 * x[i];
        }
        y[2 * x.length] = all;
        return y;
    }

    @Differentiable
    @Sample(at = "[0.5, 0.2, -0.1]")
    static double[] trajectory(double[] start) {
        double[] path = new double[12];
        double[] state = start.clone();
        double[] next = new double[3];
        for (int step = 0; step < 4; step++) {
            next[0] = state[0] + 0.1 * Math.sin(state[1]);
            next[1] = state[1] + 0.1 * state[0] * state[2];
            next[2] = state[2] * Math.exp(-0.1 * state[0]);
            System.arraycopy(next, 0, path, 3 * step, 3);
            double[] swap = state;
            state = next;
            next = swap;
        }
        return path;
    }

    @Differentiable
    @Sample(at = "[0.5, 0.2, 1.5]")
    static double[] table(double[] x) {
        double[][] powers = new double[3][x.length];
        Arrays.fill(powers[0], Math.cos(x[0]));
        for (int k = 1; k < powers.length; k++) {
            double[] row = powers[k];
            for (int i = 0; i < x.length; i++) {
                row[i] = powers[k - 1][i] * Math.log(1 + x[i]);
            }
        }
        double[] y = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = powers[1][i] + powers[2][x.length - 1 - i];
            y[x.length + i] = powers[2][i] / x[i];
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"[0.5, 0.2, 1.5, 0.7, -1]", "[3]"})
    static double pendulums(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double angle = x[i];
            double speed = x[x.length - 1 - i];
            for (int step = 0; step < 3; step++) {
                speed -= 0.1 * Math.sin(angle);
                angle += 0.1 * speed;
            }
            sum += angle * Math.exp(speed);
        }
        return sum * sum;
    }

    @Differentiable(wrt = "w")
    @Sample(at = "[0.5, 0.2, 1.5], [[1, 2, 3], [2, -1, 1]]", wrt = "w")
    static double logistic(double[] w, double[][] x) {
        double sum = 0;
        for (double[] row : x) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * row[j];
            }
            sum += Math.log1p(Math.exp(-z));
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[1.5, 2, 0.5]")
    static double newton(double[] x) {
        double root = 1;
        int steps = 0;
        while (Math.abs(root * root - x[0]) > 1e-12 && steps < 30) {
            root = (root + x[0] / root) / 2;
            steps++;
        }
        return root * x[1] + Math.pow(x[2], root);
    }

    /** The array that a branch chose is filled, and read by its other name. */
    @Differentiable
    @Sample(at = {"[0.5, 0.2, 1.5]", "[2, 1]"})
    static double[] filledByBranch(double[] x) {
        double[] sines = new double[x.length];
        double[] roots = new double[x.length];
        double[] first;
        double[] second;
        if (x.length > 2) {
            first = sines;
            second = roots;
        } else {
            first = roots;
            second = sines;
        }
        for (int i = 0; i < x.length; i++) {
            first[i] = Math.sin(x[i]);
            second[i] = Math.sqrt(x[i]);
        }
        double[] y = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = sines[i] * x[0];
            y[x.length + i] = Math.exp(roots[i]);
        }
        return y;
    }
}
