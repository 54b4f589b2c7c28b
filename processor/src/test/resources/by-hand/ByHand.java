package byhand;

import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import dev.jacobi.tape.Workspace;
import java.util.function.DoubleFunction;

/** Derivatives as they should be generated, for the test of the tests. */
public final class ByHand {
    public record Pair(double x, double y, int n) {}

    public record PairBar(double x, double y) {}

    /** Squares in place. */
    @Sample(at = {"[1, 2, -3]", "[]"}, gives = {"[2, 4, -6]", "[]"})
    public static double norm(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] *= x[i];
            sum += x[i];
        }
        return sum;
    }

    @Sample(at = "[1, 2, 3], 0.5")
    public static void running(double[] x, double factor) {
        for (int i = 0; i + 1 < x.length; i++) {
            x[i + 1] *= factor * x[i];
        }
    }

    @Sample(at = "[1, 2], 3", gives = "[3, 3], 3")
    public static double[] scaled(double[] x, double by) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * by;
        }
        return y;
    }

    private final double weight = 2.5;

    double weight() {
        return weight;
    }

    @Sample(at = "2", gives = "10")
    public double weighted(double x) {
        return weight * x * x;
    }

    @Sample(at = "(2, 3, 4)", gives = "(12, 8, 0)")
    public static double product(Pair p) {
        return p.x() * p.y() * p.n();
    }

    @Sample(at = "[(2, 3, 4), (1, 5, 2)]")
    public static double products(Pair[] ps) {
        double sum = 0;
        for (Pair p : ps) {
            sum += product(p);
        }
        return sum;
    }

    @Sample(at = "[[1], [2, 3], null]")
    public static double jagged(double[][] m) {
        double sum = 0;
        for (double[] row : m) {
            for (int i = 0; row != null && i < row.length; i++) {
                sum += row[i] * row[i];
            }
        }
        return sum;
    }

    @Sample(at = "[3, 4]", gives = "[6, 0]")
    public static double noisy(double[] x) {
        Trace.note("x", x[0]);
        return x[0] * x[0];
    }

    @Sample(at = "[3, 4], -1")
    public static double checked(double[] x, int n) {
        x[0] = 7;
        if (n < 0) {
            throw new IllegalArgumentException("n is negative");
        }
        return x[1];
    }

    @Sample(at = "[2, 3], =0")
    public static double readAndWritten(double[] a, double[] b) {
        a[0] *= b[0];
        return a == b ? a[0] * Math.sqrt(b[0]) * b[1] : a[0] * b[1];
    }

    @Sample(at = "[1.5, 2]", gives = "[3, 4]")
    public static float floats(float[] x) {
        float sum = 0;
        for (float f : x) {
            sum += f * f;
        }
        return sum;
    }
}

record PairOfBars(double[] a, double[] b) {}

final class ReadAndWrittenGrad {
    public static Halves<PairOfBars> pullback(double[] a, double[] b) {
        double[] x = {a[0], a[1], b[0], b[1]};
        boolean same = a == b;
        double value = ByHand.readAndWritten(a, b);
        return new Halves<>(value, seed -> bars(x, seed, same));
    }

    private static PairOfBars bars(double[] x, double seed, boolean same) {
        if (same) {
            double[] both = {seed * (3 * x[0] * x[0] * x[1] + 0), seed * x[0] * x[0] * x[0]};
            return new PairOfBars(both, both);
        }
        return new PairOfBars(new double[] {seed * x[2] * x[3], 0}, new double[] {seed * x[0] * x[3], seed * x[0] * x[2]});
    }

    public static PairOfBars vjp(double[] a, double[] b, double seed) {
        return pullback(a, b).apply(seed);
    }

    public static double jvp(double[] a, double[] b, double[] aDot, double[] bDot) {
        if (a == b && aDot != bDot) {
            throw new IllegalArgumentException("a and b are one array, but aDot and bDot are two");
        }
        PairOfBars bars = vjp(a, b, 1);
        return bars.b()[0] * bDot[0] + bars.b()[1] * bDot[1] + (a == b ? 0 : bars.a()[0] * aDot[0]);
    }
}

