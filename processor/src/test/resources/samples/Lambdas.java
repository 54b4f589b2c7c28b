package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** Lambdas whose body is visible where they are called. */
final class Lambdas {
    @FunctionalInterface
    interface RightSide {
        double at(double t, double y);
    }

    @FunctionalInterface
    interface Filler {
        void fill(double[] target, double value);
    }

    @Differentiable
    @Sample(at = "3", gives = "24")
    static double localLambda(double x) {
        DoubleUnaryOperator square = t -> t * t;
        return square.applyAsDouble(x) * 4;
    }

    @Differentiable
    @Sample(at = "3, 2", gives = "6, 10")
    static double captures(double x, double a) {
        double b = a * x;
        final DoubleUnaryOperator f = t -> a * t + b;
        return f.applyAsDouble(x) + f.applyAsDouble(1);
    }

    @Differentiable
    @Sample(at = {"2, 3", "-2, 3"})
    static double blockBody(double x, int n) {
        DoubleBinaryOperator power = (base, factor) -> {
            double y = factor;
            for (int i = 0; i < n; i++) {
                if (y > 10) return y;
                y *= base;
            }
            return y + base;
        };
        return power.applyAsDouble(x, 1) + power.applyAsDouble(2, x) * x;
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double passedToHelper(double a, double b) {
        return simpson(t -> Math.exp(-a * t * t), 0, b, 8);
    }

    private static double simpson(DoubleUnaryOperator f, double from, double to, int n) {
        double h = (to - from) / n;
        double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
        for (int i = 1; i < n; i++) {
            sum += f.applyAsDouble(from + i * h) * (i % 2 == 0 ? 2 : 4);
        }
        return sum * h / 3;
    }

    @Differentiable
    @Sample(at = "0.5", gives = "4.877582561890373")
    static double methodReferences(double x) {
        DoubleUnaryOperator f = Math::sin;
        DoubleBinaryOperator g = Math::pow;
        return f.applyAsDouble(x) + g.applyAsDouble(x, 2) + own(Lambdas::tripled, x);
    }

    private static double own(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(x);
    }

    private static double tripled(double x) {
        return 3 * x;
    }

    @Differentiable
    @Sample(at = "1, 0.5, 0.8")
    static double rungeKutta(double y, double rate, double limit) {
        return integrate((t, u) -> rate * u * (1 - u / limit) + 0.1 * t, y, 4, 0.25);
    }

    private static double integrate(RightSide f, double y, int steps, double h) {
        for (int i = 0; i < steps; i++) {
            double t = i * h;
            double k1 = f.at(t, y);
            double k2 = f.at(t + h / 2, y + h / 2 * k1);
            double k3 = f.at(t + h / 2, y + h / 2 * k2);
            double k4 = f.at(t + h, y + h * k3);
            y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return y;
    }

    @Differentiable
    @Sample(at = "0.5, 1.5")
    static double passedThroughTwo(double x, double w) {
        return twice(t -> t * w + Math.sin(t), x) + twice(t -> x * t, w);
    }

    private static double twice(DoubleUnaryOperator f, double x) {
        return once(t -> once(f, t), x) + once(f, x);
    }

    private static double once(DoubleUnaryOperator g, double x) {
        return g.applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 2")
    static double overArrays(double[] x, double k) {
        ToDoubleFunction<double[]> norm = v -> {
            double sum = 0;
            for (double e : v) sum += e * e * k;
            return Math.sqrt(sum);
        };
        IntToDoubleFunction element = i -> x[i] * k;
        return norm.applyAsDouble(x) * element.applyAsDouble(1);
    }

    @Differentiable
    @Sample(at = "[1, 2], 3")
    static double writingLambda(double[] x, double v) {
        Filler filler = (target, value) -> {
            for (int i = 0; i < target.length; i++) target[i] += value * i;
        };
        filler.fill(x, v);
        filler.fill(x, x[1]);
        return x[0] * x[1];
    }

    @Differentiable
    @Sample(at = "2", gives = "4", smooth = false)
    static double heldByAMethodThatIsHandedAFunction(double x) {
        return held(x, v -> v * v, x);
    }

    private static double held(@NoDerivative double k, DoubleUnaryOperator f, double x) {
        return k * f.applyAsDouble(k) + f.applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = "2, 3", gives = "0, 4", smooth = false)
    static double heldByFunctions(double x, double y) {
        DoubleBinaryOperator arrow = (@NoDerivative double u, double v) -> u * v;
        DoubleBinaryOperator object = new DoubleBinaryOperator() {
            @Override
            public double applyAsDouble(@NoDerivative double u, double v) {
                return u * v;
            }
        };
        return arrow.applyAsDouble(x, y) + object.applyAsDouble(x, y);
    }

    @Differentiable
    @Sample(at = {"0.5, [2, 3]", "1.5, [2, 3]", "2.5, [2, 3]"})
    static double leavesAMethodThatIsHandedAFunction(double x, double[] a) {
        scale(x, Math::sin, a);
        return a[0] * a[1];
    }

    private static void scale(double x, DoubleUnaryOperator f, double[] a) {
        if (x > 1) {
            a[0] *= f.applyAsDouble(a[1]);
            if (x < 2) {
                return;
            }
            a[1] *= x;
        }
    }

    @Differentiable
    @Sample(at = {"[2, 3], 0", "[2, 3], 1", "[0, 3], 1"})
    static double switchInAFunctionThatIsChosen(double[] x, int n) {
        return chosen(x, n).applyAsDouble(x[1]);
    }

    private static DoubleUnaryOperator chosen(double[] x, int n) {
        return x[0] > 1
                ? (v -> switch (n) {
                    case 0 -> v;
                    default -> v * v;
                })
                : Math::sinh;
    }

    static double folded(double[] x, DoubleBinaryOperator operator) {
        double all = x[0];
        for (int i = 1; i < x.length; i++) {
            all = operator.applyAsDouble(all, x[i]);
        }
        return all;
    }

    @Differentiable
    @Sample(at = "[1, 3, 2]", gives = "[3, 9, 3]")
    static double methodsOfBoxes(double[] x) {
        double least = folded(x, Double::min);
        return folded(x, Double::sum) * folded(x, Double::max) + 3 * least - Double.sum(3 * x[0], Double.min(0, x[0]));
    }

    @Differentiable
    @Sample(at = "2", gives = "14")
    static float methodsOfFloatBoxes(float x) {
        boolean usual = Float.isFinite(x) && !Float.isNaN(x) && Float.compare(x, 1) > 0;
        return usual ? Float.sum(x, 1) * Float.max(x, 1) * Float.min(x, 9) - 2 * x : 0;
    }
}
