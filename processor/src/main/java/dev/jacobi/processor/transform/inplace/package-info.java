/**
 * Reverse mode in memory that is used again.
 *
 * <p>In: an adjoint whose loops have their tapes. Out: the same adjoint, which asks a {@code Scratch} for the arrays
 * that it would make, and calls the halves of functions that do so too.
 *
 * <p>Invariant: what somebody may have when a call has ended is never taken from the scratch; all else always is.
 */
@NullMarked
package dev.jacobi.processor.transform.inplace;

import org.jspecify.annotations.NullMarked;
