package dev.jacobi.tensor;

/**
 * Means of windows over neighbouring channels, along dimension 1: half the window before a channel and half behind it,
 * one more before it where the window is even, and zeros where there is no channel.
 */
final class ChannelMeans {
    private ChannelMeans() {}

    static Tensor localResponseNorm(Tensor x, int size, double alpha, double beta, double k) {
        return x.div(of(x.square(), size, false).mul(alpha).add(k).pow(beta));
    }

    /** The means, or their adjoint, which looks as far the other way. */
    static Tensor of(Tensor x, int size, boolean back) {
        if (x.rank() < 3) {
            throw new ShapeMismatchException("localResponseNorm: x has shape " + x.shape()
                    + " but must have at least 3 dimensions, the channels along dimension 1");
        }
        if (size < 1) {
            throw new IllegalArgumentException("localResponseNorm: size is " + size + ", but must be positive");
        }
        int before = back ? (size - 1) / 2 : size / 2;
        int behind = size - 1 - before;
        int channels = x.dim(1);
        int inner = x.shape().span(2, x.rank());
        double[] from = x.to(DType.FLOAT64).doubles();
        double[] out = new double[from.length];
        for (int image = 0; image < x.dim(0); image++) {
            for (int c = 0; c < channels; c++) {
                int row = (image * channels + c) * inner;
                int last = (int) Math.min(channels - 1L, c + (long) behind);
                for (int other = Math.max(0, c - before); other <= last; other++) {
                    add(from, (image * channels + other) * inner, out, row, inner);
                }
                divide(out, row, inner, size);
            }
        }
        return new Tensor(x.shape(), out).to(x.dtype());
    }

    private static void add(double[] from, int start, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] += from[start + i];
        }
    }

    private static void divide(double[] out, int start, int count, int size) {
        for (int i = start; i < start + count; i++) {
            out[i] /= size;
        }
    }
}
