package dev.jacobi.examples.benchmarks.tensors;

import java.util.List;
import java.util.function.Supplier;

/**
 * One problem, ready to be evaluated again and again.
 *
 * @param evaluate computes value and gradient, and gives what it computed, so that no compiler leaves it out
 * @param gradient the gradient by each variable as numbers of Java
 */
record Gradients(Supplier<?> evaluate, Supplier<List<float[]>> gradient) {}
