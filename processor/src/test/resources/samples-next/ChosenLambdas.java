package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** Functions that are chosen at run time, or hand numbers on in boxes. */
final class ChosenLambdas {
    @Differentiable
    @Sample(at = {"2, true", "2, false"}, gives = {"4", "12"})
    static double chosenLambda(double x, boolean square) {
        DoubleUnaryOperator f;
        if (square) {
            f = t -> t * t;
        } else {
            f = t -> t * t * t;
        }
        return f.applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = "2", gives = "19")
    static double boxed(double x) {
        Function<Double, Double> f = t -> t * t + 3;
        DoubleFunction<Double> g = t -> t * 3;
        return f.apply(x) * 4 + g.apply(x);
    }
}
