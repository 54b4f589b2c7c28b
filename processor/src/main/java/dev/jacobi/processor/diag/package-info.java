/**
 * What is wrong with a user's program, and where.
 *
 * <p>In: problems as values, each a {@link dev.jacobi.processor.diag.Kind} with a place and what its text is filled in
 * with. Out: messages at the offending expression, or at the method where the compiler tells no more.
 *
 * <p>Invariant: no stage throws for a user's mistake; it adds a {@link dev.jacobi.processor.diag.Problem} and goes on.
 */
@NullMarked
package dev.jacobi.processor.diag;

import org.jspecify.annotations.NullMarked;
