package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;

/** Whole algorithms, in which everything comes together. */
final class Algorithms {
    private static final int MAX_STEPS = 50;

    /** The derivative of the solution x of A·x = b by b is A⁻¹. */
    @Differentiable(wrt = "b")
    @Sample(at = "[[0, 2], [4, 1]], [2, 6]", wrt = "b", gives = "[0.375, 0.25]")
    static double[] solved(double[][] matrix, double[] b) {
        int n = b.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) System.arraycopy(matrix[i], 0, a[i], 0, n);
        double[] x = Arrays.copyOf(b, n);
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k; i < n; i++) pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            double t = x[pivot];
            x[pivot] = x[k];
            x[k] = t;
            if (row[k] == 0) throw new ArithmeticException("singular");
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / row[k];
                if (factor == 0) continue;
                for (int j = k; j < n; j++) a[i][j] -= factor * row[j];
                x[i] -= factor * x[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) x[i] -= a[i][j] * x[j];
            x[i] /= a[i][i];
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"[1, -3, 1], 0.3", "[-2, 0, 1], 1"})
    static double newtonOnPolynomial(double[] c, double start) {
        double x = start;
        for (int step = 0; step < MAX_STEPS; step++) {
            double value = 0;
            double slope = 0;
            for (int k = c.length - 1; k >= 0; k--) {
                slope = slope * x + value;
                value = value * x + c[k];
            }
            if (slope == 0) throw new ArithmeticException("flat at " + x);
            double change = value / slope;
            x -= change;
            if (Math.abs(change) < 1e-4) return x;
        }
        return Double.NaN;
    }

    @Differentiable
    @Sample(at = {"[0.2, 0.8, 0.5, 0.1]", "[1, 2]", "[3]"})
    static double softmaxEntropy(double[] x) {
        double largest = x[0];
        for (int i = 1; i < x.length; i++) if (x[i] > largest) largest = x[i];
        double sum = 0;
        double[] p = new double[x.length];
        for (int i = 0; i < x.length; i++) sum += p[i] = Math.exp(x[i] - largest);
        double entropy = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
            entropy -= p[i] * Math.log(p[i]);
        }
        return entropy + x[0] * p[0];
    }

    @Differentiable
    @Sample(at = "[1, 0.5, -1, 2], [0.1, 0.2, 0.3, 0.4]")
    static double fourierPower(double[] re, double[] im) {
        int n = re.length;
        for (int size = 2; size <= n; size *= 2) {
            for (int from = 0; from < n; from += size) {
                for (int k = 0; k < size / 2; k++) {
                    double angle = -2 * Math.PI * k / size;
                    int a = from + k, b = a + size / 2;
                    double tr = re[b] * Math.cos(angle) - im[b] * Math.sin(angle);
                    double ti = re[b] * Math.sin(angle) + im[b] * Math.cos(angle);
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
        return re[1] * re[1] + im[1] * im[1] - re[0] * im[3];
    }

    @Differentiable(wrt = {"w1", "w2"})
    @Sample(at = "[[0.1, 0.2], [0.3, -0.4], [0.5, 0.6]], [0.5, -0.5, 1], [[1, 2], [0, 1]], [1, 0]", wrt = {"w1", "w2"})
    static double networkLoss(double[][] w1, double[] w2, double[][] inputs, double[] targets) {
        double loss = 0;
        double[] hidden = new double[w1.length];
        for (int s = 0; s < inputs.length; s++) {
            double out = 0;
            for (int i = 0; i < w1.length; i++) {
                double a = 0;
                for (int j = 0; j < inputs[s].length; j++) a += w1[i][j] * inputs[s][j];
                hidden[i] = Math.tanh(a);
                out += w2[i] * hidden[i];
            }
            double d = 1 / (1 + Math.exp(-out)) - targets[s];
            loss += d * d / inputs.length;
        }
        return loss;
    }

    @Differentiable
    @Sample(at = "[1, 0, 0.5, -0.2], 1, 0.05, 20")
    static double[] orbit(double[] state, double gravity, double h, int steps) {
        double[] s = state.clone();
        for (int step = 0; step < steps; step++) {
            double r2 = s[0] * s[0] + s[1] * s[1];
            double pull = -gravity / (r2 * Math.sqrt(r2));
            s[2] += h * pull * s[0];
            s[3] += h * pull * s[1];
            s[0] += h * s[2];
            s[1] += h * s[3];
        }
        return s;
    }

    @Differentiable
    @Sample(at = "100, 95, 0.2, 0.05, 8")
    static double binomialPut(double spot, double strike, double volatility, double rate, int steps) {
        double dt = 1.0 / steps;
        double up = Math.exp(volatility * Math.sqrt(dt));
        double q = (Math.exp(rate * dt) - 1 / up) / (up - 1 / up);
        double discount = Math.exp(-rate * dt);
        double[] value = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            value[i] = Math.max(0, strike - spot * Math.pow(up, 2 * i - steps));
        }
        for (int step = steps - 1; step >= 0; step--) {
            for (int i = 0; i <= step; i++) {
                double held = discount * (q * value[i + 1] + (1 - q) * value[i]);
                double exercised = strike - spot * Math.pow(up, 2 * i - step);
                value[i] = exercised > held ? exercised : held;
            }
        }
        return value[0];
    }

    @Differentiable
    @Sample(at = {"[0.5, 1.5, 2.5, 0.25], 1.25", "[3, 1], 2"})
    static double longestPath(double[] weights, double w) {
        int n = weights.length;
        double[] best = new double[n];
        int[] from = new int[n];
        for (int i = 0; i < n; i++) {
            best[i] = weights[i];
            from[i] = -1;
            for (int j = 0; j < i; j++) {
                double candidate = best[j] * w / (i - j) + weights[i];
                if (candidate > best[i]) {
                    best[i] = candidate;
                    from[i] = j;
                }
            }
        }
        double sum = 0;
        for (int i = n - 1; i >= 0; i = from[i]) {
            sum += best[i] * best[i];
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 4, 8], 0.5", "[1, 1.1], 3"})
    static double secantSearch(double[] c, double y) {
        double a = 0, b = 3, fa = at(c, a) - y * 4, fb = at(c, b) - y * 4;
        int steps = 0;
        do {
            double t = b - fb * (b - a) / (fb - fa);
            a = b;
            fa = fb;
            b = t;
            fb = at(c, b) - y * 4;
        } while (Math.abs(fb) > 1e-3 && ++steps < 30);
        return b;
    }

    private static double at(double[] c, double x) {
        double y = 0;
        for (int k = c.length; k-- > 0; ) y = y * x + c[k];
        return y;
    }

    @Differentiable
    @Sample(at = "[1, 3, 2, 5, 4], [0.2, 0.5, 0.3]", gives = "[0.7, 1, 1, 1, 0.8], [11, 15, 14]")
    static double[] filtered(double[] signal, double[] kernel) {
        int half = kernel.length / 2;
        double[] y = new double[signal.length];
        for (int i = 0; i < signal.length; i++) {
            for (int k = -half; k <= half; k++) {
                int at = i + k;
                if (at < 0 || at >= signal.length) continue;
                y[i] += signal[at] * kernel[half + k];
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"[0.5, -1, 2], [1, 0, 1, 1]", "[0.5, -1, 2], []"})
    static double hiddenMarkov(double[] logits, int[] seen) {
        double[] p = {0.5, 0.5};
        double stay = 1 / (1 + Math.exp(-logits[0]));
        double logLikelihood = 0;
        for (int s : seen) {
            double[] next = new double[2];
            for (int i = 0; i < 2; i++) {
                double emit = 1 / (1 + Math.exp(-logits[1 + i]));
                double prior = p[i] * stay + p[1 - i] * (1 - stay);
                next[i] = prior * (s == 1 ? emit : 1 - emit);
            }
            double total = next[0] + next[1];
            logLikelihood += Math.log(total);
            p = new double[] {next[0] / total, next[1] / total};
        }
        return logLikelihood + p[0];
    }

    /** The step is held constant: it follows from the state, but no derivative flows through it. */
    @Differentiable
    @Sample(at = "2, 0.5", gives = "0.5, 4", smooth = false)
    static double heldInLoop(double x, double y) {
        double product = 1;
        for (int i = 0; i < 2; i++) {
            @NoDerivative double held = x;
            product *= y * held / x * (i == 0 ? x : 2 / held);
        }
        return product * x * x / 2;
    }
}
