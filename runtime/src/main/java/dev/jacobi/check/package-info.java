/**
 * Checks of derivatives, for a user's own unit tests.
 *
 * <p>In go a function, its derivatives as generated, and a point; out comes nothing, or an {@code AssertionError} that
 * says which entry is off, by how much, and where.
 *
 * <p>Invariant: nothing here knows how a derivative was made. A derivative written by hand is checked just as well.
 */
@NullMarked
package dev.jacobi.check;

import org.jspecify.annotations.NullMarked;
