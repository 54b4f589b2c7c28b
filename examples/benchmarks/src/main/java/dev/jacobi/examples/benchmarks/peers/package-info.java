/** Gradients of the same functions by Jacobi, by hand and by other libraries: that they agree, and what they take. */
@NullMarked
package dev.jacobi.examples.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
