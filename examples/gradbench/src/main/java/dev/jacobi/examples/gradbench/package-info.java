/**
 * A tool for <a href="https://github.com/gradbench/gradbench">GradBench</a>, the benchmark of automatic
 * differentiation: evaluates objectives and their derivatives as a session on standard input asks.
 *
 * <p>Each eval has a class with its objective, in the Java that one would write anyway, and an annotation. All
 * derivatives are Jacobi's. The definitions are the README files of GradBench's {@code evals}.
 */
@NullMarked
package dev.jacobi.examples.gradbench;

import org.jspecify.annotations.NullMarked;
