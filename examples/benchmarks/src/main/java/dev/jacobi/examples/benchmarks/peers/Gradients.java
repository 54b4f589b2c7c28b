package dev.jacobi.examples.benchmarks.peers;

import java.util.function.Supplier;

/**
 * One problem, ready to be evaluated again and again.
 *
 * @param evaluate computes value and gradient, and gives what it computed, so that no compiler leaves it out
 * @param gradient the gradient as numbers of Java
 */
record Gradients(Supplier<?> evaluate, Supplier<double[]> gradient) {

    /** Where the gradient is a Java array anyway. */
    static Gradients of(Supplier<double[]> gradient) {
        return new Gradients(gradient, gradient);
    }
}
