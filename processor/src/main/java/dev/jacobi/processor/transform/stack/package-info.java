/**
 * Several seeds in one backward sweep of tensors.
 *
 * <p>In: a backward sweep, as a function of one seed. Out: the same for a <em>stack</em> of seeds, tensors with one
 * dimension more in front, if every operation on what depends on the seed has a form for stacks
 * ({@link dev.jacobi.processor.transform.stack.Operation}).
 *
 * <p>Invariant: each tensor of a stack is what the sweep of its seed alone gives, but for the order of sums.
 */
@NullMarked
package dev.jacobi.processor.transform.stack;

import org.jspecify.annotations.NullMarked;
