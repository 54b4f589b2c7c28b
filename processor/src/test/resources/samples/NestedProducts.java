package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Vector-Jacobian products inside methods that are differentiated. */
final class NestedProducts {
    private NestedProducts() {}

    @Differentiable
    @Sample(at = "2", gives = "12")
    static double cubeOfNumber(double x) {
        return x * x * x;
    }

    /** 3x² · 2x, whose derivative is 18x². */
    @Differentiable
    @Sample(at = "2", gives = "72")
    static double ofANumber(double x) {
        return CubeOfNumberGrad.vjp(x, 2 * x);
    }

    @Differentiable
    @Sample(at = "[2, 3]")
    static double[] squaresAndProduct(double[] x) {
        return new double[] {x[0] * x[0], x[1] * x[1], x[0] * x[1]};
    }

    @Differentiable
    @Sample(at = "[2, 3]")
    static double[] ofAnArray(double[] x) {
        return SquaresAndProductGrad.vjp(x, new double[] {x[1], 2, x[0]});
    }
}
