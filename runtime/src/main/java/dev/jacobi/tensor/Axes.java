package dev.jacobi.tensor;

import java.util.Arrays;

/** Several dimensions of a shape, to be reduced together; none given stands for all. */
record Axes(Shape shape, boolean[] chosen) {

    static Axes of(String operation, Shape shape, int... dims) {
        boolean[] chosen = new boolean[Math.max(shape.rank(), 1)];
        Arrays.fill(chosen, Checks.present(operation, "dims", dims).length == 0);
        for (int dim : dims) {
            int axis = shape.axis(operation, dim);
            if (chosen[axis]) {
                throw new IllegalArgumentException(
                        operation + ": " + Arrays.toString(dims) + " names dimension " + axis + " twice");
            }
            chosen[axis] = true;
        }
        return new Axes(shape, Arrays.copyOf(chosen, shape.rank()));
    }

    static Axes all(Shape shape) {
        return of("", shape);
    }

    static Axes of(Shape shape, int axis) {
        boolean[] chosen = new boolean[axis + 1];
        chosen[axis] = true;
        return new Axes(shape, Arrays.copyOf(chosen, shape.rank()));
    }

    /** The number of elements that are reduced to one. */
    int length() {
        int length = 1;
        for (int i = 0; i < chosen.length; i++) {
            length *= chosen[i] ? shape.at(i) : 1;
        }
        return length;
    }

    /** The shape of a reduction. */
    Shape reduced(boolean keepDim) {
        int[] dims = new int[chosen.length];
        int rank = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (!chosen[i] || keepDim) {
                dims[rank++] = chosen[i] ? 1 : shape.at(i);
            }
        }
        return Shape.owning(Arrays.copyOf(dims, rank));
    }

    /** The tensor as a matrix whose rows are what is reduced to one element. */
    Tensor rows(Tensor x) {
        int[] order = new int[chosen.length];
        int next = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (!chosen[i]) {
                order[next++] = i;
            }
        }
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                order[next++] = i;
            }
        }
        return Rearranging.permute(x, order).reshaped(Shape.of(reduced(false).size(), length()));
    }

    /** The adjoint of a reduction: its result, with dimensions dropped or kept, repeated to the shape reduced. */
    Tensor expanded(String operation, Tensor x) {
        if (!x.shape().equals(reduced(true)) && !x.shape().equals(reduced(false))) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + ", which is not what reducing "
                    + Arrays.toString(dims()) + " of " + shape + " leaves");
        }
        return Broadcasting.expand(operation, x.reshaped(reduced(true)), shape);
    }

    /** The dimensions that are reduced. */
    int[] dims() {
        int[] dims = new int[chosen.length];
        int count = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                dims[count++] = i;
            }
        }
        return Arrays.copyOf(dims, count);
    }
}
