package dev.jacobi.tensor;

import org.netlib.util.intW;

/**
 * Square matrices as products of a permutation, a lower triangle with ones on its diagonal and an upper one: LAPACK's
 * {@code getrf}, row by row.
 *
 * @param factors both triangles in one matrix each, the ones left out
 * @param pivots the row, counted from 1, with which each row was exchanged in turn
 */
record Pivoting(Tensor factors, Index pivots) {

    static Pivoting of(String operation, Tensor x, boolean regular) {
        Stacks.square(operation, "x", x);
        int n = x.dim(-1);
        double[] a = x.to(DType.FLOAT64).doubles();
        double[] lu = new double[a.length];
        Shape stack = Stacks.stack(x);
        int[] exchanges = new int[stack.size() * n];
        for (int i = 0; i < stack.size() && n > 0; i++) {
            double[] columns = Stacks.transposed(a, i * n * n, n, n);
            intW zeroPivot = new intW(0);
            Lapack.lapack().dgetrf(n, n, columns, 0, n, exchanges, i * n, zeroPivot);
            if (regular && zeroPivot.val > 0) {
                throw new ArithmeticException(
                        operation + ": " + Stacks.which(i, x) + " is singular: its columns depend on each other");
            }
            Stacks.transpose(columns, n, n, lu, i * n * n);
        }
        return new Pivoting(new Tensor(x.shape(), lu).to(x.dtype()), new Index(stack.concat(Shape.of(n)), exchanges));
    }

    /** P, L and U. */
    Tensor[] apart() {
        int n = factors.dim(-1);
        Tensor ones = Mask.eye(n).toTensor(factors.dtype());
        Tensor identity = ones.expandTo(factors);
        return new Tensor[] {
            exchanged("lu", identity, factors, pivots, true),
            Triangles.of(factors, false, 0).add(ones),
            Triangles.of(factors, true, 1)
        };
    }

    /** The rows of matrices exchanged as the pivots say, or back. */
    static Tensor exchanged(String operation, Tensor y, Tensor like, Index pivots, boolean back) {
        Stacks.square(operation, "x", Checks.present(operation, "x", like));
        Stacks.matrices(operation, "y", y);
        Checks.present(operation, "pivots", pivots);
        int n = like.dim(-1);
        if (!pivots.shape().equals(Stacks.stack(like).concat(Shape.of(n)))) {
            throw new ShapeMismatchException(operation + ": x has shape " + like.shape() + " and pivots has shape "
                    + pivots.shape() + ", but must have a number for each row of x");
        }
        if (!Stacks.stack(y).equals(Stacks.stack(like)) || y.dim(-2) != n) {
            throw new ShapeMismatchException(operation + ": x has shape " + like.shape() + " and y has shape "
                    + y.shape() + ", but must have a matrix with as many rows for each matrix of x");
        }
        int k = y.dim(-1);
        int[] rows = pivots.elements();
        Object out = y.dtype().newArray(y.size());
        System.arraycopy(y.data(), 0, out, 0, y.size());
        for (int i = 0; i < rows.length; i++) {
            int at = back ? i / n * n + n - 1 - i % n : i; // the exchanges of each matrix, undone from the last
            if (rows[at] < 1 || rows[at] > n) {
                throw new IndexOutOfBoundsException(
                        operation + ": the pivot " + rows[at] + " is not one of the rows 1 to " + n);
            }
            exchange(out, at, at / n * n + rows[at] - 1, k);
        }
        return Tensor.owning(y.shape(), y.dtype(), out);
    }

    private static void exchange(Object elements, int row, int other, int k) {
        if (row == other) {
            return;
        }
        Object kept = elements instanceof float[] ? new float[k] : new double[k];
        System.arraycopy(elements, row * k, kept, 0, k);
        System.arraycopy(elements, other * k, elements, row * k, k);
        System.arraycopy(kept, 0, elements, other * k, k);
    }
}
