/**
 * Cuts large bodies into pieces, since HotSpot compiles no method over 8,000 bytecodes, and javac none over 64 KiB.
 *
 * <p>In: the statements of a method, as they are to be written. Out: a {@link dev.jacobi.processor.split.Split}: the
 * methods and fields of a class, an object of which is one run of the method.
 *
 * <p>Invariant: the pieces do the same operations in the same order, so that results have the same bits.
 */
@NullMarked
package dev.jacobi.processor.split;

import org.jspecify.annotations.NullMarked;
