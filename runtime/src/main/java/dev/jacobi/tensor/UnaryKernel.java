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
}
