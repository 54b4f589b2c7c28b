package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * The lengths of a tensor's dimensions, immutable. A shape without dimensions, {@code []}, is that of a single number.
 */
public final class Shape {
    static final Shape SCALAR = new Shape("", new int[0]);

    private final int[] dims;
    private final int size;

    private Shape(String operation, int[] dims) {
        this.dims = dims;
        this.size = checkedSize(operation, dims);
    }

    /**
     * The shape with these lengths.
     *
     * @throws IllegalArgumentException if a length is negative, or the number of elements exceeds an {@code int}
     */
    public static Shape of(int... dims) {
        return of("", Checks.present("of", "dims", dims));
    }

    /** The shape with these lengths, which the operation has been given. */
    static Shape of(String operation, int... dims) {
        return owning(operation, dims.clone());
    }

    /** The shape with these lengths; the array is kept and must not be changed any more. */
    static Shape owning(int[] dims) {
        return owning("", dims);
    }

    /** The shape with these lengths, which the operation computed; the array is kept. */
    static Shape owning(String operation, int[] dims) {
        return dims.length == 0 ? SCALAR : new Shape(operation, dims);
    }

    private static int checkedSize(String operation, int[] dims) {
        long size = 1;
        for (int dim : dims) {
            if (dim < 0 || size > Integer.MAX_VALUE) {
                return emptyOrRefused(operation, dims);
            }
            size *= dim;
        }
        return size > Integer.MAX_VALUE ? emptyOrRefused(operation, dims) : (int) size;
    }

    /** Where a length is negative, or some make too many elements, unless another is 0. */
    private static int emptyOrRefused(String operation, int[] dims) {
        boolean empty = false;
        for (int dim : dims) {
            if (dim < 0) {
                throw new IllegalArgumentException(
                        prefix(operation) + "the shape " + Arrays.toString(dims) + " has a negative dimension");
            }
            empty |= dim == 0;
        }
        if (!empty) {
            throw new IllegalArgumentException(prefix(operation) + "the shape " + Arrays.toString(dims)
                    + " has too many elements: a tensor holds at most " + Integer.MAX_VALUE);
        }
        return 0;
    }

    private static String prefix(String operation) {
        return operation.isEmpty() ? "" : operation + ": ";
    }

    /** The number of dimensions. */
    public int rank() {
        return dims.length;
    }

    /**
     * The length of a dimension; negative numbers count from the last, which is {@code -1}.
     *
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public int dim(int i) {
        return dims[ownAxis("dim", i)];
    }

    /** The number of elements: the product of the dimensions, 1 if there are none. */
    public int size() {
        return size;
    }

    /** A copy of the lengths. */
    public int[] toArray() {
        return dims.clone();
    }

    /**
     * The shape that tensors of these two shapes are stretched to by an elementwise operation: aligned at the last
     * dimension, lengths must agree or be 1, and missing dimensions count as 1. PyTorch: {@code broadcast_shapes}.
     *
     * @throws ShapeMismatchException if they don't fit
     */
    public static Shape broadcast(Shape a, Shape b) {
        return Broadcasting.shape("broadcast", a, b);
    }

    /**
     * The index of the dimension {@code dim} along which an operation goes; it may be negative, and the operation's
     * name is for the message. As in PyTorch a shape without dimensions has 0 and −1 all the same: one of length 1,
     * which {@link #at}, {@link #with} and {@link #without} know of, and which no result has.
     */
    int axis(String operation, int dim) {
        if (dims.length > 0) {
            return ownAxis(operation, dim);
        }
        if (dim != 0 && dim != -1) {
            throw new IndexOutOfBoundsException(
                    operation + ": x has shape [] and so no dimension " + dim + ", but 0, or -1, of length 1");
        }
        return 0;
    }

    /** The same for operations that a shape without dimensions doesn't take, since they part or join dimensions. */
    int ownAxis(String operation, int dim) {
        int axis = dim < 0 ? dim + dims.length : dim;
        if (axis < 0 || axis >= dims.length) {
            throw new IndexOutOfBoundsException(operation + ": x has shape " + this + " and so no dimension " + dim
                    + (dims.length == 0
                            ? ""
                            : "; its dimensions are 0 to " + (dims.length - 1) + ", or -1 to -" + dims.length));
        }
        return axis;
    }

    /** The length of dimension {@code axis}, which is not negative. */
    int at(int axis) {
        return isNumber(axis) ? 1 : dims[axis];
    }

    /** Whether the axis is the one that {@link #axis} gives of a shape without dimensions. */
    private boolean isNumber(int axis) {
        return dims.length == 0 && axis == 0;
    }

    /** The number of elements of dimensions {@code from} (inclusive) to {@code to} (exclusive). */
    int span(int from, int to) {
        long product = 1;
        for (int i = from; i < to && product <= Integer.MAX_VALUE; i++) {
            product *= dims[i];
        }
        if (product > Integer.MAX_VALUE) { // only where another dimension is empty
            throw new IllegalArgumentException("the shape " + this + " has too many elements in dimensions " + from
                    + " to " + (to - 1) + ": a tensor holds at most " + Integer.MAX_VALUE);
        }
        return (int) product;
    }

    /** This shape with another length in one dimension. */
    Shape with(int axis, int length) {
        return with("", axis, length);
    }

    /** The same, for an operation to name in the message if that is too large. */
    Shape with(String operation, int axis, int length) {
        if (isNumber(axis)) {
            return stillNumber(operation, length);
        }
        int[] result = dims.clone();
        result[axis] = length;
        return owning(operation, result);
    }

    private Shape stillNumber(String operation, int length) {
        if (length != 1) {
            throw new ShapeMismatchException(
                    prefix(operation) + "x has shape [], and so one element along a dimension, not " + length);
        }
        return this;
    }

    /** This shape, in which a single number has one dimension, of length 1. */
    Shape atLeast1d() {
        return dims.length == 0 ? of(1) : this;
    }

    /** This shape without one dimension. */
    Shape without(int axis) {
        if (isNumber(axis)) {
            return this;
        }
        int[] result = new int[dims.length - 1];
        System.arraycopy(dims, 0, result, 0, axis);
        System.arraycopy(dims, axis + 1, result, axis, result.length - axis);
        return owning(result);
    }

    /** This shape with a dimension of the given length inserted before {@code axis}. */
    Shape inserting(int axis, int length) {
        return inserting("", axis, length);
    }

    /** The same, for an operation to name in the message if that is too large. */
    Shape inserting(String operation, int axis, int length) {
        int[] result = new int[dims.length + 1];
        System.arraycopy(dims, 0, result, 0, axis);
        result[axis] = length;
        System.arraycopy(dims, axis, result, axis + 1, dims.length - axis);
        return owning(operation, result);
    }

    /** The dimensions of this from {@code from} to {@code to}, exclusive. */
    Shape slice(int from, int to) {
        return owning(Arrays.copyOfRange(dims, from, to));
    }

    /** The dimensions of this followed by those of {@code tail}. */
    Shape concat(Shape tail) {
        return concat("", tail);
    }

    /** The same, for an operation to name in the message if that is too large. */
    Shape concat(String operation, Shape tail) {
        int[] result = Arrays.copyOf(dims, dims.length + tail.dims.length);
        System.arraycopy(tail.dims, 0, result, dims.length, tail.dims.length);
        return owning(operation, result);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Shape shape && same(dims, shape.dims);
    }

    /** As {@code Arrays.equals}, but quicker on arrays of two or three elements. */
    private static boolean same(int[] a, int[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** The lengths as {@code [2, 3]}. */
    @Override
    public String toString() {
        return Arrays.toString(dims);
    }
}
