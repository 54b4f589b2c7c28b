package dev.jacobi.tape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Objects of one kind, handed out one after the other; a new call starts with the first again. */
final class Shelf {

    private Object[] objects = new Object[4];
    private int made;
    private int used;

    /** The last call that asked. */
    private long call;

    /** The next one that this call has not had yet; null where there is none. */
    @Nullable
    Object next(long thisCall, Taken taken) {
        if (call != thisCall) {
            call = thisCall;
            used = 0;
        }
        if (used == made) {
            return null;
        }
        taken.add(this);
        return objects[used++];
    }

    /** Takes back the one that was handed out last. */
    void back() {
        used--;
    }

    /** Puts one there that {@link #next} did not find, and that is in use now. */
    void add(Object object, Taken taken) {
        if (made == objects.length) {
            objects = Arrays.copyOf(objects, 2 * made);
        }
        objects[made++] = object;
        used = made;
        taken.add(this);
    }

    long call() {
        return call;
    }
}
