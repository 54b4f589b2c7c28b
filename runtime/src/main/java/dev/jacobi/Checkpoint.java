package dev.jacobi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the gradient of a long loop fit into memory.
 *
 * <p>A gradient is computed from the last step of a program to the first, so every step must be known again when its
 * turn comes. Without this annotation all that a loop computes is kept for that, iteration by iteration: a million
 * iterations keep a million times as much as one. With it the loop only keeps <em>snapshots</em>, copies of the
 * variables and arrays that go from one iteration to the next, and computes from the nearest snapshot again what lies
 * between two. The derivatives are the same, computed in the same order; they take longer, and less memory.
 *
 * <pre>{@code
 * for (@Checkpoint(snapshots = 100) int step = 0; step < steps; step++) {
 *     u = next(u, dt);
 * }
 * }</pre>
 *
 * <p>The annotation stands on the variable that a {@code for} loop declares, or on a local variable that is declared
 * just before a loop of any kind:
 *
 * <pre>{@code
 * @Checkpoint(snapshots = 20) double t = 0;
 * while (t < end) {
 *     …
 * }
 * }</pre>
 *
 * <p>The loop's body is run more than once, so it may not do anything that counts how often it is done, or that gives
 * something else the second time: print, draw random numbers, change an object. Such a loop is refused at compile time.
 * Nobody sees that it runs again: this is done on copies of the arrays that it writes. An exception in it is thrown as
 * without the annotation, and nothing is computed again then.
 *
 * <p>Everything that the generated class offers may be asked of a method with such loops, however they are nested, and
 * such loops in methods that are called count as well. Outside of differentiation the annotation does nothing.
 *
 * @see #snapshots()
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.LOCAL_VARIABLE)
public @interface Checkpoint {
    /**
     * How many snapshots are kept at a time, at least 1; or 0, as when it is left out, for one before each iteration.
     *
     * <p>With a number, memory is that many snapshots, however long the loop is: take as many as fit. A snapshot is as
     * large as the variables and arrays that the loop changes, or that it reads and something else changes. If the
     * number of iterations is known when the loop begins, snapshots are placed so that as few steps as possible are
     * computed again (binomial checkpointing, known as Revolve): with s snapshots up to s + 1 iterations are computed
     * twice, up to (s + 1)(s + 2) / 2 at most three times, up to (s + 1)(s + 2)(s + 3) / 6 at most four times, and so
     * on: 50 snapshots serve 1,326 iterations at three times, and 23,426 at four. If the number isn't known, as in a
     * {@code while} loop, the same holds but for a few iterations more (a third with few snapshots): a snapshot is
     * taken before each iteration, and another is forgotten for it.
     *
     * <p>With 0 each iteration is computed twice, and only what goes from one iteration to the next is kept of each:
     * less than the loop would keep without the annotation where the body computes much on the way, and the fastest
     * choice if that fits into memory.
     */
    int snapshots() default 0;
}
