/**
 * The same for several at once: derivatives along several directions, and iterations of a loop before it is
 * differentiated ({@link dev.jacobi.processor.transform.lanes.Batches}).
 *
 * <p>In: a function that takes directions, forward mode's or what reverse mode made of that. Out: a function that takes
 * several of each, computes once what all of them share, and gives a result for each, bit for bit the one that the
 * given function gives.
 */
@NullMarked
package dev.jacobi.processor.transform.lanes;

import org.jspecify.annotations.NullMarked;
