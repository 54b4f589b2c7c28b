package dev.jacobi.examples.numerics;

/** Products of matrices, row by row. */
final class Matrix {
    private Matrix() {}

    static double[] times(double[][] m, double[] v) {
        double[] product = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < v.length; j++) {
                product[i] += m[i][j] * v[j];
            }
        }
        return product;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            product[i] = times(transposed(b), a[i]);
        }
        return product;
    }

    static double[][] transposed(double[][] m) {
        double[][] transposed = new double[m[0].length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                transposed[j][i] = m[i][j];
            }
        }
        return transposed;
    }
}
