package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;

/** The Cholesky factorisation A = L·Lᵀ of a symmetric positive definite matrix. */
public final class Cholesky {
    private Cholesky() {}

    /**
     * The factor L, which is lower triangular.
     *
     * @param matrix A, of which only the lower half is read
     * @throws ArithmeticException if A is not positive definite
     */
    @Differentiable
    public static double[][] factor(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = rest / lower[j][j];
                } else if (rest > 0) {
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    throw new ArithmeticException("the matrix is not positive definite: see row " + i);
                }
            }
        }
        return lower;
    }
}
