package dev.jacobi.tensor;

/**
 * Functions of ranges of float32 elements by other means than {@link BlockFunction}s have, to the same bits. Each
 * computes the elements from {@code from} on as far as that pays, and gives the position before which it stopped. These
 * don't compute any.
 */
interface FloatLanes {
    default int exp(float[] x, float[] out, int from, int to) {
        return from;
    }

    default int log(float[] x, float[] out, int from, int to) {
        return from;
    }

    default int tanh(float[] x, float[] out, int from, int to) {
        return from;
    }

    default int sigmoid(float[] x, float[] out, int from, int to) {
        return from;
    }

    default int softplus(float[] x, float[] out, int from, int to) {
        return from;
    }

    /** {@link FloatRowTotals#sums}, if that pays; says whether it did so. */
    default boolean sums(float[] x, int rows, int length, double[] sums, int at) {
        return false;
    }

    /** {@link FloatRowTotals#maxima}, if that pays; says whether it did so. */
    default boolean maxima(float[] x, int rows, int length, float[] largest) {
        return false;
    }

    /**
     * {@link FloatColumn#mv}, if that pays; says whether it did so.
     *
     * @param column filled up with zeros to whole pieces
     */
    default boolean mv(int m, int k, float[] a, int aFrom, float[] column, float[] c, int cFrom) {
        return false;
    }
}
