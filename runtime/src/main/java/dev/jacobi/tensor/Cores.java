package dev.jacobi.tensor;

import java.util.concurrent.RecursiveAction;

/**
 * Shares large work among the cores, through the common pool (the pool that the caller runs in, if it does). What is
 * shared is cut into pieces whose bounds don't depend on the number of threads, so results don't either: an element is
 * computed in one piece, and sums are made of the pieces' sums in their order.
 */
final class Cores {
    /**
     * Work of fewer nanoseconds isn't shared. Sharing costs 2 to 5 µs where no other core is free, so that nobody loses
     * more than three per cent.
     */
    private static final long PAYS_FROM = 200_000;

    private static final boolean SEVERAL = Runtime.getRuntime().availableProcessors() > 1;

    private Cores() {}

    /** What is done with the pieces or elements {@code from} to {@code to - 1}. */
    interface Work {
        void on(int from, int to);
    }

    /** Whether so many steps of some nanoseconds are worth sharing. */
    static boolean pays(long steps, double nanoseconds) {
        return SEVERAL && steps * nanoseconds >= PAYS_FROM;
    }

    /** Does the work on all of {@code count} pieces, one at a time in the caller's thread and others that are free. */
    static void share(int count, Work work) {
        new Part(0, count, work).invoke();
    }

    /** The same for elements, in pieces of that many. */
    static void share(int elements, int piece, Work work) {
        share((elements - 1) / piece + 1, (number, next) -> {
            int from = number * piece;
            work.on(from, from + Math.min(piece, elements - from));
        });
    }

    private static final class Part extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final int from;
        private final int to;
        private final transient Work work;

        Part(int from, int to, Work work) {
            this.from = from;
            this.to = to;
            this.work = work;
        }

        @Override
        protected void compute() {
            if (to - from <= 1) {
                work.on(from, to);
            } else {
                int middle = (from + to) >>> 1;
                invokeAll(new Part(from, middle, work), new Part(middle, to, work));
            }
        }
    }
}
