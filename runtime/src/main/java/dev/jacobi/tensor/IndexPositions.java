package dev.jacobi.tensor;

import java.util.Arrays;

/** The positions that tensors of integers name, checked; negative ones count from the end. */
final class IndexPositions {
    private IndexPositions() {}

    /** Along a dimension; the index has one dimension. */
    static int[] along(String operation, Shape shape, int axis, Index index) {
        if (Checks.present(operation, "index", index).shape().rank() > 1) {
            throw new ShapeMismatchException(
                    operation + ": index has shape " + index.shape() + " but must have at most 1 dimension");
        }
        return along(operation, shape, axis, index.elements());
    }

    /** Along a dimension. */
    static int[] along(String operation, Shape shape, int axis, int... index) {
        int[] positions = new int[Checks.present(operation, "index", index).length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = Checks.position(operation, shape, axis, index[i]);
        }
        return positions;
    }

    /** Of elements in row-major order. */
    static Blocks flat(String operation, Tensor x, Index index) {
        Shape line = Shape.of(x.size());
        int[] elements = Checks.present(operation, "index", index).elements();
        int[] positions = new int[elements.length];
        for (int i = 0; i < positions.length; i++) {
            int at = elements[i] < 0 ? elements[i] + x.size() : elements[i];
            if (at < 0 || at >= x.size()) {
                throw new IndexOutOfBoundsException(operation + ": index " + elements[i] + " is out of bounds for the "
                        + x.size() + " elements of x with shape " + x.shape());
            }
            positions[i] = at;
        }
        return Blocks.along(line, 0, positions);
    }

    /**
     * Of elements that differ from their place in {@code index} along one dimension only: with index [i, j] along
     * dimension 1, the element [i, index[i, j]].
     */
    static Blocks gathered(String operation, Shape x, int axis, Index index) {
        Shape shape = x.atLeast1d();
        Shape part = Checks.present(operation, "index", index).shape().atLeast1d();
        if (!fits(part, shape, axis) && part.size() > 0) {
            throw new ShapeMismatchException(operation + ": x has shape " + x + " and index has shape " + index.shape()
                    + "; they must have as many dimensions, and index be no longer than x in any but dimension "
                    + axis);
        }
        int[] positions = new int[part.size()];
        int[] counter = new int[part.rank()];
        for (int t = 0; t < positions.length; t++) {
            int position = 0;
            for (int i = 0; i < counter.length; i++) {
                int at = i == axis ? Checks.position(operation, shape, axis, index.elements()[t]) : counter[i];
                position = position * shape.at(i) + at;
            }
            positions[t] = position;
            step(counter, part);
        }
        return new Blocks(1, shape.size(), positions, 1);
    }

    /** Whether a shape is no longer than another in any dimension but the axis. */
    static boolean fits(Shape part, Shape shape, int axis) {
        boolean fits = part.rank() == shape.rank();
        for (int i = 0; fits && i < part.rank(); i++) {
            fits = i == axis || part.at(i) <= shape.at(i);
        }
        return fits;
    }

    /** Counts on in row-major order. */
    private static void step(int[] counter, Shape shape) {
        for (int i = counter.length - 1; i >= 0 && ++counter[i] == shape.at(i); i--) {
            counter[i] = 0;
        }
    }

    /** Of the parts at [i, j, …] for the integers i, j, … at one place of the indices, which are broadcast. */
    static Blocks indexed(String operation, Shape shape, Index... indices) {
        Shape places = places(operation, shape, indices);
        int[] positions = new int[places.size()];
        int blocks = 1;
        for (int axis = 0; axis < indices.length; axis++) {
            int[] at = along(operation, shape, axis, expanded(indices[axis], places));
            for (int i = 0; i < positions.length; i++) {
                positions[i] = positions[i] * shape.at(axis) + at[i];
            }
            blocks *= shape.at(axis);
        }
        return new Blocks(1, blocks, positions, shape.span(indices.length, shape.rank()));
    }

    /** The shape that the indices are broadcast to. */
    static Shape places(String operation, Shape shape, Index... indices) {
        Checks.present(operation, "the array of indices", indices);
        if (indices.length == 0 || indices.length > shape.rank()) {
            throw new IndexOutOfBoundsException(operation + ": " + indices.length + " indices for x with shape " + shape
                    + "; there must be one at least, and one for each dimension at most");
        }
        Shape places = Shape.SCALAR;
        for (int i = 0; i < indices.length; i++) {
            Shape next = Checks.present(operation, "index " + i, indices[i]).shape();
            places = Masks.shape(operation, "index " + i, next, "what the indices before it broadcast to", places);
        }
        return places;
    }

    /** The elements stretched to a shape that they fit; the index's own array if there is nothing to do. */
    static int[] expanded(Index index, Shape to) {
        if (index.shape().size() == to.size()) {
            return index.elements();
        }
        double[] numbers = (double[]) Broadcasting.expandedData(index.toTensor(DType.FLOAT64), to);
        return Arrays.stream(numbers).mapToInt(x -> (int) x).toArray();
    }
}