record Valued<G>(double value, G gradient) {}

record ValueAndJvp(double value, double jvp) {}

record Halves<G>(double value, DoubleFunction<G> back) {
    public G apply(double seed) {
        return back.apply(seed);
    }
}

final class NormGrad {
    public static Halves<double[]> pullback(double[] x) {
        double[] before = x.clone();
        return new Halves<>(ByHand.norm(x), seed -> scaled(before, 2 * seed));
    }

    private static double[] scaled(double[] x, double by) {
        double[] y = x.clone();
        for (int i = 0; i < x.length; i++) {
            y[i] *= by;
        }
        return y;
    }

    public static double[] vjp(double[] x, double seed) {
        return pullback(x).apply(seed);
    }

    public static double[] gradient(double[] x) {
        return pullback(x).apply(1);
    }

    public static Valued<double[]> valueAndGradient(double[] x) {
        double[] before = x.clone();
        double value = ByHand.norm(x);
        return new Valued<>(value, scaled(before, 2));
    }

    public static double jvp(double[] x, double[] xDot) {
        double[] direction = xDot.clone();
        double[] xBar = pullback(x).apply(1);
        double dot = 0;
        for (int i = 0; i < xBar.length; i++) {
            dot += xBar[i] * direction[i];
        }
        return dot;
    }

    public static ValueAndJvp valueAndJvp(double[] x, double[] xDot) {
        double jvp = jvp(x.clone(), xDot);
        return new ValueAndJvp(ByHand.norm(x), jvp);
    }

    public static double gradientInto(double[] x, double[] xBar, Workspace workspace) {
        int offset = 0;
        for (int i = 0; i < x.length; i++) {
            xBar[i] += 2 * x[i] + offset;
        }
        double value = ByHand.norm(x);
        return value;
    }

    private static int calls;
}

final class RunningGrad {
    public static void jvp(double[] x, double factor, double[] xDot, double factorDot) {
        if (x == xDot) {
            throw new IllegalArgumentException("x and xDot share an array");
        }
        for (int i = 0; i + 1 < x.length; i++) {
            xDot[i + 1] = xDot[i + 1] * factor * x[i] + x[i + 1] * (factorDot * x[i] + factor * xDot[i]);
            x[i + 1] *= factor * x[i];
        }
    }

    public static void vjpInto(double[] x, double factor, double[] xBar, double[] factorBar, Workspace workspace) {
        double[] before = x.clone();
        ByHand.running(x, factor);
        for (int i = x.length - 2; i >= 0; i--) {
            double bar = xBar[i + 1];
            xBar[i + 1] = bar * factor * x[i];
            xBar[i] += bar * before[i + 1] * factor;
            factorBar[0] += bar * before[i + 1] * x[i];
        }
    }
}

final class ScaledGrad {
    public record Gradient(double[] x, double by) {}

    public record Jacobian(double[][] x, double[] by) {}

    public record VectorAndJvp(double[] value, double[] jvp) {}

    public record Pullback(double[] value, double[] x, double by) {
        public Gradient apply(double[] seed) {
            if (seed.length != x.length) {
                throw new IllegalArgumentException("the seed has another length");
            }
            double[] xBar = new double[x.length];
            double byBar = 0;
            for (int i = 0; i < x.length; i++) {
                xBar[i] = by * seed[i];
                byBar += x[i] * seed[i];
            }
            return new Gradient(xBar, byBar);
        }
    }

    public static Pullback pullback(double[] x, double by) {
        return new Pullback(ByHand.scaled(x, by), x.clone(), by);
    }

    public static Gradient vjp(double[] x, double by, double[] seed) {
        return pullback(x, by).apply(seed);
    }

