package dev.jacobi.tensor;

/**
 * Vector instructions before and after C2 has compiled them. Before, each is a call that makes objects, and a hundred
 * times slower than plain code. So until a piece of work has been fast, plain code does nearly all, and what is done in
 * vectors is enough to be noticed by C2. As both give the same bits, only time depends on this; threads that miss one
 * another's notes are late by a few pieces.
 */
final class Warming {
    /** Of so many pieces one is for vectors. */
    static final int SELDOM = 64;

    /** What an element takes at most when compiled, by far. */
    private static final int NANOSECONDS = 4;

    /** What a call may take besides, with the reading of the clock. */
    private static final int CALL = 200;

    private int pieces;
    private boolean over;

    /** Whether C2 has done its work. */
    boolean isOver() {
        return over;
    }

    /** Whether one of the next pieces, or all, are for vectors. */
    boolean isDue(int next) {
        if (!over) {
            pieces += next;
            if (pieces < SELDOM) {
                return false;
            }
            pieces = 0;
        }
        return true;
    }

    /** Takes note of some elements' time. */
    void took(long nanoseconds, int elements) {
        over = nanoseconds < CALL + (long) elements * NANOSECONDS;
    }
}
