/**
 * Jacobi's annotation processor. {@link dev.jacobi.processor.JacobiProcessor} is what the compiler calls in each round;
 * {@code Pipeline} names the stages in order.
 *
 * <p>In: methods annotated with {@code @Differentiable}. Out: one class of derivatives for each name.
 *
 * <p>Invariant: a bug in here is reported at the method that shows it, and the rest of the compilation goes on.
 */
@NullMarked
package dev.jacobi.processor;

import org.jspecify.annotations.NullMarked;
