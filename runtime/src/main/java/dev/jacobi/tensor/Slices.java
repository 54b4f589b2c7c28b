package dev.jacobi.tensor;

import java.util.Arrays;

/** Taking contiguous parts out of tensors, and putting them into zeros: each the adjoint of the other. */
final class Slices {
    private Slices() {}

    /** Where the sub-tensor at an index, which may be shorter than the rank, begins. */
    static int offset(String operation, Shape shape, int... index) {
        Checks.present(operation, "index", index);
        if (index.length > shape.rank()) {
            throw new IndexOutOfBoundsException(operation + ": the index " + Arrays.toString(index)
                    + " has more entries than x with shape " + shape + " has dimensions");
        }
        int offset = 0;
        for (int i = 0; i < index.length; i++) {
            offset = offset * shape.at(i) + Checks.position(operation, shape, i, index[i]);
        }
        return offset * shape.span(index.length, shape.rank());
    }

    static Tensor get(Tensor x, int... index) {
        int offset = offset("get", x.shape(), index);
        Shape shape = x.shape().slice(index.length, x.rank());
        Object out = x.dtype().newArray(shape.size());
        System.arraycopy(x.data(), offset, out, 0, shape.size());
        return Tensor.owning(shape, x.dtype(), out);
    }

    static Tensor placed(Tensor x, Tensor like, int... index) {
        Checks.present("placed", "like", like);
        int offset = offset("placed", like.shape(), index);
        Shape slot = like.shape().slice(index.length, like.rank());
        if (!slot.equals(x.shape())) {
            throw new ShapeMismatchException("placed: x has shape " + x.shape() + ", but the place "
                    + Arrays.toString(index) + " of a tensor of shape " + like.shape() + " has shape " + slot);
        }
        Object out = like.dtype().newArray(like.size());
        System.arraycopy(x.to(like.dtype()).data(), 0, out, offset, x.size());
        return Tensor.owning(like.shape(), like.dtype(), out);
    }

    static Tensor narrow(Tensor x, int axis, int start, int length) {
        return narrow("narrow", x, axis, start, length);
    }

    static Tensor narrow(String operation, Tensor x, int axis, int first, int length) {
        int whole = x.shape().at(axis);
        int start = first < 0 ? first + whole : first;
        if (start < 0 || length < 0 || start > whole - length) {
            throw new IndexOutOfBoundsException(operation + ": " + length + " from " + first
                    + " on is out of bounds for dimension " + axis + " of x with shape " + x.shape());
        }
        Shape shape = x.shape().with(axis, length);
        Object out = x.dtype().newArray(shape.size());
        int inner = shape.span(axis + 1, shape.rank());
        int outer = shape.span(0, axis);
        for (int o = 0; o < outer; o++) {
            System.arraycopy(x.data(), (o * whole + start) * inner, out, o * length * inner, length * inner);
        }
        return Tensor.owning(shape, x.dtype(), out);
    }

    static Tensor placedAt(Tensor x, Tensor like, int dim, int first) {
        Checks.present("placedAt", "like", like);
        return placedAt(x, like.shape(), like.dtype(), dim, first);
    }

    static Tensor placedAt(Tensor x, Shape shape, DType dtype, int dim, int first) {
        int axis = shape.ownAxis("placedAt", dim);
        int start = first < 0 ? first + shape.at(axis) : first;
        boolean fits =
                x.rank() == shape.rank() && shape.with(axis, x.shape().at(axis)).equals(x.shape());
        if (!fits || start < 0 || start > shape.at(axis) - x.shape().at(axis)) {
            throw new ShapeMismatchException("placedAt: x has shape " + x.shape() + " and does not fit into dimension "
                    + axis + " of the shape " + shape + " from " + first + " on");
        }
        Object out = dtype.newArray(shape.size());
        put(x.to(dtype), out, shape, axis, start);
        return Tensor.owning(shape, dtype, out);
    }

    /**
     * The first elements in every dimension: as many as the shape says, which has the same dimensions and is smaller.
     */
    static Tensor corner(Tensor x, Shape shape) {
        Tensor corner = x.reshaped(x.shape().atLeast1d());
        for (int axis = 0; axis < Math.max(shape.rank(), 1); axis++) {
            corner = narrow("corner", corner, axis, 0, shape.at(axis));
        }
        return corner.reshaped(shape);
    }

    /** The adjoint of {@link #corner} for a tensor like this. */
    static Tensor placedInCorner(Tensor x, Tensor like) {
        Tensor placed = x.reshaped(x.shape().atLeast1d()).to(like.dtype());
        for (int axis = 0; axis < placed.rank(); axis++) {
            placed = placedAt(placed, placed.shape().with(axis, like.shape().at(axis)), like.dtype(), axis, 0);
        }
        return placed.reshaped(like.shape());
    }

    /** Each tensor of a stack placed in zeros of the shape of {@code like}: {@code whole} is the shape of them all. */
    static Tensor placedEach(Tensor stack, Tensor like, Shape whole, int... index) {
        int offset = offset("placed", like.shape(), index);
        Shape slot = like.shape().slice(index.length, like.rank());
        if (!slot.equals(stack.shape().slice(1, stack.rank()))) {
            throw new ShapeMismatchException("placed: the stack has shape " + stack.shape() + ", but the place "
                    + Arrays.toString(index) + " of a tensor of shape " + like.shape() + " has shape " + slot);
        }
        Object out = like.dtype().newArray(whole.size());
        Object parts = stack.to(like.dtype()).data();
        for (int i = 0; i < whole.at(0); i++) {
            System.arraycopy(parts, i * slot.size(), out, i * like.size() + offset, slot.size());
        }
        return Tensor.owning(whole, like.dtype(), out);
    }

    /** Copies {@code x} into an array of the given shape, from {@code start} on in dimension {@code axis}. */
    static void put(Tensor x, Object out, Shape shape, int axis, int start) {
        int inner = shape.span(axis + 1, shape.rank());
        int outer = shape.span(0, axis);
        int length = x.shape().at(axis);
        for (int o = 0; o < outer; o++) {
            System.arraycopy(x.data(), o * length * inner, out, (o * shape.at(axis) + start) * inner, length * inner);
        }
    }
}
