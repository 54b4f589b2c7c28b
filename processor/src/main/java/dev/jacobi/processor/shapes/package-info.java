/**
 * Shapes of tensors as far as they are known when a program is compiled: of constants, by {@code @Shape}, and by what
 * operations make of them.
 *
 * <p>In: functions as the frontend gives them, and what is declared of their parameters and results. Out: problems
 * where shapes can't fit. Nothing is reported that may be right: what isn't known fits everything, and what an
 * operation of which {@link dev.jacobi.processor.shapes.ShapeTable} knows nothing gives isn't known.
 *
 * <p>None of this is loaded for a method without tensors.
 */
@NullMarked
package dev.jacobi.processor.shapes;

import org.jspecify.annotations.NullMarked;
