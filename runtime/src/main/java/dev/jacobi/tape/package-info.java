/**
 * What generated code uses besides tensors: arrays that hold derivatives, tapes, and memory that is used again.
 *
 * <p>In: arrays of a differentiated method. Out: arrays shaped like them.
 *
 * <p>Users meet one class of it, {@link dev.jacobi.tape.Workspace}; the others are for generated code.
 *
 * <p>Invariant: only a {@code Workspace} keeps state, which belongs to whoever made it; every other array belongs to
 * the caller.
 */
@NullMarked
package dev.jacobi.tape;

import org.jspecify.annotations.NullMarked;
