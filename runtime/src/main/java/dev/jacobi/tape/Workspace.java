package dev.jacobi.tape;

import org.jspecify.annotations.Nullable;

/**
 * Memory that derivatives use again: what {@code gradientInto} and {@code vjpInto} work in.
 *
 * <p>A derivative needs arrays for a while: those that the method itself makes, arrays of derivatives beside them, and
 * what loops and called methods keep for the way back. With a workspace they are made by the first call and used again
 * by the next, so that a method that is called with the same shapes over and over, as an optimiser or a solver does,
 * soon allocates nothing at all (but in loops marked {@code @Checkpoint} or {@code @FixedPoint}):
 *
 * <pre>{@code
 * Workspace workspace = new Workspace();
 * double[] bar = new double[x.length];
 * for (int step = 0; step < 1000; step++) {
 *     Arrays.fill(bar, 0);
 *     double value = RosenbrockGrad.gradientInto(x, bar, workspace);
 *     …
 * }
 * }</pre>
 *
 * <p>One workspace serves any number of methods, in any order and of any shapes; results never depend on what it served
 * before, nor on an exception that ended an earlier call. A method may even call a derivative with the workspace that
 * its own derivative works in.
 *
 * <p><b>One per thread:</b> a workspace is not thread-safe. Where two threads are found in one at the same time, the
 * second gets an {@link IllegalStateException}; a {@code ThreadLocal<Workspace>} serves a pool of threads.
 *
 * <p><b>What it keeps:</b> as much as the most demanding call needed at one time, for each length of array that lately
 * was asked for; within one call everything is kept until that ends, also what a loop makes in each iteration, unless
 * its iterations meet only in sums: the next one works in the memory of the last then. Arrays of arrays go on naming
 * what they named last, arrays of yours among it. {@link #clear} lets go of all that; so does letting go of the
 * workspace itself, which is cheap to make. It never holds what a method gives back or hands to others: that is new in
 * each call, as it is without a workspace.
 */
public final class Workspace {

    private Scratch scratch = new Scratch();
    private @Nullable Thread user;
    private int open;

    /** A workspace that holds nothing yet. */
    public Workspace() {}

    /**
     * Lets go of all memory; the next call makes what it needs anew.
     *
     * @throws IllegalStateException if a derivative is at work in it
     */
    public void clear() {
        if (open > 0) {
            throw new IllegalStateException("the workspace can't be cleared while a derivative is at work in it");
        }
        scratch = new Scratch();
    }

    /**
     * Begins a call. Generated code calls this, and {@link #close} when the call ends in whatever way.
     *
     * @param member the member that is called, as messages name it
     * @throws IllegalArgumentException if there is no workspace
     * @throws IllegalStateException if another thread is at work in it
     */
    public static Scratch open(@Nullable Workspace workspace, String member) {
        if (workspace == null) {
            throw new IllegalArgumentException(
                    member + ": workspace is null: give a new Workspace(), and the same one to later calls");
        }
        return workspace.open(member);
    }

    private Scratch open(String member) {
        Thread current = Thread.currentThread();
        if (open == 0) {
            user = current;
            scratch.restart();
        } else if (user != current) {
            throw new IllegalStateException(
                    member + ": another thread is at work in this workspace: give each thread its own");
        }
        open++;
        scratch.bars().begin(member);
        return scratch;
    }

    /** Ends a call. What it made stays in use if it was made inside another. */
    public void close() {
        if (--open == 0) {
            user = null;
            scratch.bars().forget();
        }
    }
}
