package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Reductions along any dimensions that go row by row, in double. */
final class RowReductions {
    private RowReductions() {}

    private static Tensor of(Tensor x, Axes axes, boolean keepDim, ToDoubleFunction<double[]> reduction) {
        Shape shape = axes.reduced(keepDim);
        Tensor rows = axes.rows(x).to(DType.FLOAT64);
        int length = rows.shape().at(1);
        double[] out = new double[shape.size()];
        double[] row = new double[length];
        for (int i = 0; i < out.length; i++) {
            System.arraycopy(rows.doubles(), i * length, row, 0, length);
            out[i] = reduction.applyAsDouble(row);
        }
        return new Tensor(shape, out).to(x.dtype());
    }

    static Tensor sum(Tensor x, Axes axes, boolean keepDim) {
        return Reductions.sum(axes.rows(x), 1, false).reshaped(axes.reduced(keepDim));
    }

    static Tensor mean(Tensor x, Axes axes, boolean keepDim) {
        return Reductions.mean(axes.rows(x), 1, false).reshaped(axes.reduced(keepDim));
    }

    static Tensor amax(Tensor x, Axes axes, boolean keepDim) {
        checkSome("amax", axes);
        return Reductions.amax(axes.rows(x), 1, false).reshaped(axes.reduced(keepDim));
    }

    static Tensor amin(Tensor x, Axes axes, boolean keepDim) {
        checkSome("amin", axes);
        return Reductions.amin(axes.rows(x), 1, false).reshaped(axes.reduced(keepDim));
    }

    private static void checkSome(String operation, Axes axes) {
        if (axes.length() == 0) {
            throw new IllegalArgumentException(operation + ": x has shape " + axes.shape()
                    + " and so no elements along " + Arrays.toString(axes.dims()));
        }
    }

    static Tensor prod(Tensor x, Axes axes, boolean keepDim) {
        return of(x, axes, keepDim, RowReductions::product);
    }

    private static double product(double[] row) {
        double product = 1;
        for (double element : row) {
            product *= element;
        }
        return product;
    }

    /** The squared distances from the mean, summed and divided by their number less the correction. */
    static Tensor var(Tensor x, Axes axes, int correction, boolean keepDim) {
        return of(x, axes, keepDim, row -> variance(row, correction));
    }

    /** The square root of {@link #var}, taken in double. */
    static Tensor std(Tensor x, Axes axes, int correction, boolean keepDim) {
        return of(x, axes, keepDim, row -> Math.sqrt(variance(row, correction)));
    }

    private static double variance(double[] row, int correction) {
        double mean = KERNELS.sum(row, 0, row.length) / row.length;
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0; // which don't wait for one another
        int i = 0;
        for (; i + 3 < row.length; i += 4) {
            s0 += (row[i] - mean) * (row[i] - mean);
            s1 += (row[i + 1] - mean) * (row[i + 1] - mean);
            s2 += (row[i + 2] - mean) * (row[i + 2] - mean);
            s3 += (row[i + 3] - mean) * (row[i + 3] - mean);
        }
        double squares = (s0 + s1) + (s2 + s3);
        for (; i < row.length; i++) {
            squares += (row[i] - mean) * (row[i] - mean);
        }
        return squares / Math.max(row.length - correction, 0);
    }

    /** (Σ|x|^p)^(1/p), and the limits that this has at 0 and the infinities. */
    static Tensor norm(Tensor x, double p, Axes axes, boolean keepDim) {
        if (axes.length() == 0 && (p < 0 || p == Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "norm: x has shape " + x.shape() + " and so no elements to take the norm " + p + " of");
        }
        return of(x, axes, keepDim, row -> Norms.of(row, p));
    }
}
