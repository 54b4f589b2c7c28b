package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;

/** Systems of linear equations with a dense matrix. */
public final class LinearSystem {
    private LinearSystem() {}

    /**
     * Solves A·x = b by elimination with partial pivoting: of the rows that are left, the one with the largest entry in
     * the column goes first.
     *
     * @param matrix A, square; it is not changed
     * @param right b; it is not changed
     * @return x
     * @throws ArithmeticException if A is singular
     */
    @Differentiable
    public static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] lu = new double[n][];
        for (int i = 0; i < n; i++) {
            lu[i] = matrix[i].clone();
        }
        double[] x = right.clone();
        for (int k = 0; k < n; k++) {
            int pivot = largestBelow(lu, k);
            if (lu[pivot][k] == 0) {
                throw new ArithmeticException("the matrix is singular: no pivot in column " + k);
            }
            if (pivot != k) {
                double[] row = lu[k];
                lu[k] = lu[pivot];
                lu[pivot] = row;
                double t = x[k];
                x[k] = x[pivot];
                x[pivot] = t;
            }
            eliminate(lu, x, k);
        }
        substituteBack(lu, x);
        return x;
    }

    private static int largestBelow(double[][] a, int k) {
        int pivot = k;
        for (int i = k + 1; i < a.length; i++) {
            if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
                pivot = i;
            }
        }
        return pivot;
    }

    /** Makes the column below row k zero; what it would hold, the factor, isn't needed again. */
    private static void eliminate(double[][] a, double[] x, int k) {
        double[] row = a[k];
        for (int i = k + 1; i < a.length; i++) {
            double factor = a[i][k] / row[k];
            for (int j = k + 1; j < a.length; j++) {
                a[i][j] -= factor * row[j];
            }
            x[i] -= factor * x[k];
        }
    }

    private static void substituteBack(double[][] a, double[] x) {
        for (int i = x.length - 1; i >= 0; i--) {
            double sum = x[i];
            for (int j = i + 1; j < x.length; j++) {
                sum -= a[i][j] * x[j];
            }
            x[i] = sum / a[i][i];
        }
    }
}
