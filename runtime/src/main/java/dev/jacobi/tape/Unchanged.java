package dev.jacobi.tape;

import java.util.Objects;

/**
 * Whether what reads arrays in fields still gives what it gave. Generated code calls this where a pullback computes
 * something again; it is not meant to be called by hand.
 */
public final class Unchanged {

    private Unchanged() {}

    /**
     * @param what what is computed again, in words
     * @throws IllegalStateException if the numbers differ in a bit
     */
    public static void check(double then, double now, String what) {
        if (Double.compare(then, now) != 0) {
            throw changed(what);
        }
    }

    /** @throws IllegalStateException if the numbers differ */
    public static void check(long then, long now, String what) {
        if (then != now) {
            throw changed(what);
        }
    }

    /** @throws IllegalStateException if the numbers differ in a bit */
    public static void check(float then, float now, String what) {
        if (Float.compare(then, now) != 0) {
            throw changed(what);
        }
    }

    /**
     * @param then a tensor, or an array of any rank
     * @throws IllegalStateException if shapes, types or a bit of a number differ
     */
    public static void check(Object then, Object now, String what) {
        if (!Objects.deepEquals(then, now)) {
            throw changed(what);
        }
    }

    private static IllegalStateException changed(String what) {
        return new IllegalStateException("the pullback computes " + what
                + " again, but an array in a field that it reads has changed since: make a new pullback, or give the"
                + " method the array as a parameter");
    }
}
