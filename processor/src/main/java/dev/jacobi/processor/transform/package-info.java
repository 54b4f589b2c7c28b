/**
 * Differentiation: functions to functions.
 *
 * <p>In: a function and the parameters it is differentiated by. Out: {@link dev.jacobi.processor.transform.Preparation}
 * names the intermediate values that derivatives read; {@code tangent} then makes forward mode of it and
 * {@code adjoint} reverse mode.
 *
 * <p>Invariant: the primal's statements pass through unchanged and in order, so value and effects are the user's own.
 */
@NullMarked
package dev.jacobi.processor.transform;

import org.jspecify.annotations.NullMarked;