    public static double[] jvp(double[] x, double by, double[] xDot, double byDot) {
        double[] yDot = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            yDot[i] = xDot[i] * by + x[i] * byDot;
        }
        return yDot;
    }

    public static VectorAndJvp valueAndJvp(double[] x, double by, double[] xDot, double byDot) {
        return new VectorAndJvp(ByHand.scaled(x, by), jvp(x, by, xDot, byDot));
    }

    public static Jacobian jacobian(double[] x, double by) {
        double[][] byX = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            byX[i][i] = by;
        }
        return new Jacobian(byX, x.clone());
    }

    public static double[] vjpInto(
            double[] x, double by, double[] seed, double[] xBar, double[] byBar, Workspace workspace) {
        Gradient gradient = vjp(x, by, seed);
        for (int i = 0; i < x.length; i++) {
            xBar[i] += gradient.x()[i];
        }
        byBar[0] += gradient.by();
        return ByHand.scaled(x, by);
    }
}

final class WeightedGrad {
    public static double vjp(ByHand it, double x, double seed) {
        return 2 * it.weight() * x * seed;
    }

    public static double gradient(ByHand it, double x) {
        return vjp(it, x, 1);
    }

    public static Valued<Double> valueAndGradient(ByHand it, double x) {
        return new Valued<>(it.weighted(x), gradient(it, x));
    }

    public static Halves<Double> pullback(ByHand it, double x) {
        return new Halves<>(it.weighted(x), seed -> vjp(it, x, seed));
    }

    public static double jvp(ByHand it, double x, double xDot) {
        return vjp(it, x, xDot);
    }

    public static ValueAndJvp valueAndJvp(ByHand it, double x, double xDot) {
        return new ValueAndJvp(it.weighted(x), jvp(it, x, xDot));
    }
}

/** Records whose derivative is a record of another type. */
final class ProductGrad {
    public static ByHand.PairBar vjp(ByHand.Pair p, double seed) {
        return new ByHand.PairBar(p.y() * p.n() * seed, p.x() * p.n() * seed);
    }

    public static ByHand.PairBar gradient(ByHand.Pair p) {
        return vjp(p, 1);
    }

    public static Valued<ByHand.PairBar> valueAndGradient(ByHand.Pair p) {
        return new Valued<>(ByHand.product(p), gradient(p));
    }

    public static Halves<ByHand.PairBar> pullback(ByHand.Pair p) {
        return new Halves<>(ByHand.product(p), seed -> vjp(p, seed));
    }

    public static double jvp(ByHand.Pair p, ByHand.PairBar pDot) {
        return p.n() * (p.x() * pDot.y() + p.y() * pDot.x());
    }

    public static ValueAndJvp valueAndJvp(ByHand.Pair p, ByHand.PairBar pDot) {
        return new ValueAndJvp(ByHand.product(p), jvp(p, pDot));
    }
}

/** Records whose derivative is of their own type. */
final class ProductsGrad {
    public static ByHand.Pair[] vjp(ByHand.Pair[] ps, double seed) {
        ByHand.Pair[] bars = new ByHand.Pair[ps.length];
        for (int i = 0; i < ps.length; i++) {
            bars[i] = new ByHand.Pair(ps[i].n() * ps[i].y() * seed, ps[i].n() * ps[i].x() * seed, 0);
        }
        return bars;
    }

    public static ByHand.Pair[] gradient(ByHand.Pair[] ps) {
        return vjp(ps, 1);
    }

    public static Valued<ByHand.Pair[]> valueAndGradient(ByHand.Pair[] ps) {
        return new Valued<>(ByHand.products(ps), gradient(ps));
    }

    public static Halves<ByHand.Pair[]> pullback(ByHand.Pair[] ps) {
        return new Halves<>(ByHand.products(ps), seed -> vjp(ps, seed));
    }

    public static double jvp(ByHand.Pair[] ps, ByHand.Pair[] psDot) {
        double dot = 0;
        for (int i = 0; i < ps.length; i++) {
            dot += ps[i].n() * (ps[i].x() * psDot[i].y() + psDot[i].x() * ps[i].y());
        }
        return dot;
    }

    public static ValueAndJvp valueAndJvp(ByHand.Pair[] ps, ByHand.Pair[] psDot) {
        return new ValueAndJvp(ByHand.products(ps), jvp(ps, psDot));
    }
}

