package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;

/** The order in which Java evaluates: left to right, the array and the index before what is stored. */
final class Evaluation {
    @Differentiable
    @Sample(at = "[1.5, 2, 3]")
    static double indexBeforeValue(double[] x) {
        int i = 0;
        double[] a = new double[3];
        a[i] = x[i = 2] * x[0];
        a[i] = x[i = 1] + a[0] * (i = 0);
        a[1] = x[i++] * x[i++] - i;
        a[i] += a[--i] * x[i];
        return a[0] * a[1] * a[2];
    }

    /** What is stored goes into the array that the variable named before. */
    @Differentiable
    @Sample(at = "[1.5, 2], [3, 4]")
    static double arrayBeforeValue(double[] x, double[] y) {
        double[] a = x;
        a[0] = (a = y)[0] * 2;
        a[1] += (a = x)[1] * a[0];
        a[0] *= (a = y)[1];
        return x[0] * x[1] + a[0] * y[1];
    }

    @Differentiable
    @Sample(at = "[1.5, 2, 0.5]")
    static double oldValueBeforeTheNew(double[] x) {
        x[0] += x[0] = x[1];
        x[1] -= (x[1] = 3) * x[1]++ + x[1];
        double y = x[2];
        y += y++ * (y = y * x[0]) + ++y;
        y -= y -= y * y;
        return y * x[0] * x[1];
    }

    @Differentiable
    @Sample(at = {"2", "-3"})
    static double chainOfAssignments(double x) {
        double a, b, c;
        a = b = c = x * x;
        b += c *= a -= x;
        return a * b + (c = b = a * 2) * c - (a += b);
    }

    @Differentiable
    @Sample(at = {"2, 1", "0.5, 1", "0.5, 0", "-5, 0"})
    static double assignmentsBehindShortCircuits(double x, int n) {
        double y = x;
        if (n > 0 && (y = y * x) > 1 || (y += x * 3) > 0.5) {
            y = y * 2;
        }
        boolean more = n == 0 | (y = y + x * x) > 0 & (y -= x) > 0;
        return !more ? y : y * (y > 1 && (x = x + y) > 0 ? x : y);
    }

    /** Variables that only have a value where the part of a condition that assigns them has run. */
    @Differentiable
    @Sample(at = {"2, 1.5", "0.5, 3", "-1, 2", "0.5, 0.25"})
    static double firstAssignedBehindShortCircuits(double x, double y) {
        double a, b;
        if (x > 1 && (a = x * y) > 2 && a < 9 || x <= 1 && (a = y) > 1) {
            return a * x;
        }
        while (y < 1 && (b = y + x) > y) {
            y += b * b;
        }
        if (x > 0 ? (b = y * x) > 2 : false) {
            y *= b;
        }
        return !(x > 0 && (b = y * x) > 0.1) ? y : b * y;
    }

    private record Pair(double a, double b) {
        double product() {
            return a * b;
        }
    }

    @Differentiable
    @Sample(at = {"[1.5, 2, 0.5], [0.5, 3, 2]", "[0.5, 2, 0.25], [0.25, -3, 2]"})
    static double arraysFirstAssignedBehindShortCircuits(double[] x, double[] y) {
        double[] row;
        Pair pair;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 1 && (row = i == 1 ? x : y)[i] > 0 && row[0] < 2) {
                row[0] *= row[i];
            } else if (!(y[i] < 1) && (pair = new Pair(x[i], y[0])).product() > 0 && pair.a() < 3) {
                sum += pair.b() * pair.product();
            }
            sum += x[0] * y[i];
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1.5, 2, 3], 2", "[1.5, 2, 3], 0"})
    static double effectsInOperands(double[] x, int n) {
        double y = 0;
        for (int i = 0; i < n; i++) {
            x[Trace.next() % 3] += Trace.number("factor", 2) * x[i] - Trace.random();
            y += x[i] * Trace.number("weight", i + 1);
        }
        return y + x[1];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double loopsOverWhatWasEvaluatedOnce(double[] x) {
        double[] a = x.clone();
        double y = 1;
        for (double e : a) {
            a = new double[] {e * y, 7, 7};
            y += e * a[0];
            x[2] *= 1.5;
        }
        for (double e : make(x, y)) {
            y += e * e;
        }
        return y + x[2];
    }

    private static double[] make(double[] x, double y) {
        Trace.note("made");
        return new double[] {x[0] * y, x[1]};
    }

    @Differentiable
    @Sample(at = {"2", "0.25"})
    static double assignedOnceInLoop(double x) {
        final double y;
        while (true) {
            if (x > 1) {
                y = x * x;
                break;
            }
            x = x * 3;
        }
        return y * x;
    }

    @Differentiable
    @Sample(at = {"2.5", "-1.5"}, gives = {"12", "10"})
    static double narrowedToInts(double x) {
        int n = 10;
        n += x;
        long m = 3;
        m *= x > 0 ? 1 : 1.9;
        byte b = (byte) 300;
        char c = 'a';
        c += 1;
        n -= c - 'b';
        return x * n + 0 * (m + b) * x + (x > 0 ? 0 : 2 * x);
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0", "[1, 2, 3], 2"})
    static double integerDivisionByZero(double[] x, int n) {
        double y = 1;
        for (int i = 0; i < x.length; i++) {
            x[i] *= y;
            y += x[10 / (n + 3 * i) % 3];
            n = n - (n == 2 ? 0 : 3);
        }
        return y;
    }

    /** The array's element is read before the index that is out of bounds is found. */
    @Differentiable
    @Sample(at = {"[1.5, 2], 1", "[1.5, 2], 2", "[1.5, 2], -1"})
    static double throwsAfterWriting(double[] x, int i) {
        x[0] *= 3;
        Trace.note("written", x[0]);
        x[i] = x[0] * Trace.number("value", 2);
        Trace.note("again");
        return x[i] * x[1];
    }

    @Differentiable
    @Sample(at = {"1.5, 3", "0.5, 3"})
    static double conditionWrites(double x, int n) {
        double y = x;
        int i = 0;
        do {
            if (y > 3) continue;
            y = y * 2 + i;
        } while (i++ < n && (y = y - x / 2) < 9);
        return y * i;
    }

    @Differentiable
    @Sample(at = {"3, true", "3, false"}, gives = {"2", "4"})
    static double conditionalsAsStatements(double x, boolean first) {
        double a = x, b = 2 * x;
        double unused = first ? (a = b) : (b = a + a + a + a);
        return first ? a : b;
    }

    @Differentiable
    @Sample(at = "1.5, 2.5")
    static double signsAndPromotions(float x, double y) {
        int i = 7;
        i /= 2;
        i <<= 2;
        i ^= 5;
        i >>>= 1;
        double a = +-+x - -y - (-(x)) * i--;
        a = a * ~i + (i & 3) * x / 2 + 7 / 2 * y + 'b' % 7 * x;
        return a - (float) (x * y) * (short) 70000 + (int) 3.99 * (long) 1e10 * 1e-10 * y;
    }
}
