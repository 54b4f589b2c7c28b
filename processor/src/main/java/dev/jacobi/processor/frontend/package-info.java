/**
 * From Java source to the intermediate language.
 *
 * <p>In: annotated methods as the compiler knows them, and the source of all that they call. Out:
 * {@link dev.jacobi.processor.ir.Function}s in which every variable is assigned once and control is structured.
 *
 * <p>Invariant: JavaParser's types occur here only. What Java is refused for its form, {@code Subset} says, and nothing
 * else does.
 */
@NullMarked
package dev.jacobi.processor.frontend;

import org.jspecify.annotations.NullMarked;
