/**
 * Tensors of floating-point numbers and the operations on them, under PyTorch's names.
 *
 * <p>In go Java numbers and arrays; out come Java numbers and arrays again, or printed columns. Between them
 * {@link dev.jacobi.tensor.Tensor}, whose methods check their arguments and hand the work to small package-private
 * classes, one per family of operations; these run the loops of a {@code Kernels}, which {@code KernelProvider} chooses
 * once.
 *
 * <p>Results have the same bits wherever an element stands, alone or in a large tensor, and for any number of threads:
 * {@code Cores} shares large work among the cores in pieces that don't depend on how many there are.
 * {@code BlockFunction}s (exp, log, tanh, sin, erf and their like) are short loops that HotSpot vectorises; they need a
 * processor with fused multiply-add, as any since 2013 has, to be fast.
 *
 * <p>Invariant: a tensor's elements never change, and lie contiguously in row-major order in an array that nobody
 * outside this package ever holds. When generated code says that nothing reads a tensor of its own any more,
 * {@code Memory} gives its array to the next one.
 */
@NullMarked
package dev.jacobi.tensor;

import org.jspecify.annotations.NullMarked;
