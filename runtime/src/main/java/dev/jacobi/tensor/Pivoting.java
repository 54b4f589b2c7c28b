package dev.jacobi.tensor;

import org.netlib.util.intW;

/**
 * Matrices as products of a permutation, a lower triangle with ones on its diagonal and an upper one: LAPACK's
 * {@code getrf}, row by row. Of m rows and n columns and k = min(m, n), the lower one is m×k and the upper one k×n.
 *
 * @param factors both triangles in one matrix each, the ones left out
 * @param pivots the row, counted from 1, with which each of the first k rows was exchanged in turn
 */
record Pivoting(Tensor factors, Index pivots) {

    /** Of square matrices. */
    static Pivoting square(String operation, Tensor x, boolean regular) {
        return of(operation, Stacks.square(operation, "x", x), regular);
    }

    static Pivoting of(String operation, Tensor x, boolean regular) {
        Stacks.matrices(operation, "x", x);
        int m = x.dim(-2);
        int n = x.dim(-1);
        int k = Math.min(m, n);
        double[] a = x.to(DType.FLOAT64).doubles();
        double[] lu = new double[a.length];
        Shape stack = Stacks.stack(x);
        int[] exchanges = new int[stack.size() * k];
        for (int i = 0; i < stack.size() && k > 0; i++) {
            double[] columns = Stacks.transposed(a, i * m * n, m, n);
            intW zeroPivot = new intW(0);
            Lapack.lapack().dgetrf(m, n, columns, 0, m, exchanges, i * k, zeroPivot);
            if (regular && zeroPivot.val > 0) {
                throw new ArithmeticException(
                        operation + ": " + Stacks.which(i, x) + " is singular: its columns depend on each other");
            }
            Stacks.transpose(columns, n, m, lu, i * m * n);
        }
        return new Pivoting(new Tensor(x.shape(), lu).to(x.dtype()), new Index(stack.concat(Shape.of(k)), exchanges));
    }

    /** P, L and U. */
    Tensor[] apart() {
        int k = Math.min(factors.dim(-2), factors.dim(-1));
        Tensor ones = Tensor.eye(factors.dtype(), factors.dim(-2), k);
        return new Tensor[] {
            permutation(),
            Triangles.of(factors.narrow(-1, 0, k), false, 0).add(ones),
            Triangles.of(factors.narrow(-2, 0, k), true, 1)
        };
    }

    private Tensor permutation() {
        int m = factors.dim(-2);
        Shape stack = Stacks.stack(factors);
        Shape shape = stack.concat("lu", Shape.of("lu", m, m));
        Object out = copied(Tensor.eye(factors.dtype(), m), shape);
        int k = Math.min(m, factors.dim(-1));
        for (int i = 0; i < stack.size(); i++) {
            new Exchanges(pivots.elements(), i * k, k, true).apply("lu", out, i * m, m, m);
        }
        return Tensor.owning(shape, factors.dtype(), out);
    }

    /** The rows of matrices exchanged as the pivots say, or back; stacks are broadcast. */
    static Tensor exchanged(String operation, Tensor y, Tensor like, Index pivots, boolean back) {
        Stacks.square(operation, "x", Checks.present(operation, "x", like));
        Stacks.matrices(operation, "y", y);
        Checks.present(operation, "pivots", pivots);
        int n = like.dim(-1);
        if (!pivots.shape().equals(Stacks.stack(like).concat(Shape.of(n)))) {
            throw new ShapeMismatchException(operation + ": x has shape " + like.shape() + " and pivots has shape "
                    + pivots.shape() + ", but must have a number for each row of x");
        }
        if (y.dim(-2) != n) {
            throw new ShapeMismatchException(operation + ": x has shape " + like.shape() + " and y has shape "
                    + y.shape() + ", but must have as many rows");
        }
        Shape stack = Stacks.broadcast(operation, like, y);
        Shape shape = stack.concat(operation, Shape.of(n, y.dim(-1)));
        Object out = copied(y, shape);
        int[] matrices = Stacks.indices(like, stack);
        for (int i = 0; i < matrices.length; i++) {
            new Exchanges(pivots.elements(), matrices[i] * n, n, back).apply(operation, out, i * n, n, y.dim(-1));
        }
        return Tensor.owning(shape, y.dtype(), out);
    }

    /** The elements of a tensor that is stretched, in an array of their own. */
    private static Object copied(Tensor x, Shape shape) {
        Object out = x.dtype().newArray(shape.size());
        System.arraycopy(Broadcasting.expandedData(x, shape), 0, out, 0, shape.size());
        return out;
    }

    /** Those of one matrix's rows, in their order or back from the last. */
    private record Exchanges(int[] pivots, int from, int count, boolean back) {

        /** On so many rows of a length, the {@code first} of all in the array. */
        void apply(String operation, Object elements, int first, int rows, int length) {
            for (int i = 0; i < count; i++) {
                int row = back ? count - 1 - i : i;
                int other = pivots[from + row];
                if (other < 1 || other > rows) {
                    throw new IndexOutOfBoundsException(
                            operation + ": the pivot " + other + " is not one of the rows 1 to " + rows);
                }
                exchange(elements, first + row, first + other - 1, length);
            }
        }
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
