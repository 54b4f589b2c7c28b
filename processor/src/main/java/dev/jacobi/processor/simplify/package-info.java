/**
 * Clean-up that keeps the meaning: products and sums as a person writes them, no name without use, nothing computed for
 * nothing.
 *
 * <p>In and out: derivatives. The order of the passes is in {@link dev.jacobi.processor.simplify.Simplify}.
 *
 * <p>Invariant: statements of the primal keep their bits; at most they go, when nothing reads them and they can't
 * throw.
 */
@NullMarked
package dev.jacobi.processor.simplify;

import org.jspecify.annotations.NullMarked;
