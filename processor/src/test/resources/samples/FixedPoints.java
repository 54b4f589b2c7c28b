package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.FixedPoint;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import dev.jacobi.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/** Loops that are marked @FixedPoint. */
class FixedPoints {
    static final double SMALL = 1e-15;

    double pull = 0.3;

    /** Kepler's equation: E = M + e·sin(E), so ∂E/∂M = 1/(1 - e·cos(E)). */
    @Differentiable
    @Sample(at = {"1.2, 0.4", "-2, 0.7"})
    static double eccentricAnomaly(double m, double e) {
        @FixedPoint double x = m;
        double change;
        do {
            double next = m + e * Math.sin(x);
            change = Math.abs(next - x);
            x = next;
        } while (change > SMALL);
        return x;
    }

    /** a·cos(x) = x. */
    @Differentiable
    @Sample(at = "0.5, 1")
    static double startDoesNotCount(double start, double a) {
        @FixedPoint(tolerance = 1e-15, iterations = 200, residual = 1e-6) double x = start;
        for (int i = 0; i < 200; i++) {
            x = a * Math.cos(x);
        }
        return x;
    }

    /** A local variable may be a constant, too (JLS 4.12.4). */
    @Differentiable
    @Sample(at = "0.5, 1")
    static double numbersByName(double start, double a) {
        final double tolerance = 1e-15;
        @FixedPoint(tolerance = tolerance / 2, iterations = 2 * 100, residual = +10 * SMALL) double x = start;
        for (int i = 0; i < 200; i++) {
            x = a * Math.cos(x);
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"2", "9"}, gives = {"0.35355339059327373", "0.16666666666666666"})
    static double heron(double a) {
        @FixedPoint double x = a;
        while (Math.abs(x * x - a) > 1e-14 * a) {
            x = (x + a / x) / 2;
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"1.2, 0.4", "0.5, 0.2"})
    static double leftByBreak(double m, double e) {
        @FixedPoint double x = m;
        int trips = 0;
        while (true) {
            double next = m + e * Math.sin(x);
            if (++trips > 1000) {
                throw new IllegalStateException("no end");
            }
            if (Math.abs(next - x) < SMALL) {
                break;
            }
            x = next;
        }
        return x * x;
    }

    @Differentiable
    @Sample(at = "1.2, 0.4")
    static double breakWithAssignment(double m, double e) {
        @FixedPoint double x = m;
        for (int i = 0; i < 500; i++) {
            double next = m + e * Math.sin(x);
            if (next == x) {
                x = next;
                Trace.note("at rest");
                break;
            } else if (next > 100) {
                continue;
            }
            x = next;
        }
        return x * x;
    }

    @Differentiable
    @Sample(at = "1.2, 0.4")
    static double assignedInTheCondition(double m, double e) {
        @FixedPoint double x = m;
        double y = 0;
        while (Math.abs((y = m + e * Math.sin(x)) - x) > SMALL) {
            x = y;
        }
        return x * x;
    }

    /** What isn't marked is differentiated through the loop. */
    @Differentiable
    @Sample(at = "1.2, 0.4")
    static double lastStepUsedAsWell(double m, double e) {
        @FixedPoint double x = m;
        double last = 0;
        double weight = 1;
        while (weight > 1e-17) {
            last = e * Math.sin(x);
            x = m + last;
            weight *= 0.5;
        }
        return x * last;
    }

    /** x = y²/4 + a, y = sin(x) / 2 + b. */
    @Differentiable
    @Sample(at = "0.3, 0.8")
    static double twoVariables(double a, double b) {
        @FixedPoint double x = 0, y = b;
        double change = 1;
        while (change > SMALL) {
            double before = x + y;
            x = y * y / 4 + a;
            y = Math.sin(x) / 2 + b;
            change = Math.abs(x + y - before);
        }
        return x * x + 3 * y;
    }

