package dev.jacobi.tensor;

/**
 * The adjoints of r = x·y over all ranks: x̄ = r̄·yᵀ and ȳ = xᵀ·r̄, where a 1-d x is a row and a 1-d y a column, and
 * dimensions that were broadcast are summed over.
 */
final class MatmulAdjoint {
    private MatmulAdjoint() {}

    static Tensor left(Tensor bar, Tensor like, Tensor y) {
        Checks.present("matmulBarLeft", "like", like);
        Checks.present("matmulBarLeft", "y", y);
        Tensor product = timesTransposed(matrices("matmulBarLeft", bar, like, y), asColumns(y));
        return Broadcasting.sumTo(product, asRows(like).shape())
                .reshaped(like.shape())
                .to(like.dtype());
    }

    static Tensor right(Tensor bar, Tensor left, Tensor like) {
        Checks.present("matmulBarRight", "left", left);
        Checks.present("matmulBarRight", "like", like);
        Tensor bars = matrices("matmulBarRight", bar, left, like);
        Tensor lefts = asRows(left);
        if (like.rank() <= 2) { // one tall matrix: the sum over the stack is part of the product
            bars = asMatrix(bars);
            lefts = asMatrix(lefts);
        }
        Tensor product = transposedTimes(lefts, bars);
        return Broadcasting.sumTo(product, asColumns(like).shape())
                .reshaped(like.shape())
                .to(like.dtype());
    }

    /** x·yᵀ: for one row the product yx, so that nothing is transposed. */
    private static Tensor timesTransposed(Tensor x, Tensor y) {
        if (x.rank() == 2 && x.dim(0) == 1 && y.rank() == 2) {
            return Products.mv(y, x.reshaped(Shape.of(x.dim(1)))).reshaped(Shape.of(1, y.dim(0)));
        }
        return Products.timesTransposed(x, y);
    }

    /** xᵀ·y: for one column the product yᵀx. */
    private static Tensor transposedTimes(Tensor x, Tensor y) {
        if (y.rank() == 2 && y.dim(1) == 1 && x.rank() == 2) {
            return Products.matmul(y.reshaped(Shape.of(y.dim(0))), x).reshaped(Shape.of(x.dim(1), 1));
        }
        return Products.transposedTimes(x, y);
    }

    /** All rows of a stack one below the other. */
    private static Tensor asMatrix(Tensor x) {
        return x.rank() == 2 ? x : x.reshape(x.shape().span(0, x.rank() - 1), x.dim(-1));
    }

    private static Tensor asRows(Tensor x) {
        return x.rank() == 1 ? x.unsqueeze(0) : x;
    }

    private static Tensor asColumns(Tensor y) {
        return y.rank() == 1 ? y.unsqueeze(1) : y;
    }

    /** {@code bar}, shaped like x·y, with the dimensions put back that the product of a 1-d operand lacks. */
    private static Tensor matrices(String operation, Tensor bar, Tensor x, Tensor y) {
        int lacking = (x.rank() == 1 ? 1 : 0) + (y.rank() == 1 ? 1 : 0);
        if (bar.rank() + lacking != Math.max(Math.max(x.rank(), y.rank()), 2)) {
            throw new ShapeMismatchException(operation + ": the adjoint has shape " + bar.shape()
                    + ", but is of a product of the shapes " + x.shape() + " and " + y.shape());
        }
        Tensor result = y.rank() == 1 ? bar.unsqueeze(-1) : bar;
        return x.rank() == 1 ? result.unsqueeze(-2) : result;
    }
}
