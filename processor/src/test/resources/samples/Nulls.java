package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** Arguments that are null: the method works with them, and so do its derivatives. */
final class Nulls {
    @Differentiable
    @Sample(at = {"null, 3", "[1, 2], 3"})
    static double nullWhole(double[] a, double x) {
        if (a == null) {
            return x * x;
        }
        double sum = 0;
        for (double v : a) {
            sum += v * v * x;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2], null", "[1, 2], [3, 4]", "null, [3, 4]", "null, null"})
    static double nullBehindAnother(double[] a, double[] b) {
        double sum = 0;
        for (double v : a) {
            sum += v * v;
        }
        return b != null ? sum * b[0] * b[1] : sum;
    }

    @Differentiable
    @Sample(at = {"null, 3", "[2, 5], 3"})
    static double nullReplaced(double[] a, double x) {
        double[] b = a;
        if (b == null) {
            b = new double[] {x, 2 * x};
        }
        b[0] *= b[1];
        return b[0] * x;
    }

    @Differentiable
    @Sample(at = {"null, 3", "[2, 5], 3"})
    static double nullInAHelper(double[] a, double x) {
        return x * x + product(a);
    }

    private static double product(double[] a) {
        double product = 2;
        for (int i = 0; a != null && i < a.length; i++) {
            product *= a[i];
        }
        return product;
    }

    /** Nothing asks whether the array is there: it is just not read. */
    @Differentiable
    @Sample(at = {"null, 3, false", "[2, 5], 3, true", "null, 3, true"})
    static double nullNotRead(double[] a, double x, boolean reads) {
        double y = x * x;
        if (reads) {
            y *= a[0] * a[1];
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"null, 3", "[[1, 2], null, [3, 4]], 3"})
    static double nullRows(double[][] a, double x) {
        double sum = x * x;
        for (int i = 0; a != null && i < a.length; i++) {
            if (a[i] != null) {
                a[i][0] *= a[i][1];
                sum += a[i][0] * x;
            }
        }
        return sum;
    }

    record Part(double[] a, double k) {}

    @Differentiable
    @Sample(at = {"(null, 3)", "([1, 2], 3)"})
    static double nullInARecord(Part p) {
        return p.a() == null ? p.k() * p.k() : p.a()[0] * p.a()[1] * p.k();
    }

    @Differentiable
    @Sample(at = {"null, 3", "[[2, 5]], 3"})
    static double nullOfTensors(Tensor[] t, double x) {
        return t == null ? x * x : t[0].sum().item() * x;
    }

    @Differentiable
    @Sample(at = {"null, 3", "[1, 2], 3"})
    static double[] nullVector(double[] a, double x) {
        return a == null ? new double[] {x * x, x} : new double[] {a[0] * x, a[1] * a[1]};
    }

    @Differentiable
    @Sample(at = {"null", "[3]"})
    static double[] nullAlone(double[] a) {
        return a == null ? new double[] {1, 2} : new double[] {a[0] * a[0]};
    }

    @Differentiable
    @Sample(at = {"null, [2]", "[3], [2]"})
    static void nullLeft(double[] a, double[] b) {
        b[0] *= a == null ? b[0] : a[0];
    }
}
