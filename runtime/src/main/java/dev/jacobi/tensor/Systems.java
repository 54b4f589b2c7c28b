package dev.jacobi.tensor;

/** Systems of linear equations. */
final class Systems {
    private Systems() {}

    static Tensor solve(Tensor x, Tensor y) {
        return solved("solve", x, y, false);
    }

    static Tensor solveTransposed(Tensor x, Tensor y) {
        return solved("solveTransposed", x, y, true);
    }

    private static Tensor solved(String operation, Tensor x, Tensor y, boolean transposed) {
        Checks.rank(operation, "x", x, 2);
        Checks.present(operation, "y", y);
        if (x.dim(0) != x.dim(1)) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " but must be square");
        }
        if (y.rank() != 1 && y.rank() != 2 || y.dim(0) != x.dim(0)) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; y must be a vector or matrix with as many rows as x");
        }
        int columns = y.rank() == 1 ? 1 : y.dim(1);
        Factors factors = x.factors(operation);
        double[] b = y.toDoubleArray();
        double[] r = transposed ? factors.solveTransposed(b, columns) : factors.solve(b, columns);
        return new Tensor(y.shape(), r).to(Checks.common(x, y));
    }
}
