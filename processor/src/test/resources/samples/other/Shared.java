package samples.other;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** What samples in another package call. */
public final class Shared {
    private static final double OFFSET = 0.5;

    private Shared() {}

    public static double twice(double x) {
        return 2 * x;
    }

    public static double cube(double x) {
        return x * x * x;
    }

    public static double viaPrivate(double x) {
        return own(x) + OFFSET;
    }

    private static double own(double x) {
        return Math.exp(-x);
    }

    @Differentiable
    @Sample(at = "1.5, 2", gives = "2, 1.5")
    public static double scaled(double x, double factor) {
        return x * factor;
    }

    @Differentiable
    @Sample(at = "1.5")
    static double internal(double x) {
        return own(x) * twice(x);
    }

    @Differentiable
    @Sample(at = "1.5")
    public static double tilted(double x) {
        return own(x) * x + internal(x);
    }
}
