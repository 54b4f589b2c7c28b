package dev.jacobi.tensor;

import java.util.Arrays;

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
        int[] elements = new int[Shape.of(rows.length, columns).size()];
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
        Shape checked = Shape.of(Checks.present("from", "shape", shape));
        int given = Checks.present("from", "elements", elements).length;
        if (checked.size() != given) {
            throw new ShapeMismatchException("from: " + given + " elements do not fill the shape " + checked);
        }
        return new Index(checked, elements.clone());
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
