package samples;

import dev.jacobi.Checkpoint;
import dev.jacobi.Differentiable;
import dev.jacobi.FixedPoint;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;

/** Loops that are computed again from snapshots. */
final class Checkpoints {

    @Differentiable
    @Sample(at = {"[0.5, 0.8, 0.3], 0.1, 25", "[0.5, 0.8, 0.3], 0.1, 0", "[0.5, 0.8, 0.3], 0.1, 1"})
    static double diffusion(double[] start, double rate, int steps) {
        double[] u = start.clone();
        double[] next = new double[u.length];
        for (@Checkpoint(snapshots = 3) int step = 0; step < steps; step++) {
            for (int i = 0; i < u.length; i++) {
                next[i] = u[i] + rate * Math.sin(u[(i + 1) % u.length]);
            }
            double[] before = u;
            u = next;
            next = before;
        }
        double sum = 0;
        for (double x : u) {
            sum += x * x;
        }
        return sum;
    }

    private record Body(double x, double v, int n) {
        Body {
            if (x > 1e30) {
                throw new IllegalStateException("lost: " + x);
            }
        }
    }

    @Differentiable
    @Sample(at = {"0.4, 1.1, 12", "1.2, -0.3, 30"})
    static double recordsAsState(double x, double v, int n) {
        Body body = new Body(x, v, 0);
        for (@Checkpoint(snapshots = 2) int i = 0; i < n; i++) {
            body = new Body(body.x + 0.1 * body.v, body.v - 0.1 * Math.sin(body.x), body.n + i);
            if (body.n > 20 && body.x > 0.5) {
                break;
            }
        }
        return body.x * body.v + body.n;
    }

    @Differentiable
    @Sample(at = "0.4, 1.1")
    static double recordsInAnArray(double x, double v) {
        Body[] bodies = {new Body(x, v, 0), new Body(v, x, 1)};
        for (@Checkpoint(snapshots = 2) int i = 0; i < 9; i++) {
            Body one = bodies[i % 2];
            bodies[(i + 1) % 2] =
                    new Body(one.x + 0.1 * one.v, one.v - 0.1 * Math.sin(bodies[(i + 1) % 2].x), one.n + i);
        }
        return bodies[0].x * bodies[1].v + bodies[1].n;
    }

