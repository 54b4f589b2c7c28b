package dev.jacobi.examples.numerics;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * A method at a point, as a function of a list of numbers. Where a method has several results, it is their sum.
 *
 * @param method its name
 * @param at its arguments, one after the other
 * @param value what it gives for such arguments
 * @param gradient the derivatives of that by each of them
 */
record Case(String method, double[] at, ToDoubleFunction<double[]> value, UnaryOperator<double[]> gradient) {}
