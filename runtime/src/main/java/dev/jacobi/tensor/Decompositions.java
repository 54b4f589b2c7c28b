package dev.jacobi.tensor;

import dev.ludovic.netlib.lapack.LAPACK;
import org.netlib.util.intW;

/** Decompositions of each matrix of a stack, in double. */
final class Decompositions {
    private Decompositions() {}

    /** L of x = L·Lᵀ, of which the lower triangle is read. To LAPACK that is the upper triangle of UᵀU, and L is Uᵀ. */
    static Tensor cholesky(Tensor x) {
        Stacks.square("cholesky", "x", x);
        int n = x.dim(-1);
        double[] a = x.toDoubleArray();
        for (int i = 0; i < Stacks.stack(x).size() && n > 0; i++) {
            intW minor = new intW(0);
            Lapack.lapack().dpotrf("U", n, a, i * n * n, n, minor);
            if (minor.val > 0) {
                throw new ArithmeticException("cholesky: " + Stacks.which(i, x)
                        + " is not positive definite: its leading minor of order " + minor.val + " is not positive");
            }
        }
        return Triangles.of(new Tensor(x.shape(), a), false, 1).to(x.dtype());
    }

    /**
     * Eigenvalues, ascending, and eigenvectors, the columns, of symmetric matrices, of which the lower triangle is
     * read.
     */
    static Tensor[] eigh(String operation, Tensor x, boolean vectors) {
        Stacks.square(operation, "x", x);
        finite(operation, x);
        int n = x.dim(-1);
        int count = Stacks.stack(x).size();
        double[] a = x.toDoubleArray();
        double[] values = new double[count * n];
        LAPACK lapack = Lapack.lapack();
        double[] work = new double[1 + 6 * n + 2 * n * n];
        int[] integers = new int[3 + 5 * n];
        for (int i = 0; i < count && n > 0; i++) {
            intW info = new intW(0);
            lapack.dsyevd(
                    vectors ? "V" : "N",
                    "U",
                    n,
                    a,
                    i * n * n,
                    n,
                    values,
                    i * n,
                    work,
                    0,
                    work.length,
                    integers,
                    0,
                    integers.length,
                    info);
            converged(operation, info, i, x);
        }
        Tensor rows = new Tensor(x.shape(), a);
        return new Tensor[] {
            new Tensor(x.shape().without(x.rank() - 1), values).to(x.dtype()),
            rows.transpose(-1, -2).to(x.dtype())
        };
    }

    /** U, S and Vᵀ of x = U·diag(S)·Vᵀ; of a wide x by those of xᵀ = V·diag(S)·Uᵀ. */
    static Tensor[] svd(String operation, Tensor x) {
        Stacks.matrices(operation, "x", x);
        finite(operation, x);
        if (x.dim(-2) >= x.dim(-1)) {
            return tall(operation, x);
        }
        Tensor[] transposed = tall(operation, x.mT());
        return new Tensor[] {transposed[2].mT(), transposed[1], transposed[0].mT()};
    }

    /** LAPACK sees xᵀ = V·diag(S)·Uᵀ, and each of these transposed: its first factor is our last. */
    private static Tensor[] tall(String operation, Tensor x) {
        int m = x.dim(-2);
        int n = x.dim(-1);
        Shape stack = Stacks.stack(x);
        double[] a = x.toDoubleArray();
        double[] u = new double[a.length];
        double[] s = new double[stack.size() * n];
        double[] vh = new double[stack.size() * n * n];
        double[] work = new double[4 * n * n + 7 * n + m + 64 * (m + n)];
        int[] integers = new int[8 * n];
        for (int i = 0; i < stack.size() && n > 0; i++) {
            intW info = new intW(0);
            Lapack.lapack()
                    .dgesdd(
                            "S",
                            n,
                            m,
                            a,
                            i * m * n,
                            n,
                            s,
                            i * n,
                            vh,
                            i * n * n,
                            n,
                            u,
                            i * m * n,
                            n,
                            work,
                            0,
                            work.length,
                            integers,
                            0,
                            info);
            converged(operation, info, i, x);
        }
        return new Tensor[] {
            new Tensor(x.shape(), u).to(x.dtype()),
            new Tensor(stack.concat(Shape.of(n)), s).to(x.dtype()),
            new Tensor(stack.concat(Shape.of(n, n)), vh).to(x.dtype())
        };
    }

    /** Q and R of x = Q·R, where Q has orthonormal columns and R is upper triangular. */
    static Tensor[] qr(Tensor x) {
        Stacks.matrices("qr", "x", x);
        int m = x.dim(-2);
        int n = x.dim(-1);
        int k = Math.min(m, n);
        Shape stack = Stacks.stack(x);
        double[] a = x.to(DType.FLOAT64).doubles();
        double[] q = new double[stack.size() * m * k];
        double[] r = new double[stack.size() * k * n];
        double[] scales = new double[k];
        double[] work = new double[32 * Math.max(n, 1)];
        for (int i = 0; i < stack.size() && k > 0; i++) {
            double[] columns = Stacks.transposed(a, i * m * n, m, n);
            Lapack.lapack().dgeqrf(m, n, columns, m, scales, work, work.length, new intW(0));
            for (int row = 0; row < k; row++) {
                for (int column = row; column < n; column++) {
                    r[(i * k + row) * n + column] = columns[column * m + row];
                }
            }
            Lapack.lapack().dorgqr(m, k, k, columns, m, scales, work, work.length, new intW(0));
            transposeFirst(columns, k, m, q, i * m * k);
        }
        return new Tensor[] {
            new Tensor(stack.concat(Shape.of(m, k)), q).to(x.dtype()),
            new Tensor(stack.concat(Shape.of(k, n)), r).to(x.dtype())
        };
    }

    private static void transposeFirst(double[] columns, int k, int m, double[] target, int to) {
        for (int row = 0; row < m; row++) {
            for (int j = 0; j < k; j++) {
                target[to + row * k + j] = columns[j * m + row];
            }
        }
    }

    /** LAPACK would search for ever, or crash, where something isn't a number. */
    private static void finite(String operation, Tensor x) {
        for (int i = 0; i < x.size(); i++) {
            if (!Double.isFinite(x.at(i))) {
                throw new ArithmeticException(operation + ": x has an element that is " + x.at(i));
            }
        }
    }

    private static void converged(String operation, intW info, int index, Tensor x) {
        if (info.val != 0) {
            throw new ArithmeticException(operation + ": no convergence for " + Stacks.which(index, x));
        }
    }
}
