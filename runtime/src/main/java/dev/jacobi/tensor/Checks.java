package dev.jacobi.tensor;

import java.util.Arrays;

/** What several operations demand of their arguments, and the messages if they don't get it. */
final class Checks {
    private Checks() {}

    /** Throws unless the argument is there. */
    static <T> T present(String operation, String argument, T value) {
        if (value == null) {
            throw new NullPointerException(operation + ": " + argument + " is null");
        }
        return value;
    }

    /** Throws unless the array and all its entries are there, and it has one. */
    static void tensors(String operation, Tensor... xs) {
        present(operation, "the array of tensors", xs);
        if (xs.length == 0) {
            throw new IllegalArgumentException(operation + ": needs at least one tensor");
        }
        for (int i = 0; i < xs.length; i++) {
            present(operation, "tensor " + i, xs[i]);
        }
    }

    /** Throws unless {@code x} has the given rank. */
    static void rank(String operation, String argument, Tensor x, int rank) {
        if (present(operation, argument, x).rank() != rank) {
            throw new ShapeMismatchException(operation + ": " + argument + " has shape " + x.shape() + " but must have "
                    + rank + (rank == 1 ? " dimension" : " dimensions"));
        }
    }

    /** Throws if {@code x} is empty. */
    static void some(String operation, Tensor x) {
        if (x.size() == 0) {
            throw new IllegalArgumentException(operation + ": x has shape " + x.shape() + " and so no elements");
        }
    }

    /** Throws if the dimension of {@code x} is empty. */
    static void some(String operation, Tensor x, int axis) {
        if (x.shape().at(axis) == 0) {
            throw new IllegalArgumentException(
                    operation + ": dimension " + axis + " of x with shape " + x.shape() + " is empty");
        }
    }

    /**
     * The type in which two tensors are combined. As in PyTorch a 0-d tensor, like a number, doesn't promote one that
     * has dimensions.
     */
    static DType common(Tensor x, Tensor y) {
        if (x.dtype() == y.dtype()) {
            return x.dtype();
        }
        if ((x.rank() == 0) != (y.rank() == 0)) {
            return x.rank() == 0 ? y.dtype() : x.dtype();
        }
        return DType.promote(x.dtype(), y.dtype());
    }

    /** The type in which several tensors are put together. */
    static DType common(Tensor... xs) {
        boolean someDims = Arrays.stream(xs).anyMatch(x -> x.rank() > 0);
        return Arrays.stream(xs)
                .filter(x -> x.rank() > 0 || !someDims)
                .map(Tensor::dtype)
                .reduce(DType.FLOAT32, DType::promote);
    }

    /** The position that an index, negative ones counting from the end, has in a dimension. */
    static int position(String operation, Shape shape, int axis, int index) {
        int length = shape.at(axis);
        int position = index < 0 ? index + length : index;
        if (position < 0 || position >= length) {
            throw new IndexOutOfBoundsException(operation + ": index " + index + " is out of bounds for dimension "
                    + axis + " of x with shape " + shape);
        }
        return position;
    }
}
