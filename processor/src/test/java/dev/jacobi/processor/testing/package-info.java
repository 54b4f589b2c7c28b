/**
 * Runs javac with the processor in memory: sources in; classes, generated sources and diagnostics out.
 *
 * <p>{@link Javac} compiles, {@link Compilation} is what came of it.
 */
package dev.jacobi.processor.testing;
