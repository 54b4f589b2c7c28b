package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Letters written as escapes, which compilers read before anything else. */
final class Escapes {
    @Differentiable
    @Sample(at = "2", gives = "12")
    static double unicod\u0065Escapes(double x) {
        double y\u0031 = x * x;
        return y1 * x /* the comment ends here: \u002a/ + 0 /* */;
    }

    @Differentiable
    @Sample(at = "2", gives = "4")
    static double escapedOperators(double x) {
        return x \u002a x\u003b
    \u007d
}
