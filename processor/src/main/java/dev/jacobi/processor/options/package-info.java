/**
 * What the user may choose.
 *
 * <p>In: the compiler's options. Out: immutable answers that the pipeline hands to the stages that ask for them.
 *
 * <p>Invariant: a choice changes how derivatives are computed, never what they are.
 */
@NullMarked
package dev.jacobi.processor.options;

import org.jspecify.annotations.NullMarked;
