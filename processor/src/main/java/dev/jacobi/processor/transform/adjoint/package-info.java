/**
 * Reverse mode: a forward sweep that computes, a backward sweep that collects derivatives from the result to the
 * parameters.
 *
 * <p>In: a prepared function. Out: an {@link dev.jacobi.processor.ir.Adjoint}, both sweeps side by side; {@code Sweeps}
 * says what the backward one reads from the forward one.
 *
 * <p>Invariant: an adjoint variable is only added to until its variable's own statement is reached, and only read from
 * there on.
 */
@NullMarked
package dev.jacobi.processor.transform.adjoint;

import org.jspecify.annotations.NullMarked;
