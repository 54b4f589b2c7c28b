package dev.jacobi.tensor;

/** Diagonals of matrices, what is above and below them, and the updates that are adjoint to taking them. */
final class Diagonals {
    private Diagonals() {}

    /**
     * Where a diagonal lies: its element i at {@code first + i · step}, counted in the shape with its two dimensions
     * removed to the end.
     *
     * @param count the number of its elements
     */
    private record Line(int dim1, int dim2, int first, int step, int count) {

        static Line of(String operation, Shape shape, int offset, int dim1, int dim2) {
            if (shape.rank() < 2) {
                throw new ShapeMismatchException(
                        operation + ": x has shape " + shape + " but must have at least 2 dimensions");
            }
            int axis1 = shape.ownAxis(operation, dim1);
            int axis2 = shape.ownAxis(operation, dim2);
            if (axis1 == axis2) {
                throw new IllegalArgumentException(operation + ": dim1 and dim2 are both dimension " + axis1
                        + " of x with shape " + shape + ", but must differ");
            }
            int rows = shape.at(axis1);
            int columns = shape.at(axis2);
            long count = Math.min(
                    offset >= 0 ? rows : (long) rows + offset, offset >= 0 ? (long) columns - offset : columns);
            int first = count <= 0 ? 0 : offset >= 0 ? offset : -offset * columns;
            return new Line(axis1, axis2, first, columns + 1, (int) Math.max(0, count));
        }

        /** The positions of all diagonals of tensors of this shape, one after the other. */
        Blocks in(Shape shape) {
            int[] map = new int[Math.multiplyExact(rest(shape).size(), count)];
            int[] counter = new int[shape.rank()];
            int stride1 = shape.span(dim1 + 1, shape.rank());
            int stride2 = shape.span(dim2 + 1, shape.rank());
            int columns = Math.max(1, shape.at(dim2));
            for (int t = 0; t < map.length; ) {
                int start = 0;
                for (int i = 0; i < counter.length; i++) {
                    start = start * shape.at(i) + counter[i];
                }
                for (int i = 0; i < count; i++) {
                    int at = first + i * step;
                    map[t++] = start + at / columns * stride1 + at % columns * stride2;
                }
                int i = counter.length - 1;
                while (i >= 0 && (i == dim1 || i == dim2 || ++counter[i] == shape.at(i))) {
                    counter[i] = 0;
                    i--;
                }
            }
            return new Blocks(1, shape.size(), map, 1);
        }

        private Shape rest(Shape shape) {
            return shape.without(Math.max(dim1, dim2)).without(Math.min(dim1, dim2));
        }

        Shape shape(Shape whole) {
            Shape rest = rest(whole);
            return rest.inserting(rest.rank(), count);
        }
    }

    static Tensor diagonal(Tensor x, int offset, int dim1, int dim2) {
        return diagonal("diagonal", x, offset, dim1, dim2);
    }

    private static Tensor diagonal(String operation, Tensor x, int offset, int dim1, int dim2) {
        Line line = Line.of(operation, x.shape(), offset, dim1, dim2);
        return Tensor.owning(
                line.shape(x.shape()), x.dtype(), line.in(x.shape()).pick(x));
    }

    static Tensor diagonalScatter(Tensor x, Tensor src, int offset, int dim1, int dim2) {
        Line line = Line.of("diagonalScatter", x.shape(), offset, dim1, dim2);
        Along.checkPart("diagonalScatter", src, line.shape(x.shape()));
        return line.in(x.shape()).put(x, src);
    }

    static Tensor diagEmbed(Tensor x, int offset, int dim1, int dim2) {
        return diagEmbed("diagEmbed", x, offset, dim1, dim2);
    }

    private static Tensor diagEmbed(String operation, Tensor x, int offset, int dim1, int dim2) {
        if (x.rank() == 0) {
            throw new ShapeMismatchException(operation + ": x has shape [] but must have at least 1 dimension");
        }
        int axis1 = inserted(operation, x, dim1);
        int axis2 = inserted(operation, x, dim2);
        if (axis1 == axis2) {
            throw new IllegalArgumentException(
                    operation + ": dim1 and dim2 are both dimension " + axis1 + " of the result, but must differ");
        }
        long side = x.shape().at(x.rank() - 1) + Math.abs((long) offset);
        int length = (int) Math.min(side, Integer.MAX_VALUE);
        Shape shape = x.shape()
                .without(x.rank() - 1)
                .inserting(operation, Math.min(axis1, axis2), length)
                .inserting(operation, Math.max(axis1, axis2), length);
        Line line = Line.of(operation, shape, offset, axis1, axis2);
        return line.in(shape).put(Creation.filled(0, x.dtype(), shape), x);
    }

    /** A dimension of the result, which has one more than {@code x}. */
    private static int inserted(String operation, Tensor x, int dim) {
        int axis = dim < 0 ? dim + x.rank() + 1 : dim;
        if (axis < 0 || axis > x.rank()) {
            throw new IndexOutOfBoundsException(operation + ": the result of x with shape " + x.shape()
                    + " has no dimension " + dim + "; its dimensions are 0 to " + x.rank() + ", or -1 to -"
                    + (x.rank() + 1));
        }
        return axis;
    }

    static Tensor diag(Tensor x, int offset) {
        if (x.rank() != 1 && x.rank() != 2) {
            throw new ShapeMismatchException(
                    "diag: x has shape " + x.shape() + " but must have 1 or 2 dimensions; see diagonal and diagEmbed");
        }
        return x.rank() == 1 ? diagEmbed("diag", x, offset, 0, 1) : diagonal("diag", x, offset, 0, 1);
    }

    /** The adjoint of {@link #diag} of a tensor like this. */
    static Tensor diagBack(Tensor x, Tensor like, int offset) {
        if (Checks.present("diagBack", "like", like).rank() == 1) {
            return diagonal("diagBack", x, offset, 0, 1).to(like.dtype());
        }
        Line line = Line.of("diagBack", like.shape(), offset, 0, 1);
        Along.checkPart("diagBack", x, line.shape(like.shape()));
        return line.in(like.shape()).put(Tensor.zerosLike(like), x);
    }

    /** What is on and above the diagonal of the last two dimensions, zeros elsewhere; or on and below it. */
    static Tensor triangle(String operation, Tensor x, int offset, boolean upper) {
        if (x.rank() < 2) {
            throw new ShapeMismatchException(
                    operation + ": x has shape " + x.shape() + " but must have at least 2 dimensions");
        }
        int columns = x.dim(-1);
        int rows = x.dim(-2);
        Object out = x.dtype().newArray(x.size());
        for (int row = 0; row < x.size() / Math.max(1, columns); row++) {
            long diagonal = (long) (row % rows) + offset;
            int from = upper ? (int) Math.max(0, Math.min(columns, diagonal)) : 0;
            int to = upper ? columns : (int) Math.max(0, Math.min(columns, diagonal + 1));
            System.arraycopy(x.data(), row * columns + from, out, row * columns + from, to - from);
        }
        return Tensor.owning(x.shape(), x.dtype(), out);
    }
}
