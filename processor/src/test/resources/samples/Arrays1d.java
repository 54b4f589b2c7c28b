package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;

/** Arrays of one dimension: parameters, results, locals. */
final class Arrays1d {
    static final double[] WEIGHTS = {0.5, -1, 2};

    @Differentiable
    @Sample(at = {"[1, 2, 3]", "[4]", "[]"}, gives = {"[1, 1, 1]", "[1]", "[]"})
    static double sumOf(double[] x) {
        double sum = 0;
        for (double e : x) {
            sum += e;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2], [3, 4]", "[], []"}, gives = {"[3, 4], [1, 2]", "[], []"})
    static double dotOf(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[-1.5, 1.25]", "[1, 1, 1]", "[0.5, 2, -1, 3]"})
    static double rosenbrockOf(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[3, 4]", gives = "[0.6, 0.8]")
    static double length(double... x) {
        double squares = 0;
        for (var e : x) squares += e * e;
        return Math.sqrt(squares);
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3]", "[]"}, gives = {"[3, 2, 1]", "[]"})
    static double[] prefixSums(double[] x) {
        double[] sums = new double[x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            sums[i] = sum;
        }
        return sums;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 2", gives = "[0, 16, 0], 19")
    static double squaresOfMiddle(double[] x, double scale) {
        double[] y = {x[0], x[1] * scale, x[2]};
        y[0] = 0;
        y[2] = 3 * scale;
        return y[0] + y[1] * y[1] + y[2] * y.length / 3;
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double[] arrayOfNumbers(double a, double b) {
        return new double[] {a * b, Math.sin(a), 7, a / b};
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4], 0.5")
    static double readWhileOverwritten(double[] x, double w) {
        double[] a = x.clone();
        for (int i = 1; i < a.length; i++) {
            a[i] += a[i - 1] * w;
        }
        for (int i = 0; i < a.length - 1; i++) {
            a[i] = a[i] * a[i + 1];
        }
        double sum = 0;
        for (double e : a) sum += e * e;
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double[] indexWithEffect(double[] x) {
        double[] a = new double[5];
        int i = 0;
        a[i++] = x[0] * x[1];
        a[i++] = x[2] + i;
        a[i] = a[i - 1] * a[i - 2];
        a[++i] += x[--i];
        a[i++] *= x[i - 2] + i;
        a[i + 1] = a[i--] - i * a[i];
        return a;
    }

    @Differentiable
    @Sample(at = {"[1.5, 2, 0.5]", "[2]"})
    static double squaresThemselves(double[] x) {
        double[] a = x.clone();
        double product = 1;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < a.length; i++) {
                a[i] *= a[i];
                product *= a[i];
            }
        }
        return product;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], [2, 0, 2, 1, 2]", gives = "[1, 1, 3]")
    static double[] gather(double[] x, int[] index) {
        double[] y = new double[index.length];
        for (int k = 0; k < index.length; k++) {
            y[k] = x[index[k]];
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4], [2, 0, 2, 0]")
    static double[] scatter(double[] x, int[] index) {
        double[] y = {1, 1, 1};
        for (int k = 0; k < index.length; k++) {
            y[index[k]] *= x[k];
            y[(index[k] + 1) % 3] -= x[k] / 2;
        }
        return y;
    }

    /** The indices themselves change on the way. */
    @Differentiable
    @Sample(at = "[1.5, 2, 3], [2, 0, 1]")
    static double indicesPermuted(double[] x, int[] next) {
        double y = 1;
        int at = 0;
        for (int k = 0; k < 7; k++) {
            y = y * x[at] / 2 + x[next[at]];
            int old = next[at];
            next[at] = next[old];
            next[old] = at;
            at = old;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"[1, 5, 3]", "[7, -2, 4]", "[3]"}, gives = {"[0, 10, 0]", "[14, 0, 0]", "[6]"})
    static double squareOfLargest(double[] x) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[best]) {
                best = i;
            }
        }
        return x[best] * x[best];
    }

    @Differentiable
    @Sample(at = {"[1, 5, 3, 6]", "[4, 2]"}, gives = {"[1, 2, 0, 1]", "[2, 0]"})
    static double[] runningMaximum(double[] x) {
        double[] y = new double[x.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, x[i]);
            y[i] = largest;
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[1, -2, 3, -4]", gives = "[2, 0, 6, 0]")
    static double eachWithContinue(double[] x) {
        double sum = 0;
        for (final double e : x) {
            if (e < 0) continue;
            sum += e * e;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3, 4]", "[1, 20, 3]", "[]"})
    static double eachWithBreakAndReturn(double[] x) {
        double product = 1;
        for (double e : x) {
            if (e > 10) return product * e;
            product *= e + 1;
            e = e * product;
            if (e > 20) break;
        }
        return product * 2;
    }

    /** The variable of the loop is a copy; the array itself changes on the way. */
    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double eachWhileWriting(double[] x) {
        double[] a = x.clone();
        int i = 0;
        double sum = 0;
        for (double e : a) {
            a[a.length - 1 - i++] += e * e;
            e *= 2;
            sum += e * i;
        }
        return sum + a[0] * a[1] * a[2];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[0, 24, 0]")
    static double copies(double[] x) {
        double[] longer = Arrays.copyOf(x, 5);
        double[] shorter = Arrays.copyOf(x, 2);
        double[] range = Arrays.copyOfRange(longer, 1, 4);
        range[0] *= 3;
        longer[1] = 100;
        return shorter[1] * range[0] * 2 + longer[4] * x[0] + range[2];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4, 5]")
    static double[] overlappingCopies(double[] x) {
        double[] a = x.clone();
        System.arraycopy(a, 0, a, 1, 3);
        a[0] *= a[2];
        System.arraycopy(a, 2, a, 0, 3);
        System.arraycopy(x, 1, a, 3, 2);
        a[1] += a[4] * a[0];
        System.arraycopy(a, 1, a, 1, 0);
        return a;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4], 2.5", gives = "[0, 0, 0, 2.5], 22.75")
    static double filled(double[] x, double v) {
        double[] a = x.clone();
        Arrays.fill(a, v * v);
        Arrays.fill(a, 1, 3, x[3]);
        Arrays.fill(x, 0, 1, 7);
        return a[0] * v + a[1] * v / 2 + a[2] * v / 2;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0", "[1, 2, 3], 2", "[1, 2, 3], 5"})
    static double guardedReads(double[] x, int i) {
        double a = i < x.length ? x[i] : x[0] * x[1];
        double b = i > 0 && i < x.length && x[i - 1] > 1.5 ? a * x[i - 1] : 1;
        if (i >= x.length || x[i] < 2) {
            a = a * x[x.length - 1];
        }
        return a * b + (i == 0 ? x[2] : -x[i == 2 ? 1 : 0]);
    }

    @Differentiable
    @Sample(at = "[1.5, 2, 0.25]", gives = "[1.5, 2, 0.25]")
    static float halfSquares(float[] x) {
        float sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i] / 2;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[1.5, 2], [0.1, 3]")
    static double[] floatsAndDoubles(float[] x, double[] y) {
        float[] a = {x[0] * 2, (float) y[0]};
        double[] b = {x[1], a[0], y[1]};
        a[1] += y[1];
        a[0] *= 1.5;
        b[0] += a[1] * x[0];
        b[2] /= a[0];
        return b;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 2", gives = "[2, 2, 2], 6")
    static double[] parameterIsResult(double[] x, double by) {
        for (int i = 0; i < x.length; i++) x[i] *= by;
        return x;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[1, 1, 1]")
    static double[] untouched(double[] x) {
        return x;
    }

    @Differentiable
    @Sample(at = {"[1, 2], [3, 4], true", "[1, 2], [3, 4], false"}, gives = {"[50, 0], [0, 0]", "[0, 0], [150, 0]"})
    static double oneOfTwoArrays(double[] x, double[] y, boolean first) {
        double[] a = first ? x : y;
        a[0] *= 5;
        return a[0] * a[0];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[24, 0, 4]")
    static double twoNames(double[] x) {
        double[] a = x.clone();
        double[] b = a;
        b[1] = a[0] * 2;
        a[0] = b[2];
        b[2] = a[1];
        return a[0] * b[2] * a[1];
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3, 4], 3", "[1, 2, 3, 4], 0"})
    static double pingPong(double[] x, int rounds) {
        double[] from = x.clone();
        double[] to = new double[x.length];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < x.length; i++) {
                double left = from[(i + x.length - 1) % x.length];
                to[i] = from[i] * left / 4 + x[i];
            }
            double[] t = from;
            from = to;
            to = t;
        }
        return from[0] * from[1] - from[2] / from[3];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double newArrayEachTrip(double[] x) {
        double[] a = x;
        double sum = 0;
        for (int round = 1; round < 4; round++) {
            double[] scratch = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                scratch[i] = Math.sin(a[i]) * round + scratch[(i + 1) % a.length];
            }
            sum += scratch[0] * scratch[1];
            a = scratch;
        }
        return sum + a[2];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4]")
    static double lengthsChange(double[] x) {
        double[] a = x;
        while (a.length > 1) {
            double[] b = new double[a.length - 1];
            for (int i = 0; i < b.length; i++) {
                b[i] = a[i] * a[i + 1] / (1 + i);
            }
            a = b;
        }
        return a[0];
    }

    @Differentiable
    @Sample(at = {"[3, 1, 2]", "[1, 2, 3]", "[2.5, 2, -1]"})
    static double[] insertionSort(double[] x) {
        double[] a = x.clone();
        for (int i = 1; i < a.length; i++) {
            double e = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > e) {
                a[j + 1] = a[j];
                j--;
            }
            a[j + 1] = e;
        }
        a[0] *= a[a.length - 1];
        return a;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], [0.5, -1]")
    static double[] convolution(double[] x, double[] k) {
        double[] y = new double[x.length + k.length - 1];
        for (int i = 0; i < x.length; i++)
            for (int j = 0; j < k.length; j++)
                y[i + j] += x[i] * k[j];
        return y;
    }

    @Differentiable(wrt = "t")
    @Sample(at = {"[0, 1, 3], [2, 4, -1], 0.5", "[0, 1, 3], [2, 4, -1], 2"}, wrt = "t", gives = {"2", "-2.5"})
    static double interpolation(double[] knots, double[] values, double t) {
        int low = 0;
        int high = knots.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (knots[middle] <= t) low = middle;
            else high = middle;
        }
        double part = (t - knots[low]) / (knots[high] - knots[low]);
        return values[low] + part * (values[high] - values[low]);
    }

    @Differentiable
    @Sample(at = "[0.2, 1.7, 0.4, 2.2], 0.5")
    static double histogramBeside(double[] x, double w) {
        int[] counts = new int[3];
        double[] sums = new double[3];
        for (double e : x) {
            @NoDerivative double held = e;
            int bin = (int) held;
            counts[bin]++;
            sums[bin] += e * w;
        }
        double result = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            result += counts[bin] == 0 ? 0 : sums[bin] * sums[bin] / counts[bin];
        }
        return result;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[0.5, -1, 2]")
    static double constantArrays(double[] x) {
        double[] local = {1, 1, 1};
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * WEIGHTS[i] * local[i];
        }
        return sum;
    }

    /** Constant, then active, then constant again. */
    @Differentiable
    @Sample(at = "3", gives = "20")
    static double elementsComeAndGo(double x) {
        double[] a = new double[3];
        a[0] = 2;
        a[1] = x;
        a[2] = a[1] * a[0];
        a[1] = 5;
        a[0] = a[1] * a[2] / 2;
        a[2] = 4;
        return a[0] * a[2];
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 1", "[1, 2, 3], 7"})
    static double outOfBounds(double[] x, int i) {
        x[0] = x[1] * 2;
        return x[i] * x[0];
    }

    @Differentiable
    @Sample(at = {"null", "[2]"})
    static double noArray(double[] x) {
        return x[0] * x[0];
    }

    @Differentiable
    @Sample(at = {"2, 3", "2, -1"})
    static double negativeSize(double x, int n) {
        double[] a = new double[n];
        a[0] = x;
        return a[0] * x;
    }

    /** Of what is linear no second derivative needs the value, which may lie outside. */
    @Differentiable
    @Sample(at = {"[1, 2], 1", "[1, 2], 2"})
    static double resultOutside(double[] a, int n) {
        return a[n];
    }

    @Differentiable
    @Sample(at = {"1.5, 0", "1.5, 1", "1.5, 2"})
    static double asksNull(double x, int n) {
        double[] a = null;
        if (n == 1) {
            return a[0] * a.length;
        }
        if (n == 2) {
            a[0] = x;
            return a[0];
        }
        return x * x;
    }

    /** Where the element is says the array itself, before it is overwritten. */
    @Differentiable
    @Sample(at = {"[0.3, -1.2, 2.2], 1.5", "[1.3, 0.4, 2.2], 1.5"})
    static double whereTheArraySays(double[] d, double x) {
        d[(int) d[0]] = 2;
        d[(int) d[2]] = x * x;
        return d[0] * d[1] + 3 * d[2];
    }

    @Differentiable
    @Sample(at = "[[1.2, 0.2], [0.7, -3]], 1.5")
    static double whereTheRowsSay(double[][] rows, double x) {
        rows[(int) rows[0][0]][(int) rows[0][1]] = x;
        rows[(int) rows[0][1]][0] = x * x;
        return rows[0][0] + rows[0][1] * rows[1][1] + 3 * rows[1][0];
    }

    @Differentiable
    @Sample(at = "[0.3, -1.2]")
    static double firstIsSet(double[] d) {
        d[0] = 1.5;
        return d[0] * d[1];
    }

    /** A method with a derivative of its own leaves what it does to arrays. */
    @Differentiable
    @Sample(at = "[0.3, -1.2]")
    static double besideWhatIsSet(double[] d) {
        double product = firstIsSet(d);
        return product + d[0] * d[0] * d[1];
    }
}
