/**
 * Functions of many numbers at once, where the user gives up Java's bits for that ({@code -Ajacobi.functions=fast}).
 *
 * <p>In: the sweeps of reverse mode, with their tapes. Out: the same, in which loops that compute {@code Math.exp},
 * {@code Math.log} or {@code Math.tanh} are cut where they do ({@link dev.jacobi.processor.transform.kernels.Kernels}):
 * arguments are laid into an array, the runtime computes the function of all of them, and another loop goes on.
 *
 * <p>Invariant: every statement still runs as often, and sees the numbers that it saw, but for what the functions
 * round.
 */
@NullMarked
package dev.jacobi.processor.transform.kernels;

import org.jspecify.annotations.NullMarked;
