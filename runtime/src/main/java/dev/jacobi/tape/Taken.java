package dev.jacobi.tape;

import java.util.Arrays;

/** From which shelves a call has been handed what, in order: so the latest can go back there before the call ends. */
final class Taken {

    private Shelf[] shelves = new Shelf[16];
    private int count;

    void add(Shelf shelf) {
        if (count == shelves.length) {
            shelves = Arrays.copyOf(shelves, 2 * count);
        }
        shelves[count++] = shelf;
    }

    /** A new call begins, for which each shelf starts anew by itself. */
    void forget() {
        count = 0;
    }

    int mark() {
        return count;
    }

    /** Puts back all that was handed out since the mark. */
    void release(int mark) {
        while (count > mark) {
            shelves[--count].back();
        }
    }
}
