package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/** Variables of functions that are assigned functions made of others, in branches and by way of other variables. */
final class ReassignedFunctions {
    record Line(double slope, double offset) {}

    interface Step {
        double[] of(double[] state);

        default Step then(Step next) {
            return state -> next.of(of(state));
        }
    }

    private static DoubleUnaryOperator scaled(double k) {
        return t -> t * k;
    }

    private static double twice(DoubleUnaryOperator f, boolean twice, double x) {
        if (twice) {
            f = f.andThen(f);
        }
        return f.applyAsDouble(x);
    }

    private static DoubleUnaryOperator layered(DoubleUnaryOperator f, boolean squash) {
        if (squash) return f.andThen(Math::tanh);
        return f;
    }

    private static DoubleUnaryOperator nested(double x, int n) {
        if (n > 0) {
            double k = x * n;
            if (n > 1) {
                return scaled(k).andThen(scaled(x));
            }
            double l = k + 1;
            return scaled(l);
        }
        return scaled(3);
    }

    private static DoubleUnaryOperator found(double x, int n) {
        DoubleUnaryOperator base = t -> t * x;
        for (int i = 0; i < n; i++) {
            if (i == 2) return base;
        }
        return t -> t + x;
    }

    private static double integral(DoubleUnaryOperator f, double a, double b, int depth) {
        double m = (a + b) / 2;
        return depth == 0
                ? (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble(m) + f.applyAsDouble(b))
                : integral(f, a, m, depth - 1) + integral(f, m, b, depth - 1);
    }

    @Differentiable
    @Sample(at = "0.5", gives = "0.375")
    static double thenItsSquare(double x) {
        DoubleUnaryOperator h = t -> t * x;
        h = h.andThen(t -> t * t / 2);
        return h.applyAsDouble(x) / x;
    }

    @Differentiable
    @Sample(at = {"0.5, true, true", "0.5, true, false", "0.5, false, true", "0.5, false, false"})
    static double extendedInBranches(double x, boolean squash, boolean scale) {
        DoubleUnaryOperator h = t -> t * x;
        if (squash) h = h.andThen(Math::tanh);
        if (scale) {
            double k = x * x;
            h = h.compose(t -> t * k);
        }
        return h.applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 2"})
    static double composedWhereChosen(double x, int n) {
        DoubleUnaryOperator f = t -> t * x;
        DoubleUnaryOperator h = n == 0 ? f.andThen(Math::tanh) : n == 1 ? f : f.compose(f);
        DoubleUnaryOperator g = switch (n) {
            case 0 -> scaled(x);
            case 1 -> {
                double k = x * x;
                yield scaled(k).andThen(Math::sin);
            }
            default -> Math::cos;
        };
        return h.applyAsDouble(x) * twice(n > 0 ? scaled(x).andThen(g) : g, n == 1, x);
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double withFunctionsOfItsBranch(double x, boolean first) {
        DoubleUnaryOperator h;
        if (first) {
            DoubleUnaryOperator g = scaled(x);
            Line line = new Line(x, x * x);
            h = t -> g.applyAsDouble(t) * line.slope() + line.offset();
            h = h.andThen(h);
        } else {
            h = scaled(x * x);
        }
        return h.applyAsDouble(x) + h.applyAsDouble(1);
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 2"})
    static double extendedInASwitch(double x, int n) {
        DoubleUnaryOperator h = t -> t;
        switch (n) {
            case 0:
                h = h.andThen(Math::sin);
                break;
            case 1:
                h = h.andThen(Math::cos);
            default:
                h = h.compose(t -> t * x);
        }
        return h.applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 4"})
    static double extendedInsideALoop(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            DoubleUnaryOperator h = t -> t * x;
            if (i % 2 == 0) h = h.andThen(Math::sin);
            y = h.applyAsDouble(y);
            if (y > 5) break;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 4"})
    static double takenFromAnother(double x, int n) {
        double start = x;
        DoubleUnaryOperator h = t -> t * start;
        for (int i = 0; i < n; i++) {
            DoubleUnaryOperator before = h;
            h = i % 2 == 0 ? before : Math::sin;
            x = h.applyAsDouble(x) + before.applyAsDouble(start);
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 5"})
    static double functionsChangePlaces(double x, int n) {
        double k = x;
        DoubleUnaryOperator f = t -> t * k, g = Math::sin, h = Math::cos;
        for (int i = 0; i < n; i++) {
            DoubleUnaryOperator first = f;
            f = g;
            g = h;
            h = first;
            x = f.applyAsDouble(x) * 0.3 + g.applyAsDouble(x);
        }
        return h.applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 4"})
    static double bestOfTheLoop(double x, int n) {
        DoubleUnaryOperator f = t -> t * x;
        DoubleUnaryOperator best = f;
        double top = -10;
        for (int i = 0; i < n; i++) {
            double k = i;
            DoubleUnaryOperator candidate = t -> Math.sin(k * t) * x;
            double value = candidate.applyAsDouble(x);
            if (value > top) {
                top = value;
                best = candidate;
            }
        }
        return best.applyAsDouble(0.7 * x);
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double turnedRound(double x, boolean sum) {
        DoubleBinaryOperator p = (a, b) -> a * a * b;
        if (sum) p = (a, b) -> a + b * x;
        DoubleBinaryOperator before = p;
        p = (a, b) -> before.applyAsDouble(b, a);
        return p.applyAsDouble(x, 3);
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 2", "0.5, 3"})
    static double givenBySeveralReturns(double x, int n) {
        return nested(x, n).applyAsDouble(x) * found(x, n).applyAsDouble(x)
                + layered(t -> t * x, n > 1).applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double arraysOutOfFunctions(double x, boolean other) {
        Supplier<double[]> start = () -> new double[] {x, 1};
        if (other) {
            double[] w = {x * x, x};
            start = () -> w;
        }
        Step step = v -> new double[] {v[0] * x, v[1]};
        step = step.then(v -> new double[] {Math.tanh(v[0]), v[0] * v[1]});
        if (other) step = step.then(step);
        double[] end = step.of(start.get());
        return end[0] + end[1];
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double handedOnExtended(double x, boolean squash) {
        DoubleUnaryOperator h = t -> t * x;
        if (squash) h = h.andThen(Math::sin);
        double sum = integral(h, 0, x, 2);
        for (DoubleUnaryOperator f : List.of(h, Math::exp, h)) sum += f.applyAsDouble(x);
        return sum;
    }
}
