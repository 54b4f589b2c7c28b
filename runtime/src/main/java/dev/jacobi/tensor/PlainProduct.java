package dev.jacobi.tensor;

/** Products of small matrices: row i of C is the sum over p of a[i][p] times row p of B. */
final class PlainProduct {
    private PlainProduct() {}

    static void mm(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += a[aFrom + i * k + p] * b[bFrom + p * n + j];
                }
                c[cFrom + i * n + j] = sum;
            }
        }
    }

    static void mm(int m, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += a[aFrom + i * k + p] * b[bFrom + p * n + j];
                }
                c[cFrom + i * n + j] = sum;
            }
        }
    }
}