final class JaggedGrad {
    public static double[][] vjp(double[][] m, double seed) {
        double[][] bars = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            bars[i] = m[i] == null ? null : m[i].clone();
            for (int j = 0; m[i] != null && j < m[i].length; j++) {
                bars[i][j] *= 2 * seed;
            }
        }
        return bars;
    }

    public static double[][] gradient(double[][] m) {
        return vjp(m, 1);
    }

    public static Valued<double[][]> valueAndGradient(double[][] m) {
        return new Valued<>(ByHand.jagged(m), gradient(m));
    }

    public static Halves<double[][]> pullback(double[][] m) {
        double[][] gradient = gradient(m);
        return new Halves<>(ByHand.jagged(m), seed -> vjp(halves(gradient), seed));
    }

    /** What the gradient is twice of. */
    private static double[][] halves(double[][] gradient) {
        return vjp(gradient, 0.25);
    }

    public static double jvp(double[][] m, double[][] mDot) {
        double dot = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; m[i] != null && j < m[i].length; j++) {
                dot += 2 * m[i][j] * mDot[i][j];
            }
        }
        return dot;
    }

    public static ValueAndJvp valueAndJvp(double[][] m, double[][] mDot) {
        return new ValueAndJvp(ByHand.jagged(m), jvp(m, mDot));
    }
}

final class NoisyGrad {
    public static double[] vjp(double[] x, double seed) {
        ByHand.noisy(x);
        return new double[] {2 * x[0] * seed, 0};
    }

    public static double[] gradient(double[] x) {
        return vjp(x, 1);
    }

    public static Valued<double[]> valueAndGradient(double[] x) {
        return new Valued<>(ByHand.noisy(x), new double[] {2 * x[0], 0});
    }

    public static Halves<double[]> pullback(double[] x) {
        double first = x[0];
        return new Halves<>(ByHand.noisy(x), seed -> new double[] {2 * first * seed, 0});
    }

    public static double jvp(double[] x, double[] xDot) {
        ByHand.noisy(x);
        return 2 * x[0] * xDot[0];
    }

    public static ValueAndJvp valueAndJvp(double[] x, double[] xDot) {
        return new ValueAndJvp(ByHand.noisy(x), 2 * x[0] * xDot[0]);
    }
}

/** It always throws at the point where it is tested. */
final class CheckedGrad {
    public static double[] gradient(double[] x, int n) {
        ByHand.checked(x, n);
        return new double[0];
    }

    public static Valued<double[]> valueAndGradient(double[] x, int n) {
        return new Valued<>(ByHand.checked(x, n), new double[0]);
    }

    public static Halves<double[]> pullback(double[] x, int n) {
        return new Halves<>(ByHand.checked(x, n), seed -> new double[0]);
    }

    public static double jvp(double[] x, int n, double[] xDot) {
        return ByHand.checked(x, n);
    }

    public static ValueAndJvp valueAndJvp(double[] x, int n, double[] xDot) {
        return new ValueAndJvp(ByHand.checked(x, n), 0);
    }

    public static double gradientInto(double[] x, int n, double[] xBar, Workspace workspace) {
        return ByHand.checked(x, n);
    }
}

final class FloatsGrad {
    public record FloatAndGradient(float value, float[] gradient) {}

    public record FloatAndJvp(float value, float jvp) {}

    public record Pullback(float value, float[] x) {
        public float[] apply(float seed) {
            float[] bars = x.clone();
            for (int i = 0; i < bars.length; i++) {
                bars[i] = 2 * x[i] * seed;
            }
            return bars;
        }
    }

    public static Pullback pullback(float[] x) {
        return new Pullback(ByHand.floats(x), x.clone());
    }

    public static float[] vjp(float[] x, float seed) {
        return pullback(x).apply(seed);
    }

    public static float[] gradient(float[] x) {
        return vjp(x, 1);
    }

    public static FloatAndGradient valueAndGradient(float[] x) {
        return new FloatAndGradient(ByHand.floats(x), vjp(x, 1));
    }

    public static float jvp(float[] x, float[] xDot) {
        float dot = 0;
        for (int i = 0; i < x.length; i++) {
            dot += 2 * x[i] * xDot[i];
        }
        return dot;
    }

    public static FloatAndJvp valueAndJvp(float[] x, float[] xDot) {
        return new FloatAndJvp(ByHand.floats(x), jvp(x, xDot));
    }
}
