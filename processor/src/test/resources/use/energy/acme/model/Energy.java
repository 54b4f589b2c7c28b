package acme.model;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.tensor.Tensor;

/** What the user differentiates. */
public final class Energy {

    private Energy() {}

    /** x² + x⁴. */
    @Differentiable
    public static Tensor v(Tensor x) {
        return x.pow(2).add(x.pow(4));
    }

    /** The surface of a tin without its lid, over pi. */
    @Differentiable
    public static double tin(double r, double h) {
        double side = 2 * r * h;
        return side + square(r);
    }

    /** A slope for x above 0. */
    @Differentiable
    public static float ramp(float x, @NoDerivative float slope) {
        float y = 0;
        if (x > 0) {
            y = slope * x;
        }
        return y;
    }

    private static double square(double r) {
        return r * r;
    }
}
