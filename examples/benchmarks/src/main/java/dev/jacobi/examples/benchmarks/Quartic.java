package dev.jacobi.examples.benchmarks;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;

/** The last function of the seed notebook. */
final class Quartic {

    private Quartic() {}

    /** V(x) = x² + x⁴. */
    @Differentiable
    static Tensor quartic(Tensor x) {
        return x.pow(2).add(x.pow(4));
    }
}
