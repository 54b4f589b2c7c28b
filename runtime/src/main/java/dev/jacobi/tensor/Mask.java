package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * An immutable tensor of truth values: what comparisons give, and {@link Tensor#where} takes. It carries no derivative.
 */
public final class Mask {
    private final Shape shape;
    private final boolean[] elements;

    /** A mask that keeps the array, which must not be changed any more. */
    Mask(Shape shape, boolean[] elements) {
        this.shape = shape;
        this.elements = elements;
    }

    /**
     * The mask with these elements, row by row.
     *
     * @throws ShapeMismatchException if there are more or fewer of them than the shape has
     */
    public static Mask from(boolean[] elements, int... shape) {
        Shape checked = Shape.of("from", Checks.present("from", "shape", shape));
        if (checked.size() != Checks.present("from", "elements", elements).length) {
            throw new ShapeMismatchException("from: " + elements.length + " elements do not fill the shape " + checked);
        }
        return new Mask(checked, elements.clone());
    }

    /** The n×n mask that is true on the diagonal. */
    public static Mask eye(int n) {
        boolean[] elements = new boolean[Shape.of("eye", n, n).size()];
        for (int i = 0; i < n; i++) {
            elements[i * n + i] = true;
        }
        return new Mask(Shape.of(n, n), elements);
    }

    /** The shape. */
    public Shape shape() {
        return shape;
    }

    boolean[] elements() {
        return elements;
    }

    /**
     * The element at a full index; negative entries count from the end.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public boolean get(int... index) {
        Checks.present("get", "index", index);
        if (index.length != shape.rank()) {
            throw new IndexOutOfBoundsException("get: the index " + Arrays.toString(index) + " must have "
                    + shape.rank() + " entries, as the mask has shape " + shape);
        }
        return elements[Slices.offset("get", shape, index)];
    }

    /**
     * True where both are; the operands are broadcast. PyTorch: {@code logical_and}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Mask and(Mask other) {
        Checks.present("and", "other", other);
        Shape wide = Broadcasting.shape("and", shape, other.shape);
        boolean[] a = Masks.expanded(this, wide);
        boolean[] b = Masks.expanded(other, wide);
        boolean[] out = new boolean[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] && b[i];
        }
        return new Mask(wide, out);
    }

    /**
     * True where either is; the operands are broadcast. PyTorch: {@code logical_or}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Mask or(Mask other) {
        Checks.present("or", "other", other);
        Shape wide = Broadcasting.shape("or", shape, other.shape);
        boolean[] a = Masks.expanded(this, wide);
        boolean[] b = Masks.expanded(other, wide);
        boolean[] out = new boolean[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] || b[i];
        }
        return new Mask(wide, out);
    }

    /**
     * True where exactly one is; the operands are broadcast. PyTorch: {@code logical_xor}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Mask xor(Mask other) {
        Checks.present("xor", "other", other);
        Shape wide = Broadcasting.shape("xor", shape, other.shape);
        boolean[] a = Masks.expanded(this, wide);
        boolean[] b = Masks.expanded(other, wide);
        boolean[] out = new boolean[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] ^ b[i];
        }
        return new Mask(wide, out);
    }

    /** True where this is false. PyTorch: {@code logical_not}. */
    public Mask not() {
        boolean[] out = new boolean[elements.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = !elements[i];
        }
        return new Mask(shape, out);
    }

    /** Whether any element is true; false for an empty mask. */
    public boolean any() {
        return count() > 0;
    }

    /** Whether all elements are true; true for an empty mask. */
    public boolean all() {
        return count() == elements.length;
    }

    /** Whether any is true along dimension {@code dim}, which is dropped. PyTorch: {@code any(dim)}. */
    public Mask any(int dim) {
        return any(dim, false);
    }

    /**
     * Whether any is true along dimension {@code dim}, which is dropped or kept. PyTorch: {@code any(dim, keepdim)}.
     */
    public Mask any(int dim, boolean keepDim) {
        int axis = shape.axis("any", dim);
        return Reductions.sum(toTensor(DType.FLOAT64), axis, keepDim).gt(0);
    }

    /** Whether all are true along dimension {@code dim}, which is dropped. PyTorch: {@code all(dim)}. */
    public Mask all(int dim) {
        return all(dim, false);
    }

    /**
     * Whether all are true along dimension {@code dim}, which is dropped or kept. PyTorch: {@code all(dim, keepdim)}.
     */
    public Mask all(int dim, boolean keepDim) {
        int axis = shape.axis("all", dim);
        return Reductions.sum(toTensor(DType.FLOAT64), axis, keepDim).ge(shape.at(axis));
    }

    /** The number of true elements. PyTorch: {@code count_nonzero}. */
    public int count() {
        int count = 0;
        for (boolean element : elements) {
            count += element ? 1 : 0;
        }
        return count;
    }

    /** The number of elements. PyTorch: {@code numel}. */
    public int size() {
        return elements.length;
    }

    /**
     * The same elements, row by row, in another shape, one dimension of which may be −1 for whatever is left. PyTorch:
     * {@code reshape}.
     *
     * @throws ShapeMismatchException if the shape has more or fewer elements
     */
    public Mask reshape(int... shape) {
        Checks.present("reshape", "shape", shape);
        return new Mask(Shape.owning("reshape", Rearranging.resolved("reshape", this.shape, shape)), elements);
    }

    /** Where the elements are true: a row of indices for each, in row-major order. PyTorch: {@code nonzero}. */
    public Index nonzero() {
        return Masking.nonzero(this);
    }

    /**
     * Where the elements are true: the indices along each dimension, in row-major order, as {@link Tensor#index} takes
     * them. PyTorch: {@code where(mask)}. NumPy: {@code nonzero}.
     */
    public Index[] where() {
        return Masking.where(this);
    }

    /** A copy of the elements, row by row. */
    public boolean[] toBooleanArray() {
        return elements.clone();
    }

    /** Ones where this is true, zeros elsewhere. */
    public Tensor toTensor(DType dtype) {
        Checks.present("toTensor", "dtype", dtype);
        if (dtype == DType.FLOAT32) {
            float[] out = new float[elements.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = elements[i] ? 1 : 0;
            }
            return new Tensor(shape, out);
        }
        double[] out = new double[elements.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = elements[i] ? 1 : 0;
        }
        return new Tensor(shape, out);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Mask mask && shape.equals(mask.shape) && Arrays.equals(elements, mask.elements);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(elements);
    }

    /** The elements as ones and zeros, and the size. */
    @Override
    public String toString() {
        return Printing.print(toTensor(DType.FLOAT32), "Mask");
    }
}
