package dev.jacobi.tensor;

import java.util.Arrays;

/** Overlapping parts of a dimension, each in a slice of its own. */
final class Windows {
    private Windows() {}

    /** The shape of the windows: their number along {@code axis}, and their elements in a new last dimension. */
    private static Shape shape(String operation, Shape shape, int axis, int size, int step) {
        int length = shape.at(axis);
        if (size < 0 || size > length || step <= 0) {
            throw new IllegalArgumentException(operation + ": windows of " + size + " elements at distances of " + step
                    + " don't fit dimension " + axis + " of x with shape " + shape);
        }
        return shape.with(operation, axis, (length - size) / step + 1).inserting(operation, shape.rank(), size);
    }

    /** Element i of window k is element {@code k · step + i} of the dimension. */
    private static Blocks windows(Shape shape, int axis, int size, int step) {
        int count = (shape.at(axis) - size) / step + 1;
        int[] map = new int[count * size];
        Arrays.setAll(map, k -> k / size * step + k % size);
        return Blocks.along(shape, axis, map);
    }

    static Tensor unfold(Tensor x, int dim, int size, int step) {
        int axis = x.shape().axis("unfold", dim);
        if (x.rank() == 0) {
            return unfold(x.flatten(), axis, size, step).sum(0);
        }
        Shape shape = shape("unfold", x.shape(), axis, size, step);
        if (shape.size() == 0) {
            return Creation.filled(0, x.dtype(), shape);
        }
        Shape apart = x.shape().with(axis, shape.at(axis)).inserting(axis + 1, size);
        Blocks blocks = windows(x.shape(), axis, size, step);
        return Dimensions.movedim(Tensor.owning(apart, x.dtype(), blocks.pick(x)), axis + 1, -1);
    }

    /** The adjoint of {@link #unfold} for a tensor like this. */
    static Tensor unfoldBack(Tensor x, Tensor like, int dim, int size, int step) {
        int axis = Checks.present("unfoldBack", "like", like).shape().axis("unfoldBack", dim);
        if (like.rank() == 0) {
            Along.checkPart("unfoldBack", x, Shape.of("unfoldBack", size));
            return x.sumTo(like);
        }
        Along.checkPart("unfoldBack", x, shape("unfoldBack", like.shape(), axis, size, step));
        if (x.size() == 0) {
            return Tensor.zerosLike(like);
        }
        return windows(like.shape(), axis, size, step).add(Tensor.zerosLike(like), Dimensions.movedim(x, -1, axis + 1));
    }
}
