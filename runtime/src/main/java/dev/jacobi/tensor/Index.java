package dev.jacobi.tensor;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/**
 * An immutable tensor of integers: positions along a dimension, as {@code gather} takes and {@code argsort} gives them.
 * It carries no derivative. PyTorch: a LongTensor; NumPy: an array of integers.
 */
public final class Index {
    private final Shape shape;
    private final int[] elements;

    /** An index that keeps the array, which must not be changed any more. */
    Index(Shape shape, int[] elements) {
        this.shape = shape;
        this.elements = elements;
    }

    /** The index of one dimension with these elements. */
    public static Index of(int... elements) {
        Checks.present("of", "elements", elements);
        return new Index(Shape.of(elements.length), elements.clone());
    }

    /**
     * The index with these rows.
     *
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Index of(int[][] rows) {
        Checks.present("of", "rows", rows);
        int columns = rows.length == 0 ? 0 : Checks.present("of", "rows[0]", rows[0]).length;
        int[] elements = new int[Shape.of("of", rows.length, columns).size()];
        for (int i = 0; i < rows.length; i++) {
            int length = Checks.present("of", "rows[" + i + "]", rows[i]).length;
            if (length != columns) {
                throw new IllegalArgumentException(
                        "of: row " + i + " has " + length + " elements, but row 0 has " + columns);
            }
            System.arraycopy(rows[i], 0, elements, i * columns, columns);
        }
        return new Index(Shape.of(rows.length, columns), elements);
    }

    /**
     * The index of a shape with these elements, row by row.
     *
     * @throws ShapeMismatchException if there are more or fewer of them than the shape has
     */
    public static Index from(int[] elements, int... shape) {
        Shape checked = Shape.of("from", Checks.present("from", "shape", shape));
        int given = Checks.present("from", "elements", elements).length;
        if (checked.size() != given) {
            throw new ShapeMismatchException("from: " + given + " elements do not fill the shape " + checked);
        }
        return new Index(checked, elements.clone());
    }

    /** The integers 0, 1, …, n − 1. PyTorch: {@code arange}. */
    public static Index arange(int n) {
        return arange(0, n);
    }

    /**
     * The integers from {@code start} on and before {@code end}. PyTorch: {@code arange}.
     *
     * @throws IllegalArgumentException if the end is before the start, or there are too many
     */
    public static Index arange(int start, int end) {
        long length = (long) end - start;
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "arange: there are " + length + " integers from " + start + " on and before " + end);
        }
        int[] elements = new int[(int) length];
        Arrays.setAll(elements, i -> start + i);
        return new Index(Shape.of(elements.length), elements);
    }

    /**
     * The same integers, row by row, in another shape, one dimension of which may be −1 for whatever is left. PyTorch:
     * {@code reshape}.
     *
     * @throws ShapeMismatchException if the shape has more or fewer elements
     */
    public Index reshape(int... shape) {
        Checks.present("reshape", "shape", shape);
        return new Index(Shape.owning("reshape", Rearranging.resolved("reshape", this.shape, shape)), elements);
    }

    /** Each integer and {@code y}, added as Java does it. PyTorch: {@code add}. */
    public Index add(int y) {
        return new Index(shape, Arrays.stream(elements).map(x -> x + y).toArray());
    }

    /** Each integer and {@code y}, multiplied as Java does it. PyTorch: {@code mul}. */
    public Index mul(int y) {
        return new Index(shape, Arrays.stream(elements).map(x -> x * y).toArray());
    }

    /** Where the integers are {@code y}. PyTorch: {@code eq}. */
    public Mask eq(int y) {
        return where(x -> x == y);
    }

    /** Where the integers aren't {@code y}. PyTorch: {@code ne}. */
    public Mask ne(int y) {
        return where(x -> x != y);
    }

    /** Where the integers are below {@code y}. PyTorch: {@code lt}. */
    public Mask lt(int y) {
        return where(x -> x < y);
    }

    /** Where the integers are {@code y} or more. PyTorch: {@code ge}. */
    public Mask ge(int y) {
        return where(x -> x >= y);
    }

    /**
     * Where the integers equal those of {@code y}; the operands are broadcast. PyTorch: {@code eq}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Mask eq(Index y) {
        Shape wide = Broadcasting.shape("eq", shape, Checks.present("eq", "y", y).shape);
        int[] a = IndexPositions.expanded(this, wide);
        int[] b = IndexPositions.expanded(y, wide);
        boolean[] out = new boolean[wide.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] == b[i];
        }
        return new Mask(wide, out);
    }

    private Mask where(IntPredicate condition) {
        boolean[] out = new boolean[elements.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = condition.test(elements[i]);
        }
        return new Mask(shape, out);
    }

    /**
     * Integers from {@code low} to below {@code high}, all equally likely. PyTorch: {@code randint}.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Index randint(RandomGenerator random, int low, int high, int... shape) {
        return Sequences.randint(random, low, high, shape);
    }

    /** The integers from 0 to below {@code n} in a random order, all equally likely. PyTorch: {@code randperm}. */
    public static Index randperm(RandomGenerator random, int n) {
        return Sequences.randperm(random, n);
    }

    /** The shape. */
    public Shape shape() {
        return shape;
    }

    /** The number of elements. */
    public int size() {
        return elements.length;
    }

    int[] elements() {
        return elements;
    }

    /**
     * The element at a full index; negative entries count from the end.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public int get(int... index) {
        int offset = Slices.offset("get", shape, index);
        if (index.length != shape.rank()) {
            throw new IndexOutOfBoundsException("get: the index " + Arrays.toString(index) + " must have "
                    + shape.rank() + " entries, as the tensor of integers has shape " + shape);
        }
        return elements[offset];
    }

    /** A copy of the elements, row by row. */
    public int[] toIntArray() {
        return elements.clone();
    }

    /** These integers as numbers. */
    public Tensor toTensor(DType dtype) {
        double[] out = new double[elements.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = elements[i];
        }
        return new Tensor(shape, out).to(Checks.present("toTensor", "dtype", dtype));
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Index index && shape.equals(index.shape) && Arrays.equals(elements, index.elements);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(elements);
    }

    /** The elements as a tensor prints them, and the size. */
    @Override
    public String toString() {
        return Printing.print(toTensor(DType.FLOAT64), "Index");
    }
}
