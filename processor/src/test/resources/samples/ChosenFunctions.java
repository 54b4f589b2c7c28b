package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import dev.jacobi.tensor.Tensor;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Functions that are chosen at run time among several in sight. */
final class ChosenFunctions {
    @Differentiable
    @Sample(at = {"2, true", "2, false"}, gives = {"4", "12"})
    static double byAssignments(double x, boolean square) {
        DoubleUnaryOperator f;
        if (square) {
            f = t -> t * t;
        } else {
            f = t -> t * t * t;
        }
        return f.applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 5"})
    static double functionReassigned(double x, int n) {
        DoubleUnaryOperator f = Math::sin;
        x = f.applyAsDouble(x) * x;
        if (n > 0) {
            double factor = n;
            f = t -> t * t * 0.5;
            x += factor * f.applyAsDouble(x);
        }
        return f.applyAsDouble(f.applyAsDouble(x));
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double byConditional(double x, boolean sine) {
        double k = x * 3;
        DoubleUnaryOperator f = sine ? Math::sin : t -> t * t * k;
        return f.applyAsDouble(x * x) + x;
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 2", "0.5, 9"})
    static double bySwitch(double x, int n) {
        double k = x * 2;
        DoubleBinaryOperator f = switch (n) {
            case 0 -> Math::max;
            case 1 -> {
                Trace.note("product");
                yield (a, b) -> a * b * k;
            }
            default -> n > 5 ? (a, b) -> a / b : (a, b) -> {
                if (a > b) {
                    return a;
                }
                Trace.note("second");
                return b * b + a;
            };
        };
        return f.applyAsDouble(x, 3 * x + Trace.number("argument", 1)) * f.applyAsDouble(x, x * x);
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 4"})
    static double inALoop(double x, int n) {
        for (int i = 0; i < n; i++) {
            DoubleUnaryOperator f = i % 2 == 0 ? Math::sin : i > 2 ? Math::exp : t -> t * t + 1;
            x = f.applyAsDouble(x) + x;
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double choiceHandedOn(double x, boolean sine) {
        double k = x * x;
        DoubleUnaryOperator f = sine ? Math::sin : t -> t * k;
        return twice(f, x) + twice(t -> f.applyAsDouble(t) * x, x);
    }

    private static double twice(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(f.applyAsDouble(x));
    }

    @Differentiable
    @Sample(at = {"[0.5, 2]f, true", "[0.5, 2]f, false"})
    static Tensor choiceOfTensors(Tensor x, boolean square) {
        UnaryOperator<Tensor> f = square ? t -> t.mul(t) : Tensor::exp;
        return f.apply(x).add(x);
    }

    /** What the function uses ends with the branch in which it is chosen. */
    @Differentiable
    @Sample(at = {"3, [2, 2], 1", "3, [2, 0], 2", "3, [2, 2], 2"})
    static double chosenInABranch(double x, double[] d, int n) {
        DoubleUnaryOperator f;
        if (n > 1) {
            final double factor = d[0] * d[0];
            f = d[1] > 1 ? v -> v : v -> factor * v;
        } else {
            f = Math::sinh;
        }
        return f.applyAsDouble(x) + chosenByAMethod(d, n).applyAsDouble(x);
    }

    private static DoubleUnaryOperator chosenByAMethod(double[] d, int n) {
        if (n > 1) {
            final double[] row = {d[0], 2};
            return d[1] > 1 ? v -> v * v : v -> row[0] * v;
        } else {
            return Math::sin;
        }
    }

    /** Behind the branch the last function can't be called, nor what it uses be there. */
    @Differentiable
    @Sample(at = {"[1.5, 3], 1", "[1.5, 3], 2", "[1.5, 3], 4"})
    static double leftWithItsFunction(double[] x, int n) {
        DoubleUnaryOperator c = n > 2 ? Math::sinh : Math::exp;
        if (n > 1) {
            final double[] row = {x[0], 2};
            c = v -> row[1] * v;
            return n > 3 ? c.applyAsDouble(row[0]) + x[1] : x[1];
        }
        return c.applyAsDouble(x[0]);
    }
}
