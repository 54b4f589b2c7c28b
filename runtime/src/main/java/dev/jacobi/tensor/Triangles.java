package dev.jacobi.tensor;

import dev.ludovic.netlib.blas.BLAS;

/** Triangular parts, and systems with triangular matrices. */
final class Triangles {
    private Triangles() {}

    /** The upper or lower triangle of each matrix, the diagonal times a factor. */
    static Tensor of(Tensor x, boolean upper, double onDiagonal) {
        Stacks.matrices("triangle", "x", x);
        int rows = x.dim(-2);
        int columns = x.dim(-1);
        Object out = x.dtype().newArray(x.size());
        for (int row = 0; row < (columns == 0 ? 0 : x.size() / columns); row++) {
            int i = row % rows;
            int from = upper ? Math.min(i, columns) : 0;
            int to = upper ? columns : Math.min(i + 1, columns);
            System.arraycopy(x.data(), row * columns + from, out, row * columns + from, to - from);
            if (i < columns) {
                scale(out, row * columns + i, onDiagonal);
            }
        }
        return Tensor.owning(x.shape(), x.dtype(), out);
    }

    private static void scale(Object elements, int at, double factor) {
        if (elements instanceof float[] floats) {
            floats[at] = factor == 0 ? 0 : floats[at] * (float) factor;
        } else if (elements instanceof double[] doubles) {
            doubles[at] = factor == 0 ? 0 : doubles[at] * factor;
        }
    }

    /**
     * r of x·r = y, or of r·x = y. To BLAS a matrix is its transpose, so it is told the other triangle and the other
     * side.
     */
    static Tensor solve(Tensor x, Tensor y, boolean upper, boolean left, boolean unitriangular) {
        Stacks.square("solveTriangular", "x", x);
        Stacks.matrices("solveTriangular", "y", y);
        int n = x.dim(-1);
        if (y.dim(left ? -2 : -1) != n) {
            throw new ShapeMismatchException("solveTriangular: x has shape " + x.shape() + " and y has shape "
                    + y.shape() + "; y must have as many " + (left ? "rows" : "columns") + " as x");
        }
        Shape stack = Stacks.broadcast("solveTriangular", x, y);
        if (!unitriangular) {
            regular("solveTriangular", "x", x, "it has a 0 on its diagonal");
        }
        int rows = y.dim(-2);
        int columns = y.dim(-1);
        Shape shape = stack.concat(Shape.of(rows, columns));
        double[] a = x.to(DType.FLOAT64).doubles();
        double[] r = Broadcasting.expand("solveTriangular", y, shape).toDoubleArray();
        int[] matrices = Stacks.indices(x, stack);
        BLAS blas = Lapack.blas();
        for (int i = 0; i < matrices.length && shape.size() > 0; i++) {
            blas.dtrsm(
                    left ? "R" : "L",
                    upper ? "L" : "U",
                    "N",
                    unitriangular ? "U" : "N",
                    columns,
                    rows,
                    1,
                    a,
                    matrices[i] * n * n,
                    n,
                    r,
                    i * rows * columns,
                    columns);
        }
        return new Tensor(shape, r).to(Checks.common(x, y));
    }

    /**
     * Throws if a triangular matrix can't be divided by. BLAS would give infinities, but where the other side is 0,
     * too, a 0 that looks like a solution.
     */
    static void regular(String operation, String argument, Tensor x, String reason) {
        int n = Stacks.square(operation, argument, x).dim(-1);
        for (int row = 0; row < Stacks.stack(x).size() * n; row++) {
            if (x.at(row * n + row % n) == 0) {
                throw new ArithmeticException(
                        operation + ": " + Stacks.which(row / n, argument, x) + " is singular: " + reason);
            }
        }
    }

    /** (y·yᵀ)⁻¹·x of lower triangular y. */
    static Tensor choleskySolve(String operation, Tensor x, String argument, Tensor y) {
        Stacks.square(operation, argument, y);
        Stacks.matrices(operation, "x", x);
        if (x.dim(-2) != y.dim(-1)) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; x must have as many rows as y");
        }
        Stacks.broadcast(operation, x, y);
        regular(operation, argument, y, "it has a 0 on its diagonal");
        DType dtype = Checks.common(x, y);
        Tensor factor = y.to(DType.FLOAT64);
        Tensor half = solve(factor, x, false, true, false);
        return solve(factor.mT(), half, true, true, false).to(dtype);
    }
}