    @Differentiable
    @Sample(at = "[0.5, 0.7, 0.2], 0.6")
    static double ring(double[] a, double t) {
        int n = a.length;
        @FixedPoint double[] x = new double[n];
        double change;
        do {
            double[] next = new double[n];
            change = 0;
            for (int i = 0; i < n; i++) {
                next[i] = a[i] + t * Math.cos(x[(i + 1) % n]);
                change = Math.max(change, Math.abs(next[i] - x[i]));
            }
            x = next;
        } while (change > SMALL);
        return dot(x, x);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double[] relaxed(double[] x, double[] b, double t) {
        double[] next = x.clone();
        for (int i = 1; i + 1 < x.length; i++) {
            next[i] = b[i] + t * (x[i - 1] + x[i + 1]);
        }
        return next;
    }

    private static double apart(double[] x, double[] y) {
        double most = 0;
        for (int i = 0; i < x.length; i++) {
            most = Math.max(most, Math.abs(x[i] - y[i]));
        }
        return most;
    }

    /** The ends keep what they were, and count. */
    @Differentiable
    @Sample(at = "[1, 0.1, 0.2, 0.3, 2], 0.4")
    static double[] boundaryKept(double[] b, double t) {
        @FixedPoint double[] u = b.clone();
        double change = 1;
        while (change > SMALL) {
            double[] next = relaxed(u, b, t);
            change = apart(next, u);
            u = next;
        }
        return u;
    }

    /** Gauss and Seidel's iteration, in place. */
    @Differentiable
    @Sample(at = "[1, 0.1, 0.2, 0.3, 2], 0.4")
    static double inPlace(double[] b, double t) {
        @FixedPoint double[] u = b.clone();
        double change;
        do {
            change = 0;
            for (int i = 1; i + 1 < u.length; i++) {
                double v = t * (u[i - 1] + u[i + 1]) + b[i];
                change = Math.max(change, Math.abs(v - u[i]));
                u[i] = v;
            }
        } while (change > SMALL);
        return dot(u, b);
    }

    private static void smooth(double[] from, double[] b, double[] to) {
        for (int i = 0; i < to.length; i++) {
            double left = i == 0 ? 0 : from[i - 1];
            to[i] = b[i] * Math.exp(-0.5 * left * left) + 0.25 * from[i];
        }
    }

    /** Two arrays take turns. */
    @Differentiable
    @Sample(at = "[1, 0.5, 0.75]")
    static double buffersSwapped(double[] b) {
        @FixedPoint double[] now = new double[b.length];
        @FixedPoint double[] next = new double[b.length];
        for (int i = 0; i < 200; i++) {
            smooth(now, b, next);
            double[] t = now;
            now = next;
            next = t;
        }
        return dot(now, b);
    }

    @Differentiable
    @Sample(at = "[1, 0.5, 0.75]")
    static double copiedBack(double[] b) {
        @FixedPoint double[] now = b.clone();
        double[] start = b.clone();
        double change;
        do {
            double[] next = new double[b.length];
            smooth(now, start, next);
            change = apart(now, next);
            System.arraycopy(next, 0, now, 0, now.length);
        } while (change > SMALL);
        return dot(now, now);
    }

    @Differentiable
    @Sample(at = "[[0.1, 0.3], [0.2, -0.4]], [0.5, 1]")
    static double matrixOfNumbers(double[][] w, double[] b) {
        @FixedPoint double[][] x = new double[2][2];
        for (int trip = 0; trip < 100; trip++) {
            double[][] next = new double[2][2];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    next[i][j] = Math.tanh(w[i][0] * x[0][j] + w[i][1] * x[1][j] + b[j]);
                }
            }
            x = next;
        }
        return x[0][0] + 2 * x[0][1] + x[1][0] * x[1][1];
    }

    @Differentiable
    @Sample(at = "1.2f, 0.4f", gives = "0.9885208796131713, 0.9881042281436692")
    static float singlePrecision(float m, float e) {
        @FixedPoint float x = m;
        for (int i = 0; i < 100; i++) {
            x = m + e * (float) Math.sin(x);
        }
        return x;
    }

    /** A layer that is applied until nothing changes, as in a deep equilibrium model. */
    @Differentiable
    @Sample(at = {"[[0.3, -0.2], [0.1, 0.4]], [0.5, -1]", "[[0.3, -0.2], [0.1, 0.4]]f, [0.5, -1]f"})
    static Tensor equilibrium(Tensor w, Tensor x) {
        @FixedPoint Tensor z = Tensor.zerosLike(x);
        for (int i = 0; i < 100; i++) {
            z = w.matmul(z).add(x).tanh();
        }
        return z;
    }

    record Point(double x, double y) {
        Point moved(double a, double b) {
            return new Point(0.3 * y + a, 0.2 * x * y + b);
        }
    }

    @Differentiable
    @Sample(at = "0.5, -0.25")
    static double record(double a, double b) {
        @FixedPoint Point p = new Point(0, 0);
        for (int i = 0; i < 100; i++) {
            p = p.moved(a, b);
        }
        return p.x() * p.x() + p.y();
    }

    @Differentiable
    @Sample(at = "[0.2, 0.5, 0.3], 0.4")
    static double insideAnotherLoop(double[] m, double e) {
        double sum = 0;
        double guess = 0;
        for (int k = 0; k < m.length; k++) {
            @FixedPoint double x = guess;
            double before;
            do {
                before = x;
                x = m[k] + e * Math.sin(x) + sum / 10;
            } while (Math.abs(x - before) > SMALL);
            sum += x * x;
            guess = x;
        }
        return sum;
    }

    private static double settled(double a) {
        @FixedPoint double x = 1;
        for (int i = 0; i < 100; i++) {
            x = a * Math.cos(x) / 2;
        }
        return x;
    }

    @Differentiable
    @Sample(at = "0.7, 0.4")
    static double inCalledHelper(double a, double b) {
        return settled(a) * settled(a * b);
    }

    /** A fixed point of which each iteration needs another. */
    @Differentiable
    @Sample(at = "0.7, 0.4")
    static double oneInsideTheOther(double a, double b) {
        @FixedPoint double x = b;
        for (int i = 0; i < 60; i++) {
            @FixedPoint double y = 0;
            for (int k = 0; k < 60; k++) {
                y = a * Math.sin(y) / 2 + x / 3;
            }
            x = b + y / 2;
        }
        return x * settled(x);
    }

    @Differentiable
    @Sample(at = {"0.7, true", "0.7, false"})
    static double fixedInABranch(double a, boolean iterate) {
        @FixedPoint double x = a;
        if (iterate) {
            for (int i = 0; i < 60; i++) {
                x = a * Math.cos(x) / 2;
            }
        }
        return x * a;
    }

    @Differentiable
    @Sample(at = "0.7")
    static double withALambda(double a) {
        DoubleUnaryOperator f = x -> a * Math.cos(x) / 2;
        @FixedPoint double x = a;
        for (int i = 0; i < 60; i++) {
            x = f.applyAsDouble(x);
        }
        return x * a;
    }

    @Differentiable(wrt = {"a", "this.pull"})
    @Sample(at = "0.7, 0.3", wrt = {"a", "this.pull"})
    double ofAField(double a) {
        @FixedPoint double x = a;
        for (int i = 0; i < 60; i++) {
            x = pull * Math.cos(x) + a;
        }
        return x;
    }

    @Differentiable
    @Sample(at = "[0.5, 0.25], [1, 2]")
    static void intoAnArray(double[] a, double[] out) {
        for (int i = 0; i < a.length; i++) {
            @FixedPoint double x = 0;
            for (int k = 0; k < 60; k++) {
                x = a[i] * Math.cos(x + out[i] / 10);
            }
            out[i] += x;
        }
    }

    /** The derivative's iteration turns in circles on its way in. */
    @Differentiable
    @Sample(at = "0.5, 0.25")
    static double spiral(double a, double b) {
        @FixedPoint double x = a, y = b;
        for (int i = 0; i < 400; i++) {
            double t = x;
            x = 0.9 * (0.6 * x - 0.8 * y) + a;
            y = 0.9 * (0.8 * t + 0.6 * y) + b * b;
        }
        return x + y * x;
    }

    /** Slow: each iteration comes nearer by a fiftieth. */
    @Differentiable
    @Sample(at = "0.5")
    static double slow(double a) {
        @FixedPoint(residual = 1e-12) double x = 0;
        for (int i = 0; i < 2000; i++) {
            x += 0.02 * (a * a - x);
        }
        return x;
    }

    @Differentiable
    @Sample(at = "0.7, 2")
    static double gradientDescent(double a, double b) {
        @FixedPoint double x = 0, y = 0;
        for (int i = 0; i < 1000; i++) {
            double dx = 2 * (x - a) + y;
            double dy = 4 * (y - b) + x;
            x -= 0.1 * dx;
            y -= 0.1 * dy;
        }
        return x * y;
    }
}
