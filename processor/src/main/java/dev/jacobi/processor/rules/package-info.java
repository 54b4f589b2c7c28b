/**
 * The derivatives of everything that is not looked into: operators, {@code java.lang.Math}, tensors. One table per
 * library, one line per primitive.
 *
 * <p>In: a primitive. Out: its derivative by each operand, as Java text.
 *
 * <p>Invariant: a method of these libraries that no line names has no derivative, and a derivative that would flow
 * through it is an error; a test holds the tables against the libraries' public methods.
 *
 * <p>To add a rule: find the library's table; copy the line of a method with as many operands; write each partial
 * derivative as a Java expression over the operands and the result {@code r}; give the domain with {@code on} if it
 * isn't defined on [-2, 2]; run the tests, which check every line by finite differences and jvp against vjp.
 */
@NullMarked
package dev.jacobi.processor.rules;

import org.jspecify.annotations.NullMarked;
