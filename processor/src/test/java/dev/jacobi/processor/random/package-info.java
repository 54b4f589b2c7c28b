/**
 * Random programs against three oracles. A {@link dev.jacobi.processor.random.Program} is a small syntax tree of its
 * own; it is written as Java, compiled with the processor, and every derivative of it is compared with
 *
 * <ol>
 *   <li>itself in the other mode: jvp against vjp (the dot-product test);
 *   <li>central differences, where no decision of the program changes nearby;
 *   <li>{@link dev.jacobi.processor.random.Interpreter}, which runs the tree on dual numbers by arithmetic of its own,
 *       with arrays that are shared by all who refer to them, so that aliases are exact.
 * </ol>
 *
 * The value, the exception, the side effects and what is left in the caller's arrays must be the method's own in every
 * mode. {@link dev.jacobi.processor.random.Feature} says what programs may use. The interpreter itself is checked
 * against Java by {@code ProgramsTest}. No program has to be known to end: the interpreter, which runs first, gives up
 * on one that takes long.
 *
 * <p>What fails is made smaller until nothing can be left out, and printed with its seed.
 */
package dev.jacobi.processor.random;
