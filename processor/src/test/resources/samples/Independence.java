package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import java.util.Arrays;

/** Loops whose iterations meet only in sums, and loops that look so but aren't. */
final class Independence {
    record Fit(double slope, double offset) {}

    static double softplus(double x) {
        return Math.log(1 + Math.exp(x));
    }

    static double logSumExp(double[] x) {
        double most = x[0];
        for (double e : x) most = Math.max(most, e);
        double sum = 0;
        for (double e : x) sum += Math.exp(e - most);
        return most + Math.log(sum);
    }

    /** The adjoint of the sum comes from what is known before the loop. */
    @Differentiable
    @Sample(at = {"[1, 2, 4], 1.5, 2", "[], 1, 2"})
    static double likelihood(double[] x, double mean, double width) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - mean) / width;
            sum -= 0.5 * z * z * Math.exp(z);
        }
        sum -= x.length * Math.log(width);
        return -2 * sum / (x.length + 1);
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static float floatSum(float[] x, float a) {
        float sum = 0;
        for (float e : x) sum += (float) Math.sin(e * a) * e;
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 0.5")
    static double floatsInDouble(float[] x, double a) {
        double sum = 0;
        for (float e : x) {
            float f = (float) Math.exp(e * a);
            sum += f * f;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5", "[1], 0.5"})
    static double twoSums(double[] x, double a) {
        double s = 0;
        double t = 0;
        for (double e : x) {
            double c = Math.exp(e * a);
            s += c * c;
            t -= Math.sin(c);
        }
        return 3 * s - a * t;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5", "[1], 0.5"})
    static double oneOfTwoSumsIsNot(double[] x, double a) {
        double s = 0;
        double t = 1;
        for (double e : x) {
            double c = Math.exp(e * a);
            s += c * t;
            t *= Math.cos(c);
        }
        return s + t;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double behindALogarithm(double[] x, double a) {
        double sum = 0;
        for (double e : x) sum += Math.exp(e * a);
        return Math.log(sum);
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double oneOfTwoIsBehindALogarithm(double[] x, double a) {
        double s = 0;
        double t = 0;
        for (double e : x) {
            double c = Math.exp(e * a);
            s += c;
            t += Math.sin(c);
        }
        return Math.log(s) + t;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double readInTheLoop(double[] x, double a) {
        double sum = 0;
        for (double e : x) sum += Math.sin(e * a) + sum * 0.25;
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double readByTheCondition(double[] x, double a) {
        double sum = 0;
        int i = 0;
        while (i < x.length && sum < 2) {
            double c = Math.exp(x[i] * a);
            sum += c * c;
            i++;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double squaresOfPrefixSums(double[] x, double a) {
        double sum = 0;
        double all = 0;
        for (double e : x) {
            sum += Math.exp(e * a);
            all += sum * sum;
        }
        return all;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double usedTwice(double[] x, double a) {
        double sum = 1;
        for (double e : x) sum = sum + sum * Math.exp(-e * a);
        return sum;
    }

    /** Both loops add to the adjoint of a, and what is behind them does, too. */
    @Differentiable
    @Sample(at = {"[1, 2, 3], [0.5, 0.25], 0.5"})
    static double oneAfterTheOther(double[] x, double[] y, double a) {
        double s = 0;
        for (double e : x) {
            double c = Math.exp(e * a);
            s += c * c;
        }
        double t = 0;
        for (double e : y) {
            double c = Math.sin(e * a);
            t += c * c * c;
        }
        return 2 * s + a * t * t + Math.exp(a);
    }

    /** The second loop reads the first one's sum. */
    @Differentiable
    @Sample(at = {"[1, 2, 4]", "[3]"})
    static double variance(double[] x) {
        double sum = 0;
        for (double e : x) sum += e;
        double mean = sum / x.length;
        double squares = 0;
        for (double e : x) {
            double d = Math.sinh(e - mean);
            squares += d * d;
        }
        return squares / x.length;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], [4, 5], 0.5", "[1], [], 0.5"})
    static double loopsInLoops(double[] x, double[] y, double a) {
        double sum = 0;
        for (double e : x) {
            double row = 0;
            for (double f : y) {
                double d = Math.exp(a * (e - f));
                row += d * d;
            }
            sum += 0.5 * row + e;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[[1, 2], [3]], [0.5, 0.25]", "[[], [3, 1]], [0.5, 2]", "[], []"})
    static double unevenRows(double[][] x, double[] w) {
        double sum = 0;
        for (double[] row : x) {
            double s = 0;
            for (int j = 0; j < row.length; j++) {
                s += Math.exp(row[j] * w[j]);
            }
            sum += Math.log(1 + s);
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[[1, 2, 0.5], [3, 1, 2]], [0.5, 0.25], [[1, 1, 1], [0, 2, 1]]"})
    static double mixture(double[][] x, double[] weights, double[][] means) {
        int k = weights.length;
        double[] terms = new double[k];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < k; j++) {
                double square = 0;
                for (int d = 0; d < x[i].length; d++) {
                    double c = Math.sinh(x[i][d] - means[j][d]);
                    square += c * c;
                }
                terms[j] = weights[j] - 0.5 * square;
            }
            sum += logSumExp(terms);
        }
        return sum;
    }

    /** As before, with an array for each iteration. */
    @Differentiable
    @Sample(at = {"[[1, 2, 0.5], [3, 1, 2]], [0.5, 0.25]"})
    static double arrayOfEach(double[][] x, double[] weights) {
        double sum = 0;
        for (double[] point : x) {
            double[] terms = new double[weights.length];
            for (int j = 0; j < terms.length; j++) {
                terms[j] = Math.sin(weights[j] * point[j]);
                terms[j] *= point[j + 1];
            }
            sum += logSumExp(terms);
        }
        return sum;
    }

    /** One element more than the iteration writes comes from the iteration before. */
    @Differentiable
    @Sample(at = {"[1, 2, 3], [0.5, 0.25]"})
    static double scratchThatIsNotFilled(double[] x, double[] w) {
        double[] a = new double[w.length + 1];
        double sum = 0;
        for (double e : x) {
            for (int j = 0; j < w.length; j++) a[j] = Math.exp(-w[j] * e) + 0.5 * a[j + 1];
            a[w.length] = a[0] * a[0];
            sum += a[0] * a[1];
        }
        return sum;
    }

    /** Filled in each iteration, but read behind the loop. */
    @Differentiable
    @Sample(at = {"[1, 2, 3], [0.5, 0.25]"})
    static double scratchReadLater(double[] x, double[] w) {
        double[] a = new double[w.length];
        double sum = 0;
        for (double e : x) {
            for (int j = 0; j < a.length; j++) a[j] = Math.exp(-w[j] * e);
            sum += a[0] * a[1];
        }
        return sum + a[0] * a[0] * a[1];
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], [0.5, 0.25]"})
    static double scratchClearedByFill(double[] x, double[] w) {
        double[] a = new double[w.length];
        double sum = 0;
        for (double e : x) {
            Arrays.fill(a, e);
            for (int j = 0; j < w.length; j++) a[j] += Math.exp(-w[j] * e);
            sum += a[0] * a[1];
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double writtenForLaterIterations(double[] x, double a) {
        double[] y = x.clone();
        double sum = 0;
        for (int i = 0; i + 1 < y.length; i++) {
            y[i + 1] += Math.sin(y[i] * a);
            sum += y[i + 1] * y[i + 1];
        }
        return sum;
    }

    /** What the loop added the derivative of is overwritten behind it. */
    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double overwrittenBehind(double[] x, double a) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double c = Math.exp(x[i] * a);
            sum += c * c;
        }
        x[1] = a;
        return sum + x[1] * x[2];
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double overwrittenBefore(double[] x, double a) {
        x[1] = a * x[0];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double c = Math.exp(x[i] * a);
            sum += c * c;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[[1, 2], [3, 4]]", "[[1, 2], =0]"})
    static double rowInTwoPlaces(double[][] x) {
        double sum = 0;
        for (double[] row : x) {
            double c = Math.exp(row[0] / 2) * row[1];
            sum += c * c;
        }
        return sum;
    }

    @Differentiable(wrt = {"x", "a"})
    @Sample(at = {"[1, 2, 3], 0.5, 4", "[1, 9, 3], 0.5, 4", "[], 0.5, 4"}, wrt = {"x", "a"})
    static double leavesEarly(double[] x, double a, double limit) {
        double sum = 0;
        for (double e : x) {
            if (e > limit) break;
            double c = Math.exp(e * a);
            if (c > 3) continue;
            sum += c * c;
        }
        return sum;
    }

    @Differentiable(wrt = {"x", "a"})
    @Sample(at = {"[1, 2, 3], 0.5, 4", "[1, 9, 3], 0.5, 4"}, wrt = {"x", "a"})
    static double returnsInTheLoop(double[] x, double a, double limit) {
        double sum = 0;
        for (double e : x) {
            double c = Math.exp(e * a);
            if (e > limit) return sum * c;
            sum += c * c;
        }
        return sum;
    }

    /** What has been added to bars when an exception comes must not stay there. */
    @Differentiable
    @Sample(at = {"[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]", "[0.1, 0.2, 0.3], [0.4, 0.5]"})
    static double throwsInTheLoop(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double c = Math.exp(x[i] * y[i]);
            sum += c * c;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0", "[1, 2, 3], 7"})
    static double throwsBehindTheLoop(double[] x, int at) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double c = Math.exp(x[i]);
            sum += c * c;
        }
        return sum + x[at];
    }

    @Differentiable(wrt = "x")
    @Sample(at = {"[1, 2, 3], 5", "[1, 2, 3], 2"}, wrt = "x")
    static double throwsOnPurpose(double[] x, double limit) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double c = Math.exp(x[i]);
            if (x[i] > limit) throw new IllegalStateException("beyond " + limit);
            sum += c * c;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 2, true", "[1, 2, 3], 2, false", "[], 2, false"})
    static double inABranch(double[] x, double a, boolean twice) {
        if (x.length == 0) return a * a;
        double sum = a;
        if (twice) {
            double half = a / 2;
            double inner = 0;
            for (double e : x) {
                double c = Math.exp(-e * half);
                inner += c * c;
            }
            sum += 2 * inner;
        } else {
            for (double e : x) {
                double c = Math.sin(e * a);
                sum += c * c * c;
            }
        }
        return 3 * sum;
    }

    @Differentiable(wrt = {"x", "a"})
    @Sample(at = {"[1, 2, 3], 2, 1.5", "[1, 2, 3], 2, -1"}, wrt = {"x", "a"})
    static double branchesInside(double[] x, double a, double limit) {
        double sum = 0;
        int count = 0;
        for (double e : x) {
            double c = Math.exp(-e * a);
            if (e > limit) {
                double d = c * e;
                sum += d * d;
                count++;
            } else {
                sum -= softplus(c) * count;
            }
        }
        return sum;
    }

    /** Integers that are carried, and doubles that aren't active. */
    @Differentiable(wrt = "x")
    @Sample(at = {"[1, 2, 3], 2"}, wrt = "x")
    static double carriesWhatIsNotActive(double[] x, double a) {
        double sum = 0;
        double power = 1;
        int k = 1;
        for (double e : x) {
            double c = Math.exp(-e * power);
            sum += k * c * c;
            power *= a;
            k += 2;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], [2, 4, 5]"})
    static double recordsInside(double[] x, double[] y) {
        Fit fit = new Fit(x[0], y[0]);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            Fit shifted = new Fit(fit.slope() * i, fit.offset());
            double d = Math.sinh(y[i] - shifted.slope() * x[i] - shifted.offset());
            sum += d * d;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], [2, 4, 5]"})
    static double recordThatIsCarried(double[] x, double[] y) {
        Fit fit = new Fit(0, 1);
        for (int i = 0; i < x.length; i++) {
            double c = Math.exp(-x[i] * y[i]);
            fit = new Fit(fit.slope() + c * c, fit.offset() + y[i] * c);
        }
        return fit.slope() - 2 * fit.offset();
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double effectsInOrder(double[] x, double a) {
        double sum = 0;
        for (double e : x) {
            double c = Math.exp(e * a);
            Trace.note("c", c);
            sum += c * c;
        }
        Trace.note("sum", sum);
        return sum;
    }

    @Differentiable
    @Sample(at = {"0.5, 4", "0.5, 0"})
    static double countsDownInSteps(double x, int n) {
        double sum = 0;
        for (int i = n; i > 0; i -= 2) {
            double c = Math.exp(x * i);
            for (int j = i; j > 0; j--) {
                double d = Math.sin(c * j);
                sum += d * d * d;
            }
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"0.5, 5"})
    static double unevenTriangle(double x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double y = x;
            for (int j = 0; j < i; j++) {
                y = Math.sin(y) + x;
            }
            int steps = 0;
            while (y < 3) {
                y = y * 1.5 + x;
                steps++;
            }
            sum += y * y * steps;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5, [0, 0, 0]"})
    static void leftInAnArray(double[] x, double a, double[] out) {
        for (int i = 0; i < x.length; i++) {
            double c = Math.exp(x[i] * a);
            out[i] = c * c;
        }
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double rowsOfMatrixChangePlaces(double[] x, double a) {
        double[][] rows = {x.clone(), {a, a, a}};
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] first = rows[0];
            rows[0] = rows[1];
            rows[1] = first;
            double c = Math.exp(-rows[0][i]);
            sum += c * c;
        }
        return sum;
    }

    /** The pullback of a call gives several adjoints in the iteration that made it. */
    @Differentiable
    @Sample(at = {"0.5, 2", "3.5, -1"})
    static double severalAdjointsInEachIteration(double x, double k) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += branching(x + i, k) * branching(k, x);
        }
        return sum;
    }

    private static double branching(double x, double k) {
        double y = k > 1 ? k * Math.sin(x) : -x * k;
        return y > 5 ? y * y : y * k;
    }

    private static double[] scaled(double[] x, double a) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) scaled[i] += Math.sin(a * x[i]);
        return scaled;
    }

    /** Each iteration's array is read again behind the loop. */
    @Differentiable
    @Sample(at = {"[[1, 2], [3, 4], [0.5, 0.25]], 0.5", "[], 0.5"})
    static double arraysThatStay(double[][] x, double a) {
        double[][] all = new double[x.length][];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] row = scaled(x[i], a);
            all[i] = row;
            sum += row[0] * row[0];
        }
        for (double[] row : all) sum += row[0] * row[1] * a;
        return sum;
    }

    private static double putRow(double[][] rows, int i, double[] x, double a) {
        rows[i] = new double[] {x[0] * a, Math.exp(x[1])};
        return rows[i][0] * rows[i][1];
    }

    /** The rows are put there by what is called. */
    @Differentiable
    @Sample(at = {"[[1, 2], [3, 4], [0.5, 0.25]], 0.5"})
    static double rowsOfWhatIsCalled(double[][] x, double a) {
        double[][] rows = new double[x.length][];
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += putRow(rows, i, x[i], a);
        double product = 1;
        for (int i = 0; i < x.length; i++) product *= rows[i][0] + rows[i][1];
        return sum + product;
    }

    /** The last iteration's array is handed on. */
    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double lastArray(double[] x, double a) {
        double[] last = {a, a};
        double sum = 0;
        for (double e : x) {
            double[] own = {Math.sin(e * a), e};
            sum += own[0] * own[0] * own[1];
            last = own;
        }
        return sum + last[0] * last[1];
    }

    /** Nobody knows before how much an iteration records, and it asks for arrays besides. */
    @Differentiable
    @Sample(at = {"[1.5, 2, 3, 1.1], 1.25"})
    static double longWays(double[] x, double a) {
        double sum = 0;
        for (double e : x) {
            double[] way = {e, 1};
            double y = e;
            for (int k = 0; y < 20; k++) {
                y = y * Math.sqrt(y) * a + 0.01;
                way[k % 2] *= Math.cos(y);
            }
            sum += way[0] * way[1] + Math.log(y);
        }
        return sum;
    }

    /** Sums in arrays that are complete when they are read, and others that aren't. */
    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5"})
    static double sumsInArrays(double[] x, double a) {
        double[] done = new double[x.length];
        double[] open = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = i; j < x.length; j++) {
                done[j] += x[i] * a;
                open[j] -= x[j] * x[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += done[i] * done[i] + open[i] * open[i];
            open[x.length - 1 - i] += done[i];
        }
        return sum;
    }

    private static double wave(double[] r) {
        double[] t = new double[r.length];
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            t[i] = r[i] * r[(i + 1) % r.length];
            sum += t[i] * Math.sin(t[i]);
        }
        return sum;
    }

    private static double waveOf(double x, double[] q) {
        return wave(new double[] {x * q[0], x, q[1]});
    }

    /** A row of an array from outside has a name of its own in the loop; what is put there is read by later iterations. */
    @Differentiable
    @Sample(at = "[0.3, 0.7, 1.1]")
    static double putThroughARow(double[] x) {
        double[][][] all = new double[3][1][];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[][] row = all[i];
            row[0] = new double[] {i, i * i};
            sum += waveOf(x[i], all[i / 2][0]);
        }
        return sum;
    }

    private static double[][] same(double[][] rows) {
        return rows;
    }

    /** One of two arrays from outside is chosen, or comes back from a method. */
    @Differentiable
    @Sample(at = {"[0.3, -0.7, 1.1]", "[0.3, 0.7, 1.1]"})
    static double putThroughAChoice(double[] x) {
        double[][] low = new double[3][];
        double[][] high = new double[3][];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[][] bin = x[i] > 0 ? same(low) : high;
            bin[i] = new double[] {i + 1, 2};
            sum += waveOf(x[i], bin[i]);
        }
        double first = 0;
        for (double[] row : low) first += row == null ? 0 : row[0];
        for (double[] row : high) first += row == null ? 0 : 3 * row[0];
        return sum + first * x[0];
    }

    /** In an iteration a called method is recorded by an inner loop. */
    @Differentiable
    @Sample(at = "[0.3, 0.7, 1.1]")
    static double recordedInside(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] r = {x[i], 1};
            double inner = 0;
            for (int j = 0; j < 2; j++) {
                double[] w = {r[j], 1};
                inner += wave(w) * w[0];
            }
            sum += inner * wave(r);
        }
        return sum;
    }

    private static double pushed(double[] state, double x) {
        double product = 1;
        for (int j = 0; j < state.length; j++) {
            product *= state[j];
            state[j] = x * state[j] + 0.1 * product;
        }
        return product;
    }

    /** What an iteration leaves in the array the next one reads. */
    @Differentiable
    @Sample(at = {"[0.5, -1.5, 2], [1, 0.5]"})
    static double calledMethodWritesForLaterIterations(double[] x, double[] start) {
        double[] state = start.clone();
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += pushed(state, x[i]);
        }
        return s;
    }

    @Differentiable
    @Sample(at = {"[0.5, -1.5, 2, 3], [1, 0.5]"})
    static double copiesForLaterIterations(double[] x, double[] start) {
        double[] w = start.clone();
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x, i, w, i % 2, 1);
            s += w[0] * w[1] * w[1];
        }
        return s;
    }

    @Differentiable
    @Sample(at = {"[0.5, -1.5, 2, 3], [1, 0.5]"})
    static double fillsForLaterIterations(double[] x, double[] start) {
        double[] w = start.clone();
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            Arrays.fill(w, i % 2, i % 2 + 1, x[i] * x[i]);
            s += w[0] * w[1] * w[1];
        }
        return s;
    }

    /** What an iteration makes is asked for behind the loop. */
    @Differentiable
    @Sample(at = {"[0.5, -1.5, 2]"})
    static double keepsArraysOfWholeNumbers(double[] x) {
        int[][] kept = new int[x.length][];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            int[] own = {i, 2 * i + 1};
            kept[i] = own;
            s += Math.sin(x[i] * own[1]);
        }
        double t = 1;
        for (int i = 0; i < x.length; i++) {
            t *= x[i] * kept[i][1];
        }
        return s + t;
    }

    /** The second loop's sum is known early; for the first one, too, the adjoint of both must be there. */
    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5", "[], 0.5"})
    static double sharedByTwoLoops(double[] x, double a) {
        double e = Math.atan(a);
        double y = 1;
        for (int i = 0; i < x.length; i++) {
            y += e * x[i] + 1;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.tanh(e);
        }
        return sum + y * e;
    }

    /** What an iteration makes is read by the next one. */
    @Differentiable
    @Sample(at = "[1, 2, 3, 0.5]")
    static double previousFactors(double[] x) {
        double[] last = {1, 2};
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] factors = new double[2];
            factors[0] = i + 2;
            factors[1] = i + last[0];
            sum += Math.sin(x[i] * factors[0]) * factors[1] * last[1];
            last = factors;
        }
        return sum;
    }
}