    @Differentiable
    @Sample(at = {"0.3, 9", "1.9, 9", "0.05, 9", "0.5, 0"})
    static double stopsBetweenSnapshots(double x, int n) {
        double y = x;
        for (@Checkpoint(snapshots = 2) int i = 0; i < n; i++) {
            if (i == 2) {
                continue;
            }
            y = y * y * 0.9 + 0.1;
            if (y > 5) {
                return y * 2;
            }
            if (y < 0.12) {
                break;
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"0.7, 3", "0.7, 4"})
    static double throwsInside(double x, int n) {
        double[] a = new double[3];
        double y = x;
        for (@Checkpoint(snapshots = 1) int i = 0; i < n; i++) {
            a[i] = y;
            y = y * y + 1;
        }
        return y + a[0];
    }

    @Differentiable
    @Sample(at = {"0.7", "1.4", "-0.5"})
    static double ofUnknownLength(double x) {
        double y = x;
        @Checkpoint(snapshots = 3)
        int n = 0;
        while (Math.abs(y) < 20) {
            y = y * 1.5 + Math.sin(y);
            n++;
            if (n > 40) {
                throw new IllegalStateException("too long");
            }
        }
        return y * n;
    }

    @Differentiable
    @Sample(at = {"[0.3, 1.2, -0.4, 2]", "[]"})
    static double overElements(double[] x) {
        double s = 1;
        for (@Checkpoint double v : x) {
            s = s * v + Math.sin(v);
        }
        return s;
    }

    @Differentiable
    @Sample(at = {"[0.3, 1.2, -0.4], 0.9"})
    static double writesToItsParameter(double[] x, double k) {
        double s = 0;
        for (@Checkpoint(snapshots = 2) int i = 0; i < 7; i++) {
            x[i % x.length] = Math.sin(x[(i + 1) % x.length]) * k;
            s += x[0] * x[1];
        }
        return s + x[x.length - 1];
    }

    @Differentiable
    @Sample(at = {"[0.3, 1.2, -0.4], [1, 2], 0.9"})
    static void writesItsResults(double[] x, double[] y, double k) {
        for (@Checkpoint(snapshots = 2) int i = 0; i < 9; i++) {
            double t = x[i % x.length];
            y[i % y.length] += t * t * k;
            x[i % x.length] = y[(i + 1) % y.length] + t;
        }
    }

    @Differentiable
    @Sample(at = {"[0.3, 0.7, 0.4]"})
    static double twoNamesOfAnArray(double[] x) {
        double[] a = x.clone();
        double[] b = a;
        double[] spare = new double[3];
        for (@Checkpoint(snapshots = 2) int i = 0; i < 7; i++) {
            a[i % 3] = b[(i + 1) % 3] * a[0] + 0.1;
            b[1] *= 1.01;
            if (i == 3) {
                a = spare;
                spare = b.clone();
            }
        }
        return a[0] + 2 * b[1] + spare[2];
    }

    @Differentiable
    @Sample(at = {"[[0.3, 0.7], [0.4, 1.2]]"})
    static double rowsOfItsOwn(double[][] m) {
        double[][] a = m;
        double s = 0;
        for (@Checkpoint(snapshots = 2) int i = 0; i < 5; i++) {
            double[][] b = new double[a.length][];
            for (int j = 0; j < a.length; j++) {
                b[j] = a[(j + 1) % a.length].clone();
                for (int k = 0; k < b[j].length; k++) {
                    b[j][k] *= 0.5 + s;
                }
            }
            s += b[0][0];
            a = b;
        }
        return s + a[1][0];
    }

    @Differentiable
    @Sample(at = {"[[0.3, 0.7], [0.4, 1.2]]"})
    static double rowsThatChangedPlaces(double[][] m) {
        double[][] a = {m[1].clone(), m[0].clone()};
        double[] first = a[0];
        a[0] = a[1];
        a[1] = first;
        double s = 0;
        for (@Checkpoint(snapshots = 2) int i = 0; i < 6; i++) {
            a[0][i % 2] = a[1][0] * a[0][1] + 0.2;
            s += first[0];
        }
        first = a[0];
        a[0] = a[1];
        a[1] = first;
        return s * a[0][1] + a[1][0];
    }

    private static double energy(double[] u, double h, int n) {
        double e = 0;
        for (@Checkpoint(snapshots = 2) int i = 0; i < n; i++) {
            for (int j = 0; j < u.length; j++) {
                u[j] += h * Math.sin(u[(j + 1) % u.length]);
            }
            e += u[0];
        }
        return e;
    }

    @Differentiable
    @Sample(at = {"[0.5, 0.8, 0.3], 0.2"})
    static double insideOfCalls(double[] x, double h) {
        double[] u = x.clone();
        double s = energy(u, h, 5);
        for (int k = 0; k < 2; k++) {
            s += energy(u, h * k, 4 + k) * u[1];
        }
        for (@Checkpoint(snapshots = 1) int k = 0; k < 3; k++) {
            s += energy(u, h * k, 2 + k) * u[1];
        }
        return s;
    }

    @Differentiable
    @Sample(at = {"0.3", "0.9"})
    static double insideOfEachOther(double x) {
        double y = x;
        double[] a = {x, 2 * x};
        for (@Checkpoint(snapshots = 2) int i = 0; i < 4; i++) {
            double b = 1;
            for (int j = 0; j < 3; j++) {
                double[] c = {y, b};
                for (@Checkpoint(snapshots = 1) int k = 0; k < 3; k++) {
                    c[k % 2] = Math.sin(c[0]) + 0.3 * c[1] * b;
                    a[k % 2] += c[1] * 0.01;
                }
                b = c[0];
                y += c[1] * a[0];
                if (y > 4) {
                    break;
                }
            }
            y = 0.5 * y * b;
        }
        return y + a[1];
    }

    @Differentiable
    @Sample(at = {"[0.5, -0.8, 0.3], 2"})
    static double[] givesAnArray(double[] x, float f) {
        double[] y = x;
        for (@Checkpoint(snapshots = 1) int i = 5; i > 0; i -= 2) {
            double[] z = y.clone();
            z[i % z.length] *= f * y[0];
            y = z;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"[0.5, -0.8]"})
    static Tensor tensorsAsState(Tensor x) {
        Tensor y = x;
        for (@Checkpoint(snapshots = 2) int i = 0; i < 6; i++) {
            y = y.add(y.mul(y).mul(0.1));
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"[0.5, 0.8, 0.3]"})
    static double sortsAndCopies(double[] x) {
        double[] a = x.clone();
        double[] b = new double[x.length];
        double s = 0;
        for (@Checkpoint(snapshots = 2) int i = 0; i < 6; i++) {
            System.arraycopy(a, 0, b, 0, a.length);
            Arrays.sort(b);
            a[i % a.length] = b[0] * b[1] + 1;
            s += b[b.length - 1];
            if (i == 3) {
                Arrays.fill(a, s);
            }
        }
        return s + a[0];
    }

    static final class Ring {
        final int length;

        Ring(int length) {
            this.length = length;
        }

        int place(int i) {
            return wrapped(i, length);
        }

        static int wrapped(int i, int n) {
            return i < n ? i : wrapped(i - n, n);
        }
    }

    static boolean isNewest(int[] ages, int i) {
        for (int age : ages) {
            if (age < ages[i]) {
                return false;
            }
        }
        return true;
    }

    @Differentiable
    @Sample(at = {"[0.5, 0.8, 0.3], [4, 2, 7]"})
    static double callsMethodsOfWholeNumbers(double[] x, int[] ages) {
        Ring ring = new Ring(x.length);
        double[] a = x.clone();
        double y = 1;
        for (@Checkpoint(snapshots = 2) int i = 0; i < 7; i++) {
            int k = Ring.wrapped(2 * i, a.length);
            y += Math.sin(y * a[k]);
            a[ring.place(i + 1)] *= isNewest(ages, k) ? y : 0.5;
        }
        return y * a[0];
    }

    static double root(double y) {
        @FixedPoint double r = y;
        while (Math.abs(r * r - y) > 1e-14 * y) {
            r = (r + y / r) / 2;
        }
        return r;
    }

    @Differentiable
    @Sample(at = {"2"})
    static double arrivesAtFixedPoints(double x) {
        double y = x;
        for (@Checkpoint(snapshots = 2) int i = 0; i < 6; i++) {
            y += x * root(y);
        }
        return y;
    }

    private static double[] later(double[] q, double k) {
        double[] next = new double[q.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = k * Math.sin(q[i]);
        }
        return next;
    }

    private static double[] run(double[] q, double k, int n) {
        double[] u = q;
        for (@Checkpoint(snapshots = 2) int i = 0; i < n; i++) {
            u = later(u, k);
        }
        return u;
    }

    @Differentiable
    @Sample(at = {"[0.7, 0.4], 0.8", "[-1.2, 0.3], 1.1"})
    static double startsFromAParameterThatIsUsedAgain(double[] q, double k) {
        return run(q, k, 3)[0] * q[0] + run(q, k, 2)[1];
    }

    @Differentiable
    @Sample(at = {"[0.7, 0.4], 0.8, 3", "[0.7, 0.4], 0.8, 0"})
    static double twoNamesOfOneStart(double[] q, double k, int n) {
        double[] u = q;
        double[] v = q;
        for (@Checkpoint(snapshots = 2) int i = 0; i < n; i++) {
            u = later(v, k);
            v = later(u, k * v[0]);
        }
        return u[0] * v[1] + q[1];
    }

    @Differentiable
    @Sample(at = {"[[0.7, 0.4], [0.2, -0.5]], 0.8, 3"})
    static double startsFromRows(double[][] m, double k, int n) {
        double[][] u = m;
        for (@Checkpoint(snapshots = 1) int i = 0; i < n; i++) {
            u = new double[][] {later(u[1], k), later(u[0], k)};
        }
        return u[0][0] * m[0][0] + u[1][1] * m[1][0];
    }

    @Differentiable
    @Sample(at = {"[[0.7, 0.4], [0.2, -0.5]], 3"})
    static Tensor startsFromTensors(Tensor[] parts, int n) {
        Tensor[] u = parts;
        for (@Checkpoint(snapshots = 1) int i = 0; i < n; i++) {
            u = new Tensor[] {u[1].sin(), u[0].mul(u[1])};
        }
        return u[0].mul(parts[0]).add(u[1]).sum();
    }

    private static int value(double[] numbers) {
        int positive = 0;
        for (double number : numbers) {
            if (number > 0) positive++;
        }
        return positive;
    }

    private static int toString(double[] numbers, int from) {
        int positive = 0;
        for (int i = from; i < numbers.length; i++) {
            if (numbers[i] > 0) positive++;
        }
        return positive;
    }

    /** Classes inside the generated one have methods of these names. */
    @Differentiable
    @Sample(at = {"[0.7, -0.4, 0.2], 0.8, 3"})
    static double callsWhatHasANameInside(double[] x, double k, int n) {
        double u = k;
        for (@Checkpoint(snapshots = 2) int i = 0; i < n; i++) {
            u = u * x[0] + value(x) * u * u - toString(x, i) * x[2];
        }
        return u;
    }

    record Ball(double mass, double at) {}

    private static int mass(double[] numbers, int from) {
        return toString(numbers, from) + 1;
    }

    private static Ball moved(Ball body, double[] x, int n) {
        double at = body.at();
        for (@Checkpoint(snapshots = 1) int i = 0; i < n; i++) {
            at = at * x[i] + mass(x, i) * at * at;
        }
        return new Ball(body.mass() * at, at);
    }

    /** And of components. */
    @Differentiable
    @Sample(at = {"[0.7, -0.4, 0.2], 0.3, 3"})
    static double callsWhatIsNamedLikeAComponent(double[] x, double k, int n) {
        Ball body = moved(new Ball(k, 0.5), x, n);
        return body.mass() * body.at();
    }

    /** Behind the loop stands a variable that only gets its value then, as all that follows a {@code continue} does. */
    @Differentiable
    @Sample(at = {"[0.7, -0.4], 3", "[0.7, 0.4], 3", "[0.7, -0.4], 0"})
    static double leftBeforeALoop(double[] x, int n) {
        double[] state = x;
        for (@Checkpoint(snapshots = 2) int round = 0; round < n; round++) {
            if (round == 1) continue;
            for (@Checkpoint(snapshots = 2) int step = 0; step < 3; step++) {
                double[] next = new double[2];
                next[0] = state[0] * state[1] + x[1];
                next[1] = x[1] * state[1];
                state = next;
            }
            state = x[1] > 0.1 ? state : x;
        }
        return state[0] * x[0];
    }

    /** Nobody reads the array that the loop chooses, so it has no shadow; without any optimisation it stays. */
    @Differentiable
    @Sample(at = {"[0.7, -0.4], [0.3, 0.05], 2", "[0.7, -0.4], [0.05, 0.3], 0"})
    static double choosesWhatNobodyReads(double[] x, double[] y, int n) {
        double[] chosen = x;
        double s = 1;
        for (@Checkpoint(snapshots = 2) int r = 0; r < n; r++) {
            if (y[r] > 0) {
                chosen = y[r] > 0.1 ? x : y;
            }
            s = Math.sin(s * y[0]) + x[1] * s;
            x[0] = s * x[0];
        }
        return s * x[0];
    }

    private static double[] rowOrNext(double[][] m, double k, int n) {
        double[] u = m[0];
        for (@Checkpoint(snapshots = 2) int i = 0; i < n; i++) {
            double[] next = new double[u.length];
            for (int j = 0; j < u.length; j++) {
                next[j] = Math.sin(u[j] + k * j);
            }
            u = i % 3 == 2 ? m[1] : next;
        }
        return u;
    }

    /** The row that the loop has chosen gives way to what came of it. */
    @Differentiable
    @Sample(at = "[[0.5, 0.25], [-1, 0.3]], 0.7")
    static double rowsMovedByTheCaller(double[][] m, double k) {
        double[] first = rowOrNext(m, k, 5);
        m[1] = first;
        first[0] += k;
        double[] second = rowOrNext(m, first[1], 4);
        m[0] = second;
        second[1] *= 2;
        return first[0] * second[0] + m[0][1] * m[1][0];
    }

    /** Two names of an array of rows, of which one changes: rows that the other gets belong to both. */
    @Differentiable
    @Sample(at = "[[0.5, 0.25], [-1, 0.3]], 0.7")
    static double rowsMovedBehindTheLoop(double[][] m, double k) {
        double[] u = m[0];
        double[][] w = m;
        for (@Checkpoint(snapshots = 2) int i = 0; i < 6; i++) {
            double[] next = new double[u.length];
            for (int j = 0; j < u.length; j++) {
                next[j] = Math.sin(u[j] + k * j);
            }
            u = i % 3 == 1 ? w[1] : next;
            w = i == 2 ? new double[][] {w[0], next} : w;
        }
        m[1] = w[0];
        w[1] = u;
        w[0] = m[1];
        return u[0] * m[0][1] + w[1][0] * w[0][1];
    }

    private static void takesTurns(double[] a, double[] b, double k) {
        double[] u = a;
        for (@Checkpoint(snapshots = 1) int i = 0; i < 3; i++) {
            u[0] = k * u[1];
            u = i == 0 ? b : new double[] {u[1], k};
        }
    }

    /** Nobody names the arrays any more when the loop has overwritten them, but the caller does. */
    @Differentiable
    @Sample(at = "[0.5, 0.25], [-1, 0.3], 0.7")
    static double overwrittenAndForgotten(double[] a, double[] b, double k) {
        takesTurns(a, b, k);
        return a[0] * b[0] + a[1] * b[1];
    }
}
