package samples.namesake;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Calls of two classes of one simple name. */
final class Sines {
    @Differentiable
    @Sample(at = "1, 2")
    static double bothSines(double x, double y) {
        return java.lang.Math.sin(x) * Math.sin(y) * java.lang.Math.pow(y, x);
    }
}
