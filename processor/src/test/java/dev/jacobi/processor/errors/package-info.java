/**
 * Wrong programs, and what javac prints of them.
 *
 * <p>A {@link Mistake} is a source with the offending expressions marked as {@code «these are»}, and beside it the
 * whole output expected, source lines and carets included.
 */
package dev.jacobi.processor.errors;
