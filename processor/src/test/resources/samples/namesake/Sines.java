package samples.namesake;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** Calls of two classes of one simple name. */
final class Sines {
    @Differentiable
    @Sample(at = "1, 2")
    static double bothSines(double x, double y) {
        return java.lang.Math.sin(x) * Math.sin(y) * java.lang.Math.pow(y, x);
    }

    @Differentiable
    @Sample(at = "1.5")
    static double bothBuilders(double x) {
        java.lang.StringBuilder text = new java.lang.StringBuilder("abc");
        if (x > 2) {
            throw new java.lang.ArithmeticException("large");
        }
        return text.length() * x * x;
    }

    @Differentiable
    @Sample(at = "[1, 2]")
    static Tensor fused(Tensor x) {
        return x.exp().mul(x).sum();
    }
}
