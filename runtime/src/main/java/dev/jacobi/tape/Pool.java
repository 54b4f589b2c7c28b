package dev.jacobi.tape;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of one type, by length: a hash table with open addressing, since what asks for an array must not allocate.
 *
 * <p>Lengths that no call has asked for lately are forgotten when the table would have to grow, so that a method that
 * is given another length each time doesn't gather arrays of all of them.
 */
final class Pool {

    /** How many calls a length is remembered for at least. */
    static final int LATELY = 64;

    private final Class<?> element;
    private int[] lengths = new int[16];
    private @Nullable Shelf[] shelves = new Shelf[16];
    private int count;

    Pool(Class<?> element) {
        this.element = element;
    }

    /** An array that this call has not had yet, with whatever is in it. */
    Object array(int length, long call, Taken taken) {
        Shelf shelf = shelf(length, call);
        Object array = shelf.next(call, taken);
        if (array == null) {
            array = Array.newInstance(element, length);
            shelf.add(array, taken);
        }
        return array;
    }

    /** How many lengths it has arrays of. */
    int count() {
        return count;
    }

    private Shelf shelf(int length, long call) {
        int at = place(length);
        Shelf shelf = shelves[at];
        if (shelf != null) {
            return shelf;
        }
        if (length < 0) {
            throw new NegativeArraySizeException(String.valueOf(length));
        }
        if (2 * count >= shelves.length) {
            rebuild(call);
        }
        Shelf made = new Shelf();
        put(length, made);
        return made;
    }

    /** Where the length is, or would be put. */
    private int place(int length) {
        int mask = lengths.length - 1;
        int at = (length * 0x9E3779B9 >>> 16) & mask;
        while (shelves[at] != null && lengths[at] != length) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void put(int length, Shelf shelf) {
        int at = place(length);
        lengths[at] = length;
        shelves[at] = shelf;
        count++;
    }

    private void rebuild(long call) {
        int[] oldLengths = lengths;
        @Nullable Shelf[] oldShelves = shelves;
        int recent = 0;
        for (Shelf shelf : oldShelves) {
            recent += isRecent(shelf, call) ? 1 : 0;
        }
        int size = 16;
        while (size < 4 * recent + 4) {
            size *= 2;
        }
        lengths = new int[size];
        shelves = new Shelf[size];
        count = 0;
        for (int i = 0; i < oldShelves.length; i++) {
            Shelf shelf = oldShelves[i];
            if (shelf != null && isRecent(shelf, call)) {
                put(oldLengths[i], shelf);
            }
        }
    }

    private static boolean isRecent(@Nullable Shelf shelf, long call) {
        return shelf != null && call - shelf.call() <= LATELY;
    }
}
