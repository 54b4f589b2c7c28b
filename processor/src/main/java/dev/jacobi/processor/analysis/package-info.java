/**
 * Facts about functions, as immutable results: what depends on what, what is active, what must not be differentiated,
 * what is cheap to compute again.
 *
 * <p>In: functions and rules. Out: answers, and the problems that follow from them.
 *
 * <p>Invariant: nothing here changes a function.
 */
@NullMarked
package dev.jacobi.processor.analysis;

import org.jspecify.annotations.NullMarked;
