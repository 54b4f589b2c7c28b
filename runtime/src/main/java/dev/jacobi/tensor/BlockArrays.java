package dev.jacobi.tensor;

/**
 * Arrays that stay in the first-level cache, which a thread keeps: making them anew takes longer than many a loop over
 * them. Whoever has asked for some is done with them before anything else can run in the thread.
 */
final class BlockArrays {
    /** The elements that are used. Some ten arrays of as many fit a first-level cache. */
    static final int LENGTH = 512;

    private static final ThreadLocal<BlockArrays> OWN = ThreadLocal.withInitial(BlockArrays::new);

    private final float[] few = new float[FloatBlock.room(64)];
    private float[][] floats = {};
    private double[][] doubles = {};

    private BlockArrays() {}

    /** At least so many arrays, with anything in them. They are made together: see {@link FloatBlock#room}. */
    static float[][] floats(int count) {
        BlockArrays own = OWN.get();
        if (own.floats.length < count) {
            own.floats = new float[count][FloatBlock.room(LENGTH)];
        }
        return own.floats;
    }

    /** As for float. */
    static double[][] doubles(int count) {
        BlockArrays own = OWN.get();
        if (own.doubles.length < count) {
            own.doubles = new double[count][DoubleBlock.room(LENGTH)];
        }
        return own.doubles;
    }

    /** A short array, which isn't one of the others. */
    static float[] few() {
        return OWN.get().few;
    }
}
