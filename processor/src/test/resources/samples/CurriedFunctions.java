package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lambdas that give functions. */
final class CurriedFunctions {
    @Differentiable
    @Sample(at = "2, 3")
    static double curriedFunction(double x, double y) {
        DoubleFunction<DoubleUnaryOperator> curry = a -> b -> a * b + y;
        DoubleBinaryOperator op = (a, b) -> curry.apply(a).applyAsDouble(b);
        Supplier<DoubleUnaryOperator> square = () -> t -> op.applyAsDouble(t, t);
        return square.get().applyAsDouble(x) + op.applyAsDouble(x, y);
    }

    @Differentiable
    @Sample(at = {"2, 3", "-2, 3"})
    static double curriedInSteps(double x, double y) {
        DoubleFunction<DoubleFunction<DoubleUnaryOperator>> f = a -> b -> c -> a * b * c + x;
        DoubleUnaryOperator g = f.apply(x).apply(y);
        DoubleFunction<DoubleUnaryOperator> chosen = k -> {
            double twice = 2 * k;
            if (k > 0) {
                return Math::sin;
            }
            return t -> t * twice;
        };
        DoubleUnaryOperator h = chosen.apply(x);
        return g.applyAsDouble(y) + h.applyAsDouble(g.applyAsDouble(x));
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double decoratedFunction(double x, double y) {
        Function<DoubleUnaryOperator, DoubleUnaryOperator> twice = f -> t -> f.applyAsDouble(f.applyAsDouble(t));
        DoubleUnaryOperator slow = twice.apply(t -> t * y);
        return twice.apply(slow).applyAsDouble(x) + twice.apply(Math::sin).applyAsDouble(x);
    }
}
