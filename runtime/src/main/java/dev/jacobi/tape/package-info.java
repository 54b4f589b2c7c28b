/**
 * What generated code uses besides tensors: arrays that hold derivatives, and tapes.
 *
 * <p>In: arrays of a differentiated method. Out: arrays shaped like them.
 *
 * <p>Invariant: nothing here keeps state of its own; every array belongs to the caller.
 */
@NullMarked
package dev.jacobi.tape;

import org.jspecify.annotations.NullMarked;
