/**
 * Elementwise operations on tensors, put into loops.
 *
 * <p>In: finished derivative code. Out: the same code in which chains of elementwise operations are calls of loops, and
 * those loops, in which a choice by a condition stands apart, so that the rest is vectorised. Invariant: every number
 * has the same bits as operation by operation.
 */
@NullMarked
package dev.jacobi.processor.fuse;

import org.jspecify.annotations.NullMarked;
