package dev.jacobi.tensor;

/**
 * Functions of ranges of float64 elements by other means than {@link BlockFunction}s have, to the same bits. Each
 * computes the elements from {@code from} on as far as that pays, and gives the position before which it stopped. These
 * don't compute any.
 */
interface DoubleLanes {
    default int exp(double[] x, double[] out, int from, int to) {
        return from;
    }

    default int log(double[] x, double[] out, int from, int to) {
        return from;
    }

    default int tanh(double[] x, double[] out, int from, int to) {
        return from;
    }

    default int sigmoid(double[] x, double[] out, int from, int to) {
        return from;
    }

    default int softplus(double[] x, double[] out, int from, int to) {
        return from;
    }

    /** The powers of a thread's block: x to the exponents in {@code DoubleBlock.y}, {@code from} being 0. */
    default int pow(double[] x, double[] out, int from, int to) {
        return from;
    }
}
