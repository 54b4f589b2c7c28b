package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;

/** Calls that take, write and give arrays; recursion; varargs. */
final class Calls {
    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** With one array for both, what is read has perhaps been written. */
    private static void addInto(double[] to, double[] from, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[(i + 1) % from.length] * to[i];
        }
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 2", gives = "[4, 0, 4], 7")
    static double helperWrites(double[] x, double y) {
        double[] a = new double[3];
        double before = put(a, 1, x[0] * y);
        put(a, 2, x[2]);
        put(a, 0, before);
        return put(a, 1, 0) * y + a[0] + a[2] * (y + 2);
    }

    private static double put(double[] a, int i, double value) {
        double before = a[i];
        a[i] = value;
        return before;
    }

    @Differentiable
    @Sample(at = {"[1, 5], [3, 4]", "[6, 5], [3, 4]"})
    static double helperGivesOneOfItsArguments(double[] x, double[] y) {
        double[] larger = larger(x, y);
        larger[0] *= larger[1];
        larger(y, x)[1] += 1;
        return x[0] * y[1] + x[1] * y[0];
    }

    private static double[] larger(double[] a, double[] b) {
        return a[0] > b[0] ? a : b;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double helperGivesItsArgumentBack(double[] x) {
        double[] a = doubled(x.clone());
        double[] b = doubled(doubled(a));
        b[0] = a[1];
        return a[0] * b[2] * x[0];
    }

    private static double[] doubled(double[] a) {
        for (int i = 0; i < a.length; i++) a[i] *= 2;
        return a;
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double e : x) sum += e;
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3, 4, 5]", "[2]"}, gives = {"[120, 60, 40, 30, 24]", "[1]"})
    static double productByHalves(double[] x) {
        return productOf(x, 0, x.length);
    }

    private static double productOf(double[] x, int from, int to) {
        if (to - from == 1) return x[from];
        int middle = (from + to) >>> 1;
        return productOf(x, from, middle) * productOf(x, middle, to);
    }

    @Differentiable
    @Sample(at = {"[3, 1, 2]", "[1, 2, 3]", "[5, 4, 3, 2]"})
    static double quickSort(double[] x) {
        sort(x, 0, x.length - 1);
        return x[0] * x[0] + x[1] * 2 + x[x.length - 1] * x[1];
    }

    private static void sort(double[] x, int low, int high) {
        if (low >= high) return;
        double pivot = x[high];
        int border = low;
        for (int i = low; i < high; i++) {
            if (x[i] < pivot) {
                double t = x[i];
                x[i] = x[border];
                x[border++] = t;
            }
        }
        x[high] = x[border];
        x[border] = pivot;
        sort(x, low, border - 1);
        sort(x, border + 1, high);
    }

    @Differentiable
    @Sample(at = {"[1.5, 0.5, 2], 4", "[1.5, 0.5, 2], 0"})
    static double mutualWithArrays(double[] x, int depth) {
        return there(x, depth);
    }

    private static double there(double[] x, int depth) {
        if (depth == 0) return x[0] * x[1];
        x[depth % 3] *= x[0];
        return back(x, depth - 1) + x[1];
    }

    private static double back(double[] x, int depth) {
        double[] y = x.clone();
        y[0] = Math.sin(y[0]);
        return depth == 0 ? y[0] + x[2] : there(y, depth - 1) * x[2];
    }

    @Differentiable
    @Sample(at = "[1.5, 2]")
    static double callsAnnotatedWithArrays(double[] x) {
        double[] y = annotatedCumulation(x);
        annotatedScaling(y, x[0]);
        return y[0] * y[1] + annotatedCumulation(y)[1];
    }

    @Differentiable
    @Sample(at = "[1.5, 2]", gives = "[2, 1]")
    static double[] annotatedCumulation(double[] x) {
        double[] y = x.clone();
        for (int i = 1; i < y.length; i++) y[i] += y[i - 1];
        return y;
    }

    @Differentiable
    @Sample(at = "[1.5, 2], 3", gives = "[3, 3], 3.5")
    static void annotatedScaling(double[] x, double by) {
        for (int i = 0; i < x.length; i++) x[i] *= by;
    }

