/** Loops of elementwise operations against the operations one by one. */
@NullMarked
package dev.jacobi.processor.fuse;

import org.jspecify.annotations.NullMarked;
