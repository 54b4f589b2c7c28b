package dev.jacobi.tensor;

/**
 * The loops of one elementwise function. The arrays of a call have equal lengths.
 *
 * <p>Each implementation has loops of its own: the loop that one shared class would run through a function object
 * becomes megamorphic, and some twenty times slower.
 */
interface UnaryKernel {
    /** Sets each element of {@code out} to the function of that of {@code x}. */
    void apply(float[] x, float[] out);

    /** Sets each element of {@code out} to the function of that of {@code x}. */
    void apply(double[] x, double[] out);

    /**
     * The same for the elements {@code from} to {@code to - 1} of both arrays. Unless a kernel can do better, by way of
     * arrays of a block's length.
     */
    default void apply(float[] x, float[] out, int from, int to) {
        float[] block = new float[Math.min(to - from, FloatBlock.LENGTH)];
        for (int start = from; start < to; start += block.length) {
            if (block.length > to - start) {
                block = new float[to - start];
            }
            System.arraycopy(x, start, block, 0, block.length);
            apply(block, block);
            System.arraycopy(block, 0, out, start, block.length);
        }
    }

    /** As for float. */
    default void apply(double[] x, double[] out, int from, int to) {
        double[] block = new double[Math.min(to - from, DoubleBlock.LENGTH)];
        for (int start = from; start < to; start += block.length) {
            if (block.length > to - start) {
                block = new double[to - start];
            }
            System.arraycopy(x, start, block, 0, block.length);
            apply(block, block);
            System.arraycopy(block, 0, out, start, block.length);
        }
    }

    /** About how long an element takes, if that is worth sharing large arrays among cores; else 0. */
    default double nanoseconds() {
        return 0;
    }
}
