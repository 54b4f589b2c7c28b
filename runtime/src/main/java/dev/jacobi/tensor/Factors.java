package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

/**
 * A square matrix as P·A = L·U, by elimination with row exchanges, in double. Blocks of columns are eliminated one by
 * one and what is right of them all at once, which is a product of matrices (G. Golub, C. Van Loan, Matrix Computations,
 * 3.2.11).
 */
final class Factors {
    private static final int BLOCK = 48;

    private final int n;

    /** U on and above the diagonal; below it L, whose diagonal is 1. */
    private final double[] lu;

    /** Which row of A is in each row. */
    private final int[] rows;

    private Factors(int n, double[] lu) {
        this.n = n;
        this.lu = lu;
        this.rows = new int[n];
    }

    /**
     * Factors a matrix.
     *
     * @param a its elements row by row, which are overwritten
     * @throws ArithmeticException if it is singular
     */
    static Factors of(String operation, int n, double[] a) {
        Factors factors = new Factors(n, a);
        for (int i = 0; i < n; i++) {
            factors.rows[i] = i;
        }
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            factors.eliminate(operation, from, to);
            factors.finishRows(from, to);
            factors.update(from, to);
        }
        return factors;
    }

    /** Eliminates columns below the diagonal, without what is right of them. */
    private void eliminate(String operation, int from, int to) {
        for (int k = from; k < to; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivot * n + k])) {
                    pivot = i;
                }
            }
            if (lu[pivot * n + k] == 0) {
                throw new ArithmeticException(operation + ": x is singular: its columns depend on each other");
            }
            exchange(k, pivot);
            for (int i = k + 1; i < n; i++) {
                double factor = lu[i * n + k] / lu[k * n + k];
                lu[i * n + k] = factor;
                for (int j = k + 1; j < to; j++) {
                    lu[i * n + j] -= factor * lu[k * n + j];
                }
            }
        }
    }

    private void exchange(int i, int k) {
        if (i != k) {
            int row = rows[i];
            rows[i] = rows[k];
            rows[k] = row;
            for (int j = 0; j < n; j++) {
                double x = lu[i * n + j];
                lu[i * n + j] = lu[k * n + j];
                lu[k * n + j] = x;
            }
        }
    }

    /** What is right of a block in its own rows. */
    private void finishRows(int from, int to) {
        for (int i = from; i < to; i++) {
            for (int k = from; k < i; k++) {
                double factor = lu[i * n + k];
                for (int j = to; j < n; j++) {
                    lu[i * n + j] -= factor * lu[k * n + j];
                }
            }
        }
    }

    /** Takes the product of what is below a block with what is right of it from the rest. */
    private void update(int from, int to) {
        int size = n - to;
        int width = to - from;
        if (size == 0) {
            return;
        }
        double[] below = part(to, from, size, width);
        double[] right = part(from, to, width, size);
        double[] product = new double[size * size];
        KERNELS.mm(size, size, width, below, 0, right, 0, product, 0);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                lu[(to + i) * n + to + j] -= product[i * size + j];
            }
        }
    }

    private double[] part(int row, int column, int height, int width) {
        double[] part = new double[height * width];
        for (int i = 0; i < height; i++) {
            System.arraycopy(lu, (row + i) * n + column, part, i * width, width);
        }
        return part;
    }

    /** A⁻¹·b of a matrix b with k columns. */
    double[] solve(double[] b, int k) {
        double[] x = new double[n * k];
        for (int i = 0; i < n; i++) {
            System.arraycopy(b, rows[i] * k, x, i * k, k);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                subtract(x, i, lu[i * n + j], j, k);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                subtract(x, i, lu[i * n + j], j, k);
            }
            divide(x, i, lu[i * n + i], k);
        }
        return x;
    }

    /** A⁻ᵀ·b of a matrix b with k columns: Aᵀ = Uᵀ·Lᵀ·P. */
    double[] solveTransposed(double[] b, int k) {
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            divide(x, i, lu[i * n + i], k);
            for (int j = i + 1; j < n; j++) {
                subtract(x, j, lu[i * n + j], i, k);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = 0; j < i; j++) {
                subtract(x, j, lu[i * n + j], i, k);
            }
        }
        double[] exchanged = new double[n * k];
        for (int i = 0; i < n; i++) {
            System.arraycopy(x, i * k, exchanged, rows[i] * k, k);
        }
        return exchanged;
    }

    private static void subtract(double[] x, int row, double factor, int other, int k) {
        for (int c = 0; c < k; c++) {
            x[row * k + c] -= factor * x[other * k + c];
        }
    }

    private static void divide(double[] x, int row, double by, int k) {
        for (int c = 0; c < k; c++) {
            x[row * k + c] /= by;
        }
    }
}
