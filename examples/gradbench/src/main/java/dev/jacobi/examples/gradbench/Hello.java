package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;

/** The square of a number. */
final class Hello {
    static final Module MODULE = Module.named("hello")
            .with("square", Double.class, x -> () -> square(x))
            .with("double", Double.class, x -> () -> SquareGrad.gradient(x));

    private Hello() {}

    @Differentiable
    static double square(double x) {
        return x * x;
    }
}
