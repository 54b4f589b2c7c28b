package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Sums over rows that may be taken several at once, and some that look so but aren't. */
final class Batches {
    private static final String FIVE = "[[1, 2], [0.5, -1], [2, 0.3], [-0.7, 1.1], [0.2, 0.9]]";
    private static final String WEIGHTS = ", [[0.3, -0.2], [0.1, 0.7], [-0.4, 0.5]]";

    private static double neuron(double[] x, double[] w) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * x[i];
        }
        return Math.tanh(sum);
    }

    private static double layer(double[] x, double[][] w) {
        double[] hidden = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            hidden[j] = neuron(x, w[j]);
        }
        double sum = 0;
        for (double h : hidden) sum += h * h * h;
        return sum;
    }

    /** Batches and what is left, batches alone, too few, rows of different lengths, none at all. */
    @Differentiable
    @Sample(
            at = {
                FIVE + WEIGHTS,
                "[[1, 2], [0.5, -1], [2, 0.3], [-0.7, 1.1]]" + WEIGHTS,
                "[[1, 2], [0.5, -1]]" + WEIGHTS,
                "[[1, 2], [0.5, -1], [2, 0.3, 7], [-0.7, 1.1], [0.2, 0.9]]" + WEIGHTS,
                "[]" + WEIGHTS
            })
    static double samples(double[][] x, double[][] w) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            loss += layer(x[i], w);
        }
        return loss;
    }

    /** Too short a row: as in the method, but for the sweeps in place. */
    @Differentiable
    @Sample(at = "[[1, 2], [0.5, -1], [2], [-0.7, 1.1], [0.2, 0.9]]" + WEIGHTS)
    static double shortRow(double[][] x, double[][] w) {
        double loss = 0;
        for (double[] row : x) {
            loss += layer(row, w);
        }
        return loss;
    }

    /** Each row has a number beside it; all is in one method, and the value goes on. */
    @Differentiable
    @Sample(at = {FIVE + ", [1, 0, 2, -1, 0.5], [0.4, -0.3]", FIVE + ", [1, 0, 2, -1], [0.4, -0.3]"})
    static double regression(double[][] x, double[] y, double[] w) {
        double loss = 1;
        double most = 0;
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i];
            double predicted = 0;
            for (int j = 0; j < w.length; j++) {
                predicted += w[j] * row[j];
            }
            double rest = predicted - y[i];
            loss += 0.5 * rest * rest;
            most += loss * rest;
        }
        return Math.log(loss) + most;
    }

    /** Several passes over the rows, each starting from what the last one left. */
    @Differentiable
    @Sample(at = FIVE + WEIGHTS + ", 0.3")
    static double passes(double[][] x, double[][] w, double decay) {
        double total = 1;
        for (int pass = 0; pass < 3; pass++) {
            double loss = total * decay;
            for (int i = 1; i < x.length; i++) {
                loss += layer(x[i], w) * decay;
            }
            total = loss * loss;
        }
        return total;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [0.5, -1], [2, 0.3], [-0.7, 1.1], [0.2, 0.9]], [0.4, -0.3]")
    static float floats(float[][] x, float[] w) {
        float loss = 0;
        for (float[] row : x) {
            float sum = 0;
            for (int j = 0; j < w.length; j++) {
                sum += w[j] * row[j];
            }
            loss += sum * sum;
        }
        return loss;
    }

    /** Rows that are one array. */
    @Differentiable
    @Sample(at = "[0.5, 2], [0.4, -0.3]")
    static double sameRows(double[] row, double[] w) {
        double[][] x = {row, row, w, row, w, row, row, w, row};
        double loss = 0;
        for (double[] each : x) {
            loss += neuron(each, w) * neuron(w, each);
        }
        return loss;
    }

    /** What is read is written on the way: one by one. */
    @Differentiable
    @Sample(at = FIVE + ", [0.4, -0.3]")
    static double written(double[][] x, double[] w) {
        double loss = 0;
        double[] v = w.clone();
        for (int i = 0; i < x.length; i++) {
            double out = neuron(x[i], v);
            loss += out * out;
            v[0] = out;
        }
        return loss;
    }

    /** An array of each row's own, which the sum reads in between: one by one. */
    @Differentiable
    @Sample(at = FIVE + ", [0.4, -0.3]")
    static double readThenWritten(double[][] x, double[] w) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double[] own = new double[2];
            double out = neuron(x[i], w);
            own[0] = out;
            double half = loss * 0.5 + own[0];
            own[0] = x[i][1] * out;
            loss = half + own[0] * loss;
        }
        return loss;
    }

    /** The same, but what the sum reads stays what it is. */
    @Differentiable
    @Sample(at = FIVE + ", [0.4, -0.3]")
    static double writtenThenRead(double[][] x, double[] w) {
        double loss = 1;
        for (int i = 0; i < x.length; i++) {
            double[] own = w.clone();
            own[0] = neuron(x[i], w);
            loss += own[0] * x[i][1] + loss * own[1];
        }
        return loss;
    }

    /** The rows don't all take the same way. */
    @Differentiable
    @Sample(at = FIVE + ", [0.4, -0.3]")
    static double differentWays(double[][] x, double[] w) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double out = neuron(x[i], w);
            if (out > 0) {
                loss += out * out;
            } else {
                loss -= out;
            }
        }
        return loss;
    }

    private static double penalty(double[] x, double[] w, int power) {
        double[] scaled = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            if (power > 1) {
                scaled[i] = w[i] * x[i] * x[i];
            } else {
                scaled[i] = w[i] - x[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < scaled.length; i++) {
            sum += Math.exp(scaled[i]) * Math.sqrt(power);
        }
        return sum;
    }

    /** A way that is the same for all rows, and numbers that are. */
    @Differentiable
    @Sample(at = {FIVE + ", [0.4, -0.3], 1", FIVE + ", [0.4, -0.3], 2"})
    static double sameWay(double[][] x, double[] w, int power) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double one = penalty(x[i], w, power);
            loss = loss + one * Math.exp(w[0]);
        }
        return loss;
    }

    /** The counter is a number, of which each iteration has its own. */
    @Differentiable
    @Sample(at = {"[0.3, -0.2, 0.7], 6, 0", "[0.3, -0.2, 0.7], 9, 2", "[0.3, -0.2], 3, 0", "[0.3], 4, 9"})
    static double fit(double[] c, int n, int from) {
        double sum = 0;
        for (int i = from; i < n; i++) {
            double t = (2 * i + 1) * 0.25 / n;
            double residual = Math.cos(t + i);
            double power = 1;
            for (int j = 0; j < c.length; j++) {
                residual -= c[j] * power;
                power *= t;
            }
            sum += residual * residual;
        }
        return sum;
    }

    private static double at(double t, double[] c) {
        double y = 0;
        for (int j = c.length - 1; j >= 0; j--) y = y * t + c[j];
        return y;
    }

    private static double atWhole(int t, double[] c) {
        double y = 0;
        for (int j = c.length - 1; j >= 0; j--) y = y * t + c[j];
        return y;
    }

    /** It is a number, beside elements, and what a function is given. */
    @Differentiable
    @Sample(at = {"[1, 2, 0.5, -1, 2, 0.3], [0.4, -0.3, 0.1]", "[1, 2, 0.5], [0.4, -0.3]"})
    static double horner(double[] x, double[] c) {
        double sum = 1;
        for (int i = 0; i < x.length; i++) {
            double error = x[i] * i - at(0.5 * i * i, c) + at((float) i / 3, c);
            sum += error * error;
        }
        return sum * sum;
    }

    /** It is an index, or a whole number that a function is given: one by one. */
    @Differentiable
    @Sample(at = "[1, 2, 0.5, -1, 2, 0.3], [0.4, -0.3, 0.1, 0.2, 0.7, 0.9, -0.4]")
    static double counted(double[] x, double[] c) {
        double sum = 0;
        for (int i = 0; i + 1 < c.length; i++) {
            sum += x[i] * atWhole(i, c) * c[i + 1];
        }
        for (int i = 0; i < x.length; i++) {
            double y = 0;
            for (int j = 0; j < i; j++) y += c[j] * x[i] * i;
            sum += y;
        }
        return sum;
    }

    /** Numbers of less precision, and a bound that the counter's number may not be larger than. */
    @Differentiable
    @Sample(at = {"[0.5, -0.3], 5", "[0.5, -0.3], 1"})
    static float waves(float[] a, int n) {
        float sum = 0;
        for (int i = 1; i < n + 1; i++) {
            float wave = 0;
            for (float each : a) {
                wave += (float) Math.sin(each * i);
            }
            sum += wave / i;
        }
        return sum;
    }

    /** Each iteration overwrites its row, which others read. */
    @Differentiable
    @Sample(at = FIVE + ", 0.7")
    static double writesItsRow(double[][] x, double k) {
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int j = 0; j < 2; j++) {
                sum += x[i][j] * x[0][j];
            }
            x[i][0] = sum * k;
            total += Math.tanh(sum);
        }
        return total;
    }

    /** An operation on the array does it, and the other name has been there before. */
    @Differentiable
    @Sample(at = FIVE + ", 0.7")
    static double fillsItsRow(double[][] x, double k) {
        double total = 0;
        double[] w = x[0];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int j = 0; j < w.length; j++) {
                sum += x[i][j] * w[j];
            }
            java.util.Arrays.fill(x[i], sum * k);
            total += Math.tanh(sum);
        }
        return total;
    }

    /** What it writes to is its own. */
    @Differentiable
    @Sample(at = FIVE + ", [0.5, 0.2]")
    static double writesACopyOfItsRow(double[][] x, double[] w) {
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i].clone();
            double sum = 0;
            for (int j = 0; j < w.length; j++) {
                sum += row[j] * w[j];
                row[j] = sum;
            }
            total += Math.tanh(sum) * row[0];
        }
        return total;
    }
}
