package dev.jacobi.tensor;

/** Matrices along the diagonal of a larger one. */
final class DiagonalBlocks {
    private DiagonalBlocks() {}

    /** With zeros around them; a vector is a row, and a 0-d tensor a matrix of one element. */
    static Tensor joined(Tensor... xs) {
        Shape shape = shape("blockDiag", xs);
        DType dtype = Checks.common(xs);
        int columns = shape.at(1);
        Object out = dtype.newArray(shape.size());
        int row = 0;
        int column = 0;
        for (Tensor x : xs) {
            Shape block = matrix(x);
            Object from = x.to(dtype).data();
            for (int i = 0; i < block.at(0); i++) {
                System.arraycopy(from, i * block.at(1), out, (row + i) * columns + column, block.at(1));
            }
            row += block.at(0);
            column += block.at(1);
        }
        return Tensor.owning(shape, dtype, out);
    }

    /** The blocks again, in the shapes and types of what they were made of. */
    static Tensor[] apart(Tensor x, Tensor... like) {
        Shape shape = shape("blockDiagBack", like);
        if (!x.shape().equals(shape)) {
            throw new ShapeMismatchException(
                    "blockDiagBack: x has shape " + x.shape() + ", but the blocks make " + shape);
        }
        Tensor[] blocks = new Tensor[like.length];
        int row = 0;
        int column = 0;
        for (int i = 0; i < like.length; i++) {
            Shape block = matrix(like[i]);
            blocks[i] = x.narrow(0, row, block.at(0))
                    .narrow(1, column, block.at(1))
                    .reshaped(like[i].shape())
                    .to(like[i].dtype());
            row += block.at(0);
            column += block.at(1);
        }
        return blocks;
    }

    private static Shape shape(String operation, Tensor... xs) {
        Checks.tensors(operation, xs);
        long rows = 0;
        long columns = 0;
        for (int i = 0; i < xs.length; i++) {
            if (xs[i].rank() > 2) {
                throw new ShapeMismatchException(operation + ": tensor " + i + " has shape " + xs[i].shape()
                        + " but must have at most 2 dimensions");
            }
            rows += matrix(xs[i]).at(0);
            columns += matrix(xs[i]).at(1);
        }
        if (Math.max(rows, columns) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(operation + ": the shape [" + rows + ", " + columns
                    + "] is too large: a tensor holds at most " + Integer.MAX_VALUE + " elements");
        }
        return Shape.of(operation, (int) rows, (int) columns);
    }

    private static Shape matrix(Tensor x) {
        return Shape.of(1, 1).slice(0, 2 - x.rank()).concat(x.shape());
    }
}
