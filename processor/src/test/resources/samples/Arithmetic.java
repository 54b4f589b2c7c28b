package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Operators, assignments, literals. */
final class Arithmetic {
    @Differentiable
    @Sample(
            at = {"2, 3", "-1.5, 0.25"},
            gives = {"3, 2", "0.25, -1.5"})
    static double product(double x, double y) {
        return x * y;
    }
}
