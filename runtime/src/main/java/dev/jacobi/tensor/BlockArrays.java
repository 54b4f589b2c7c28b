package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * Arrays that stay in the first-level cache, which a thread keeps: making them anew takes longer than many a loop over
 * them. Whoever has asked for some is done with them before anything else can run in the thread.
 */
final class BlockArrays {
    /** Some ten arrays of as many elements fit a first-level cache. */
    static final int LENGTH = 512;

    private static final ThreadLocal<BlockArrays> OWN = ThreadLocal.withInitial(BlockArrays::new);

    private float[][] floats = {};
    private double[][] doubles = {};

    private BlockArrays() {}

    /** At least so many arrays, with anything in them. */
    static float[][] floats(int count) {
        BlockArrays own = OWN.get();
        int known = own.floats.length;
        if (known < count) {
            own.floats = Arrays.copyOf(own.floats, count);
            for (int i = known; i < count; i++) {
                own.floats[i] = new float[LENGTH];
            }
        }
        return own.floats;
    }

    /** As for float. */
    static double[][] doubles(int count) {
        BlockArrays own = OWN.get();
        int known = own.doubles.length;
        if (known < count) {
            own.doubles = Arrays.copyOf(own.doubles, count);
            for (int i = known; i < count; i++) {
                own.doubles[i] = new double[LENGTH];
            }
        }
        return own.doubles;
    }
}
