/**
 * Sparsity: which elements of the arguments each number depends on, and which of them meet in what isn't linear.
 *
 * <p>In: a function. Out: the same function with a set of indices beside each active number. Everything runs as the
 * function does, so the sets are those of the path that is taken.
 */
@NullMarked
package dev.jacobi.processor.transform.sparsity;

import org.jspecify.annotations.NullMarked;
