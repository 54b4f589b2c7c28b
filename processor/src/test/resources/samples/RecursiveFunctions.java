package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import dev.jacobi.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Methods that call themselves and hand on a function that they were given. */
final class RecursiveFunctions {
    @FunctionalInterface
    interface Flow {
        void step(double t, double[] y, double[] dy);
    }

    record Line(double slope, double offset) {
        double at(double t) {
            return slope * t + offset;
        }
    }

    @Differentiable
    @Sample(at = {"0.7, 1.5", "3, 2"})
    static double adaptiveQuadrature(double k, double b) {
        return integral(t -> Math.exp(-k * t * t), 0, b);
    }

    private static double integral(DoubleUnaryOperator f, double a, double b) {
        double fa = f.applyAsDouble(a), fm = f.applyAsDouble((a + b) / 2), fb = f.applyAsDouble(b);
        return adaptive(f, a, b, fa, fm, fb, (b - a) / 6 * (fa + 4 * fm + fb), 12);
    }

    private static double adaptive(
            DoubleUnaryOperator f, double a, double b, double fa, double fm, double fb, double whole, int depth) {
        double m = (a + b) / 2;
        double fl = f.applyAsDouble((a + m) / 2), fr = f.applyAsDouble((m + b) / 2);
        double left = (m - a) / 6 * (fa + 4 * fl + fm), right = (b - m) / 6 * (fm + 4 * fr + fb);
        double delta = left + right - whole;
        if (depth == 0 || Math.abs(delta) < 1e-7) {
            return left + right + delta / 15;
        }
        return adaptive(f, a, m, fa, fl, fm, left, depth - 1) + adaptive(f, m, b, fm, fr, fb, right, depth - 1);
    }

    @Differentiable
    @Sample(at = "0.7, 1.5")
    static double twoIntegrands(double k, double b) {
        double scale = k * b;
        return integral(Math::sin, k, b) + integral(t -> t * scale, 0, b) * integral(t -> Math.cos(t * k), 0, 1);
    }

    /** The inner integrand uses the outer one's parameter. */
    @Differentiable
    @Sample(at = "0.4")
    static double doubleIntegral(double k) {
        return halved(x -> halved(y -> Math.sin(k * x * y) + x, 0, x, 2), 0, 1, 2);
    }

    private static double halved(DoubleUnaryOperator f, double a, double b, int depth) {
        if (depth == 0) {
            return (b - a) * f.applyAsDouble((a + b) / 2);
        }
        double m = (a + b) / 2;
        return halved(f, a, m, depth - 1) + halved(f, m, b, depth - 1);
    }

    @Differentiable
    @Sample(at = {"0.3, 1.2, 0", "0.3, 1.2, 3", "0.3, 1.2, 4"})
    static double mutual(double x, double k, int n) {
        return even(t -> Math.sin(k * t), x, n);
    }

    private static double even(DoubleUnaryOperator f, double x, int n) {
        return n == 0 ? x : odd(f, f.applyAsDouble(x), n - 1);
    }

    private static double odd(DoubleUnaryOperator f, double x, int n) {
        return n == 0 ? -x * x : even(f, f.applyAsDouble(x) * x, n - 1);
    }

    /** At each call a lambda of the same code, that uses another number. */
    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 3"})
    static double newNumberEachTime(double x, int n) {
        return sums(t -> t * x, x, n);
    }

    private static double sums(DoubleUnaryOperator f, double k, int n) {
        double here = f.applyAsDouble(k);
        return n == 0 ? here : here + sums(t -> Math.sin(t) * k, here + k, n - 1);
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5", "[2, -1, 4, 0.5, 3], 2"})
    static double overRanges(double[] x, double k) {
        ToDoubleFunction<double[]> first = v -> v[0] * k;
        return reduced(i -> x[(int) i] * k, x, 0, x.length) + first.applyAsDouble(x);
    }

    private static double reduced(DoubleUnaryOperator f, double[] x, int from, int to) {
        if (to - from == 1) {
            x[from] += 1;
            return f.applyAsDouble(from) * x[from];
        }
        int m = (from + to) / 2;
        return reduced(f, x, from, m) + reduced(f, x, m, to) * 0.5;
    }

    @Differentiable
    @Sample(at = "[1, 0], 2")
    static double[] voidFunction(double[] y0, double k) {
        double[] y = y0.clone();
        refined((t, u, du) -> {
            du[0] = u[1];
            du[1] = -k * u[0] + t;
        }, 0, 1, y, 2);
        return y;
    }

    private static void refined(Flow f, double t, double h, double[] y, int depth) {
        if (depth > 0) {
            refined(f, t, h / 2, y, depth - 1);
            refined(f, t + h / 2, h / 2, y, depth - 1);
            return;
        }
        double[] dy = new double[y.length];
        f.step(t, y, dy);
        for (int i = 0; i < y.length; i++) {
            y[i] += h * dy[i];
        }
    }

    @Differentiable
    @Sample(at = {"0.5, 2, true", "0.5, 2, false"})
    static double chosenForRecursion(double x, double k, boolean sine) {
        DoubleUnaryOperator f = sine ? t -> Math.sin(k * t) : t -> t * t * k;
        return halved(f, 0, x, 3) + halved(sine ? Math::exp : t -> t / k, 0, k, 1);
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double usesRecord(double x, double k) {
        Line line = new Line(k, x * k);
        return halved(t -> line.at(t) * t, 0, x, 2) + halved(line::at, x, k, 1);
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double usesFunctions(double x, double k) {
        DoubleUnaryOperator inner = t -> t * k;
        DoubleUnaryOperator outer = t -> Math.sin(inner.applyAsDouble(t)) + inner.applyAsDouble(x);
        return halved(outer, 0, x, 2);
    }

    @Differentiable
    @Sample(at = {"0.5, 3", "0.5, 0"})
    static double countsCalls(double x, int n) {
        return halved(t -> {
            Trace.note("called");
            return t * x + Trace.number("number", 2);
        }, 0, x, n);
    }

    @Differentiable
    @Sample(at = "[0.5, 2]f, [1, 3]f")
    static Tensor recursionOnTensors(Tensor x, Tensor k) {
        return repeated(t -> t.mul(k).sin(), x, 3);
    }

    private static Tensor repeated(UnaryOperator<Tensor> f, Tensor x, int n) {
        return n == 0 ? x : repeated(f, f.apply(x), n - 1).add(x);
    }

    @Differentiable
    @Sample(at = {"0.5, 2", "2, 0.5"})
    static double recursiveNewton(double a, double b) {
        return zero(x -> x * x * x + a * x - b, x -> 3 * x * x + a, 1, 6);
    }

    private static double zero(DoubleUnaryOperator f, DoubleUnaryOperator slope, double x, int depth) {
        return depth == 0 ? x : zero(f, slope, x - f.applyAsDouble(x) / slope.applyAsDouble(x), depth - 1);
    }
}
