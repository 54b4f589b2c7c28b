/**
 * The small language that is differentiated: typed expressions as trees, statements in structured control, functions.
 *
 * <p>In: what the frontend has read. Out: what the backend writes; a derivative is a function of this language too, so
 * that it can be differentiated again.
 *
 * <p>Invariant: nodes are immutable, and each carries the span of the Java that it comes from.
 * {@link dev.jacobi.processor.ir.Verifier} says what else holds.
 */
@NullMarked
package dev.jacobi.processor.ir;

import org.jspecify.annotations.NullMarked;
