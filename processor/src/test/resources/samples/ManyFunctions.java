package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Loops that compute exp, log and tanh: which of them can be cut, and what goes from one piece to the next. */
final class ManyFunctions {
    private static final double[] TABLE = {0.25, -0.5, 1.5, 0.75};

    @Differentiable
    @Sample(at = {"[1, 2, 3]", "[0.5]", "[]"})
    static double sumOfExp(double[] x) {
        double sum = 1;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i]);
        }
        return Math.log(sum);
    }

    /** Each iteration's functions are made of the one before it: nothing can be cut. */
    @Differentiable
    @Sample(at = "[0.3, -0.2, 0.5]")
    static double recurrence(double[] x) {
        double y = 0.1;
        for (int i = 0; i < x.length; i++) {
            y = Math.tanh(y + x[i]);
        }
        return y;
    }

    /** The first function can be taken of all at once, the second not. */
    @Differentiable
    @Sample(at = "[0.3, -0.2, 0.5]")
    static double halfRecurrence(double[] x) {
        double y = 0.1;
        for (int i = 0; i < x.length; i++) {
            y = Math.tanh(y * Math.exp(x[i]));
        }
        return y;
    }

    /** A gate: what the second function is of needs the first one's value, and elements are overwritten on the way. */
    @Differentiable
    @Sample(at = "[0.3, -0.2, 0.5], [0.1, 0.7, -0.4], [1, 2, 0.5]")
    static double gates(double[] x, double[] state, double[] w) {
        for (int i = 0; i < x.length; i++) {
            double open = 1 / (1 + Math.exp(-x[i] * w[i]));
            double kept = x[i] * state[i];
            state[i] = open * state[i] + Math.tanh(kept);
            x[i] = Math.tanh(state[i]) * open + kept;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * state[i] * (i + 1);
        }
        return sum;
    }

    /** An element is read where the next iteration has written it. */
    @Differentiable
    @Sample(at = "[0.3, -0.2, 0.5, 0.7]")
    static double neighbours(double[] x) {
        double[] y = x.clone();
        for (int i = 1; i < y.length; i++) {
            y[i] = Math.exp(y[i - 1] * 0.5) + y[i];
        }
        double sum = 0;
        for (int i = 0; i + 1 < y.length; i++) {
            y[i] = Math.exp(0.1 * y[i + 1]) * y[i];
            sum += y[i] * y[i];
        }
        return sum + y[y.length - 1];
    }

    /** Down from the end, with a start of its own, and a table of constants. */
    @Differentiable
    @Sample(at = {"[0.3, 0.2, 0.5, 0.7], 1", "[0.3, 0.2, 0.5, 0.7], 4"})
    static double downwards(double[] x, int from) {
        double sum = 0;
        for (int i = x.length - 1; i >= from; i--) {
            double l = Math.log(x[i] + i);
            sum += l * TABLE[i] + l * l * sum;
        }
        for (int i = from; i < x.length; i++) {
            sum += Math.log(1 + x[i] * x[i]) * (i - from);
        }
        return sum;
    }

    /** Branches inside, before and behind a function. */
    @Differentiable
    @Sample(at = {"[0.3, -0.2, 0.5, -0.7], 0.1", "[-0.3, 0.2, 2.5, 0.7], 0.4"})
    static double functionsInBranches(double[] x, double limit) {
        double sum = 0;
        double most = 0;
        for (int i = 0; i < x.length; i++) {
            double u;
            if (x[i] > limit) {
                u = x[i] * x[i];
            } else {
                u = limit - x[i];
            }
            double e = Math.exp(-u);
            if (e > 0.8) {
                most += e * Math.tanh(u);
                e *= 2;
            }
            sum += x[i] > 0 ? e * u : Math.log(2 + e);
        }
        return sum + most * most;
    }

    /** Rows of a matrix, which may be one row twice; the counter of the loop around is another number each time. */
    @Differentiable
    @Sample(at = "[[0.3, -0.2], [0.5, 0.1], [0.9, -0.6]], [0.4, -0.1]")
    static double exponentsOfRows(double[][] x, double[] w) {
        double[][] y = {x[0], x[1], x[0]};
        double sum = 0;
        for (int r = 0; r < y.length; r++) {
            double[] row = y[r];
            double norm = 0;
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.exp(row[i] * w[i]);
                norm += row[i];
            }
            for (int i = 0; i < row.length; i++) {
                sum += Math.log(row[i] / norm) * (r + 1);
            }
        }
        return sum;
    }

    /** One element of all iterations. */
    @Differentiable
    @Sample(at = "[0.3, -0.2, 0.5], [1, 0, 1]")
    static double collected(double[] x, int[] where) {
        double[] bins = new double[2];
        for (int i = 0; i < x.length; i++) {
            bins[where[i]] += Math.exp(x[i]) * (1 + bins[0]);
        }
        return bins[0] * bins[1];
    }

    /** Numbers of float are widened for a function, and its value cut again. */
    @Differentiable
    @Sample(at = "[0.3f, -0.2f, 0.5f], 2f")
    static float functionsInFloat(float[] x, float k) {
        float sum = 0;
        for (int i = 0; i < x.length; i++) {
            float t = (float) Math.tanh(k * x[i]);
            sum += t * t + (float) Math.exp(t);
        }
        return sum;
    }

    /** Several numbers go to the next piece, a whole one among them. */
    @Differentiable
    @Sample(at = "[0.3, 1.2, 0.5, 0.6], 3")
    static double handedToNextPiece(double[] x, int m) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int k = i * i % m;
            double s = Math.sin(x[i]);
            double q = x[k] / (1 + s * s);
            double e = Math.exp(q);
            double l = Math.log(e + s + k);
            sum += e * q * k - l * s + l * e;
        }
        return sum;
    }

    /** The log-likelihood of a logistic regression in one variable, as a void method that leaves its probabilities. */
    @Differentiable
    @Sample(at = "[0.3, 1.2, -0.5], [0, 0, 0], 0.7, -0.2")
    static void probabilities(double[] x, double[] p, double slope, double start) {
        for (int i = 0; i < x.length; i++) {
            p[i] = 1 / (1 + Math.exp(-(slope * x[i] + start)));
        }
    }
}
