package dev.jacobi.tensor;

import java.util.Arrays;

/** Where elements are, or would be. */
final class Searching {
    private Searching() {}

    /** Where in x, counted row by row, the extremes along a dimension are. */
    static Index extremes(String operation, Tensor x, int dim, boolean keepDim) {
        int axis = x.shape().axis(operation, dim);
        Checks.some(operation, x, axis);
        Index along = "min".equals(operation) ? x.argmin(dim, true) : x.argmax(dim, true);
        int length = x.shape().at(axis);
        int inner = x.shape().span(axis + 1, x.rank());
        int[] out = along.toIntArray();
        for (int i = 0; i < out.length; i++) {
            out[i] = (i / inner * length + out[i]) * inner + i % inner;
        }
        return new Index(keepDim ? along.shape() : along.shape().without(axis), out);
    }

    static Index unique(Tensor x) {
        int[] order = x.flatten().sortPositions(0, false).toIntArray();
        int count = 0;
        for (int position : order) {
            if (count == 0 || x.at(position) != x.at(order[count - 1])) {
                order[count++] = position;
            }
        }
        return new Index(Shape.of(count), Arrays.copyOf(order, count));
    }

    /** For each value how many elements of the row that belongs to it are before it. */
    static Index positions(String operation, Tensor sorted, String name, Tensor values, boolean right) {
        Shape shape = Checks.present(operation, name, values).shape();
        boolean fits = sorted.rank() == 1
                || sorted.rank() > 0
                        && shape.rank() == sorted.rank()
                        && shape.slice(0, shape.rank() - 1)
                                .equals(sorted.shape().slice(0, shape.rank() - 1));
        if (!fits) {
            throw new ShapeMismatchException(operation + ": x has shape " + sorted.shape() + " and " + name
                    + " has shape " + shape + "; x must have 1 dimension, or the others of " + name);
        }
        int length = sorted.dim(-1);
        int each = sorted.rank() == 1 ? values.size() : shape.at(shape.rank() - 1);
        int[] out = new int[values.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = position(sorted, i / each * length, length, values.at(i), right);
        }
        return new Index(shape, out);
    }

    /** By halving; NaN is behind all others. */
    private static int position(Tensor sorted, int start, int length, double value, boolean right) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            double at = sorted.at(start + middle);
            boolean behind = right ? !(at > value) : !(at >= value);
            if (behind) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The distances of points along a dimension of the values. */
    static Tensor alongDim(String operation, Tensor points, Tensor like, int dim) {
        int axis = Checks.present(operation, "x", like).shape().ownAxis(operation, dim);
        if (!points.shape().equals(Shape.of(like.shape().at(axis)))) {
            throw new ShapeMismatchException(operation + ": x has shape " + like.shape() + " and points has shape "
                    + points.shape() + "; it must have a number for each in dimension " + axis);
        }
        int pairs = Math.max(0, points.size() - 1);
        int[] dims = new int[like.rank() - axis];
        Arrays.fill(dims, 1);
        dims[0] = pairs;
        return points.narrow(0, points.size() - pairs, pairs)
                .sub(points.narrow(0, 0, pairs))
                .reshaped(Shape.of(dims));
    }
}