    @Differentiable
    @Sample(at = {"1.5, 4", "9, 4"})
    static double helperWithEarlyReturn(double x, int n) {
        double y = 0;
        for (int i = 1; i < n; i++) {
            y += firstAbove(x * i, 5) * x;
        }
        return y;
    }

    private static double firstAbove(double x, double limit) {
        for (int i = 0; i < 10; i++) {
            if (x > limit) return x - limit;
            x = x * 1.5;
        }
        return 0;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 1.5")
    static double effectsInCallsInLoops(double[] x, double y) {
        for (int i = 0; i < x.length; i++) {
            x[marked(i)] = noted(x[marked(2 - i)], y) * Trace.random();
        }
        return x[0] * x[1] + x[2];
    }

    private static int marked(int i) {
        Trace.note("index " + i);
        return i;
    }

    private static double noted(double a, double b) {
        Trace.note("product", a * b);
        return a * b;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], 0.5")
    static double rowsPassedOn(double[][] m, double w) {
        addInto(m[0], m[1], w);
        addInto(m[1], m[1], w);
        double[][] swapped = {m[1], m[0]};
        addInto(swapped[0], m[0], -w);
        return m[1][0] * m[0][0] + m[1][1] * m[0][1];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 2")
    static double resultNotUsed(double[] x, double y) {
        put(x, 0, y * x[1]);
        doubled(x);
        sum(x);
        return x[0] * x[2];
    }

    @Differentiable
    @Sample(at = {"3, 10", "3, 1"}, gives = {"55", "1"})
    static double fibonacciCalls(double x, int n) {
        return fibonacci(x, n);
    }

    private static double fibonacci(double x, int n) {
        return n <= 2 ? x : fibonacci(x, n - 1) + fibonacci(x, n - 2);
    }

    @Differentiable
    @Sample(at = {"0.5, 2", "1.5, 3"})
    static double ackermannLike(double x, int depth) {
        if (depth <= 0) {
            return x + 1;
        }
        double inner = ackermannLike(x * 0.5, depth - 1);
        return inner > 1.4 ? ackermannLike(inner - 1, depth - 1) * x : inner * inner;
    }

    /** Nothing comes back from either of the two that refuse. */
    @Differentiable
    @Sample(at = {"[1, 2], 0", "[1, 2], 1", "[1, 2], 2"})
    static double refused(double[] a, int n) {
        a[0] *= a[1];
        if (n == 1) {
            refuse(a, n);
        }
        if (n == 2) {
            refuseInTime(a);
        }
        return a[0] * a[0];
    }

    private static void refuse(double[] a, int n) {
        a[0] *= a[0];
        if (n > 1) {
            throw new IllegalStateException("more than one");
        } else {
            throw new IllegalStateException("one");
        }
    }

    private static void refuseInTime(double[] a) {
        while (true) {
            a[0] *= a[1];
            if (a[0] > 3) {
                throw new IllegalStateException("too large");
            }
        }
    }

    @Differentiable
    @Sample(at = "3", gives = "0.5")
    static double widenedLiteral(double x) {
        return widened(0.5f) * x;
    }

    private static double widened(float k) {
        return k;
    }

    /** What the helper gives carries no derivative, until one is written into it. */
    @Differentiable
    @Sample(at = {"0.5", "2"})
    static double writesIntoConstants(double x) {
        double[] row = counted(2);
        double s = row[0];
        row[1] = x;
        for (int i = 0; i < 3; i++) {
            s = s * row[0] + row[1];
            row[0] = s;
            row = new double[] {row[0], row[1]};
        }
        return s;
    }

    private static double[] counted(int n) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = 2 + i;
        }
        return numbers;
    }

    @Differentiable
    @Sample(at = {"2, 3", "-2, 3", "2, -3"})
    static double complaining(double x, double y) {
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            sum += x > 0 ? Math.log(x + i) * y : complain(x * y);
        }
        if (y < 0) {
            sum += complain(sum);
        }
        return sum;
    }

    private static double complain(double x) {
        throw new IllegalArgumentException("negative: " + x);
    }
}
