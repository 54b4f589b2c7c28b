/**
 * Tests derivatives by running them.
 *
 * <p>The table is the methods that {@link Sample} marks, in {@code src/test/resources/samples} and in sources that
 * tests write: a method there, with the points at which it is tested, gets every check of {@link Modes} and of
 * {@link Slopes} by being there. {@link HarnessTest} makes sure that these checks find mistakes. Samples in
 * {@code samples-next} wait for their Java to be differentiated: until then {@link NextSamplesTest} checks only them
 * themselves.
 */
package dev.jacobi.processor.samples;
