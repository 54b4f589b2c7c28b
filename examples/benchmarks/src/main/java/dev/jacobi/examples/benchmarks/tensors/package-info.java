/** Gradients of the same functions of tensors by Jacobi and by other libraries: that they agree, and what they take. */
@NullMarked
package dev.jacobi.examples.benchmarks.tensors;

import org.jspecify.annotations.NullMarked;
