/**
 * What a user of Jacobi writes and reads: the annotations, and {@link dev.jacobi.Variable}.
 *
 * <p>In go methods marked {@link dev.jacobi.Differentiable}; out come, beside them, classes that hold their
 * derivatives. {@code Variable} is the same through objects: results of differentiated methods feed one another, and
 * {@code backward} runs through the chain.
 *
 * <p>Invariant: nothing here inspects code at run time. A {@code Variable} knows the pullbacks that it was given, and
 * nothing of how they were made.
 */
@NullMarked
package dev.jacobi;

import org.jspecify.annotations.NullMarked;
