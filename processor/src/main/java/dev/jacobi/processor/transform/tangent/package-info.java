/**
 * Forward mode: value and directional derivative in one pass.
 *
 * <p>In: a prepared function. Out: a function with a direction for each active parameter.
 *
 * <p>Invariant: behind each active variable's statement stands the statement of its tangent.
 */
@NullMarked
package dev.jacobi.processor.transform.tangent;

import org.jspecify.annotations.NullMarked;
