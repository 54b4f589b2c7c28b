package dev.jacobi.tensor;

import java.util.Arrays;

/** Changing the order of dimensions, and the shape that the same elements are read in. */
final class Rearranging {
    private Rearranging() {}

    static Tensor reshape(Tensor x, int... dims) {
        return reshape("reshape", x, dims);
    }

    static Tensor reshape(String operation, Tensor x, int... dims) {
        Checks.present(operation, "shape", dims);
        return x.reshaped(Shape.owning(operation, resolved(operation, x.shape(), dims)));
    }

    /** Resolves a shape that may have one {@code -1}, which stands for whatever length is left. */
    static int[] resolved(String operation, Shape shape, int... dims) {
        int[] resolved = dims.clone();
        int open = -1;
        long known = 1;
        boolean empty = false;
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] < -1 || dims[i] == -1 && open >= 0) {
                throw new IllegalArgumentException(operation + ": the shape " + Arrays.toString(dims)
                        + " may have one -1, and no other negative dimension");
            }
            if (dims[i] == -1) {
                open = i;
            } else {
                known = known > Integer.MAX_VALUE ? known : known * dims[i];
                empty |= dims[i] == 0;
            }
        }
        known = empty ? 0 : known;
        boolean fits = open < 0 ? known == shape.size() : known != 0 && shape.size() % known == 0;
        if (!fits) {
            throw new ShapeMismatchException(operation + ": x has shape " + shape + " and so " + shape.size()
                    + " elements, which do not fill the shape " + Arrays.toString(dims));
        }
        if (open >= 0) {
            resolved[open] = (int) (shape.size() / known);
        }
        return resolved;
    }

    static Tensor squeeze(Tensor x, int dim) {
        int axis = x.shape().axis("squeeze", dim);
        return x.shape().at(axis) == 1 ? x.reshaped(x.shape().without(axis)) : x;
    }

    static Tensor unsqueeze(Tensor x, int dim) {
        int axis = dim < 0 ? dim + x.rank() + 1 : dim;
        if (axis < 0 || axis > x.rank()) {
            throw new IndexOutOfBoundsException("unsqueeze: a dimension can't be inserted at " + dim
                    + " into x with shape " + x.shape() + ", only at 0 to " + x.rank() + ", or -1 to -"
                    + (x.rank() + 1));
        }
        return x.reshaped(x.shape().inserting(axis, 1));
    }

    /** Dimension i of the result is dimension {@code dims[i]} of {@code x}. */
    static Tensor permute(Tensor x, int... dims) {
        int[] axes = permutation("permute", x, dims);
        return permuted(x, axes);
    }

    /** The inverse of {@link #permute}: dimension {@code dims[i]} of the result is dimension i of {@code x}. */
    static Tensor permuteBack(Tensor x, int... dims) {
        int[] axes = permutation("permuteBack", x, dims);
        int[] inverse = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            inverse[axes[i]] = i;
        }
        return permuted(x, inverse);
    }

    private static int[] permutation(String operation, Tensor x, int... dims) {
        Checks.present(operation, "dims", dims);
        int[] axes = new int[dims.length];
        boolean[] seen = new boolean[x.rank()];
        boolean valid = dims.length == x.rank();
        for (int i = 0; valid && i < dims.length; i++) {
            axes[i] = x.shape().axis(operation, dims[i]);
            valid = !seen[axes[i]];
            seen[axes[i]] = true;
        }
        if (!valid) {
            throw new IllegalArgumentException(operation + ": " + Arrays.toString(dims)
                    + " must name each dimension of x with shape " + x.shape() + " once");
        }
        return axes;
    }

    static Tensor transpose(Tensor x, int dim0, int dim1) {
        return transpose("transpose", x, dim0, dim1);
    }

    static Tensor transpose(String operation, Tensor x, int dim0, int dim1) {
        int axis0 = x.shape().axis(operation, dim0);
        int axis1 = x.shape().axis(operation, dim1);
        if (axis0 == axis1) {
            return x;
        }
        int[] axes = new int[x.rank()];
        Arrays.setAll(axes, i -> i);
        axes[axis0] = axis1;
        axes[axis1] = axis0;
        return permuted(x, axes);
    }

    /** Copies row by row of the result, with the stride that its last dimension has in {@code x}. */
    private static Tensor permuted(Tensor x, int[] axes) {
        int rank = axes.length;
        int[] dims = new int[rank];
        int[] strides = new int[rank];
        boolean moved = false;
        for (int i = 0; i < rank; i++) {
            dims[i] = x.shape().at(axes[i]);
            strides[i] = x.shape().span(axes[i] + 1, rank);
            moved |= axes[i] != i;
        }
        Shape shape = Shape.owning(dims);
        if (!moved || x.size() <= 1) {
            return x.reshaped(shape);
        }
        Object out = x.dtype().newArray(x.size());
        if (areSwapped(axes)) {
            swapped(x, dims[rank - 1], dims[rank - 2], out);
            return Tensor.owning(shape, x.dtype(), out);
        }
        int columns = dims[rank - 1];
        int[] counter = new int[rank];
        int source = 0;
        for (int target = 0; target < x.size(); target += columns) {
            gather(x, source, strides[rank - 1], out, target, columns);
            for (int i = rank - 2; i >= 0; i--) {
                source += strides[i];
                if (++counter[i] < dims[i]) {
                    break;
                }
                source -= dims[i] * strides[i];
                counter[i] = 0;
            }
        }
        return Tensor.owning(shape, x.dtype(), out);
    }

    /** Whether the last two dimensions change places, and no others do. */
    private static boolean areSwapped(int... axes) {
        int rank = axes.length;
        boolean swapped = axes[rank - 1] == rank - 2 && axes[rank - 2] == rank - 1;
        for (int i = 0; i < rank - 2; i++) {
            swapped &= axes[i] == i;
        }
        return swapped;
    }

    /** Matrices, one after the other. */
    private static void swapped(Tensor x, int rows, int columns, Object out) {
        int size = rows * columns;
        for (int from = 0; from < x.size(); from += size) {
            if (x.dtype() == DType.FLOAT32) {
                FloatTransposition.of(x.floats(), from, rows, columns, (float[]) out, from);
            } else {
                DoubleTransposition.of(x.doubles(), from, rows, columns, (double[]) out, from);
            }
        }
    }

    private static void gather(Tensor x, int source, int stride, Object out, int target, int count) {
        if (x.dtype() == DType.FLOAT32) {
            float[] from = x.floats();
            float[] to = (float[]) out;
            for (int i = 0; i < count; i++) {
                to[target + i] = from[source + i * stride];
            }
        } else {
            double[] from = x.doubles();
            double[] to = (double[]) out;
            for (int i = 0; i < count; i++) {
                to[target + i] = from[source + i * stride];
            }
        }
    }

    /** Resolves a shape in which {@code -1} stands for the length that the tensor has there already. */
    static Tensor expand(String operation, Tensor x, int... dims) {
        Checks.present(operation, "shape", dims);
        int[] resolved = dims.clone();
        int added = dims.length - x.rank();
        for (int i = Math.max(added, 0); i < dims.length; i++) {
            resolved[i] = dims[i] == -1 ? x.shape().at(i - added) : dims[i];
        }
        return Broadcasting.expand(operation, x, Shape.owning(operation, resolved));
    }

    /** Repeats a result of reducing {@code like} along a dimension, kept or not, to the shape of {@code like}. */
    static Tensor expandAlong(Tensor x, Tensor like, int dim) {
        return expandAlong(x, Checks.present("expandAlong", "like", like).shape(), dim);
    }

    static Tensor expandAlong(Tensor x, Shape shape, int dim) {
        int axis = shape.axis("expandAlong", dim);
        Shape kept = shape.with(axis, 1);
        if (!x.shape().equals(kept) && !x.shape().equals(shape.without(axis))) {
            throw new ShapeMismatchException("expandAlong: x has shape " + x.shape()
                    + ", which is not what reducing dimension " + axis + " of " + shape + " leaves");
        }
        return Broadcasting.expand("expandAlong", x.reshaped(kept), shape);
    }
}
