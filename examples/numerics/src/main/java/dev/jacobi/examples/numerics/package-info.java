/**
 * Numerical methods as one finds them in Java libraries, and their derivatives.
 *
 * <p>The methods are written with no thought of differentiation: they overwrite arrays, exchange rows by reference,
 * stop when they have converged, adapt their steps, call themselves and hand on functions. Each has one annotation.
 * {@link dev.jacobi.examples.numerics.Main} prints what they give, their gradients, and how far these are from finite
 * differences.
 */
@NullMarked
package dev.jacobi.examples.numerics;

import org.jspecify.annotations.NullMarked;
