/**
 * Tests derivatives by running them.
 *
 * <p>The table is the methods that {@link Sample} marks, in {@code src/test/resources/samples} and in sources that
 * tests write: a method there, with the points at which it is tested, gets every check of {@link Modes} and of
 * {@link Slopes} by being there.
 */
package dev.jacobi.processor.samples;
