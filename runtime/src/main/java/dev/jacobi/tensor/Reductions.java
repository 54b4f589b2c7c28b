package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

/** Sums, products and extremes over all elements or along one dimension. */
final class Reductions {
    private Reductions() {}

    static Tensor sum(Tensor x) {
        return x.dtype() == DType.FLOAT32
                ? Tensor.scalar((float) KERNELS.sum(x.floats(), 0, x.size()))
                : Tensor.scalar(KERNELS.sum(x.doubles(), 0, x.size()));
    }

    static Tensor mean(Tensor x) {
        return x.dtype() == DType.FLOAT32
                ? Tensor.scalar((float) (KERNELS.sum(x.floats(), 0, x.size()) / x.size()))
                : Tensor.scalar(KERNELS.sum(x.doubles(), 0, x.size()) / x.size());
    }

    static Tensor sum(Tensor x, int axis, boolean keepDim) {
        return scaledSum(x, axis, keepDim, 1);
    }

    static Tensor mean(Tensor x, int axis, boolean keepDim) {
        return scaledSum(x, axis, keepDim, x.shape().at(axis));
    }

    /** The sum along a dimension divided by a number, with one rounding to the tensor's type at the end. */
    private static Tensor scaledSum(Tensor x, int axis, boolean keepDim, int divisor) {
        Shape shape = keepDim ? x.shape().with(axis, 1) : x.shape().without(axis);
        int outer = x.shape().span(0, axis);
        int length = x.shape().at(axis);
        int inner = x.shape().span(axis + 1, x.rank());
        double[] sums = x.dtype() == DType.FLOAT32
                ? ColumnSums.of(x.floats(), outer, length, inner)
                : ColumnSums.of(x.doubles(), outer, length, inner);
        for (int i = 0; divisor != 1 && i < sums.length; i++) {
            sums[i] /= divisor;
        }
        return new Tensor(shape, sums).to(x.dtype());
    }

    static Tensor prod(Tensor x) {
        double product = 1;
        for (int i = 0; i < x.size(); i++) {
            product *= x.at(i);
        }
        return Tensor.scalarOf(x.dtype(), product);
    }

    static Tensor amax(Tensor x) {
        Checks.some("max", x);
        return x.dtype() == DType.FLOAT32
                ? Tensor.scalar(KERNELS.max(x.floats(), 0, x.size()))
                : Tensor.scalar(KERNELS.max(x.doubles(), 0, x.size()));
    }

    static Tensor amin(Tensor x) {
        Checks.some("min", x);
        return x.dtype() == DType.FLOAT32
                ? Tensor.scalar(KERNELS.min(x.floats(), 0, x.size()))
                : Tensor.scalar(KERNELS.min(x.doubles(), 0, x.size()));
    }

    /** The largest along a dimension. */
    static Tensor amax(Tensor x, int axis, boolean keepDim) {
        return extreme("amax", true, x, axis, keepDim);
    }

    /** The smallest along a dimension. */
    static Tensor amin(Tensor x, int axis, boolean keepDim) {
        return extreme("amin", false, x, axis, keepDim);
    }

    private static Tensor extreme(String operation, boolean largest, Tensor x, int axis, boolean keepDim) {
        if (x.shape().at(axis) == 0) {
            throw new IllegalArgumentException(
                    operation + ": dimension " + axis + " of x with shape " + x.shape() + " is empty");
        }
        Tensor best = AxisExtremes.of(x, axis, largest);
        return keepDim ? best : best.reshaped(x.shape().without(axis));
    }

    /** The Euclidean length. */
    static Tensor norm(Tensor x) {
        return Tensor.scalarOf(x.dtype(), Norms.euclidean(x.to(DType.FLOAT64).doubles()));
    }
}
