/**
 * Tensors of floating-point numbers and the operations on them, under PyTorch's names.
 *
 * <p>In go Java numbers and arrays; out come Java numbers and arrays again, or printed columns. Between them
 * {@link dev.jacobi.tensor.Tensor}, whose methods check their arguments and hand the work to small package-private
 * classes, one per family of operations; these run the loops of a {@code Kernels}, which {@code KernelProvider} chooses
 * once.
 *
 * <p>Invariant: a tensor's elements never change, and lie contiguously in row-major order in an array that nobody
 * outside this package ever holds.
 */
@NullMarked
package dev.jacobi.tensor;

import org.jspecify.annotations.NullMarked;
