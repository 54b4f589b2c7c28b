package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Functions that hand numbers on in boxes, stand in arrays, or change from one round of a loop to the next. */
final class ChosenLambdas {
    @Differentiable
    @Sample(at = "2", gives = "19")
    static double boxed(double x) {
        Function<Double, Double> f = t -> t * t + 3;
        DoubleFunction<Double> g = t -> t * 3;
        return f.apply(x) * 4 + g.apply(x);
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1"}, gives = {"3", "4"})
    static double inAnArray(double x, int n) {
        DoubleUnaryOperator[] functions = {t -> 3 * t, t -> t * t};
        return functions[n].applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 3"})
    static double changingInALoop(double x, int n) {
        DoubleUnaryOperator f = t -> t * t;
        for (int i = 0; i < n; i++) {
            x = f.applyAsDouble(x);
            f = i % 2 == 0 ? Math::sin : t -> t + 1;
        }
        return x;
    }
}
