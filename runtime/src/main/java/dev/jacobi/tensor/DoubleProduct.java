package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * Matrix products in double arithmetic: by tiles where the matrices are small, by whole rows where they aren't. HotSpot
 * vectorises a loop only if all arrays have one index expression, so the rows of B are copied out first.
 */
final class DoubleProduct {
    /** Up to this many multiplications copying the rows costs more than it saves. */
    private static final int SMALL = 1000;

    /** A multiplication and its addition take about this long. */
    private static final double NANOSECONDS = 0.1;
    /** So many of them make a piece of work for one of several cores. */
    private static final int PIECE = 1 << 20;

    private DoubleProduct() {}

    /** C = A·B; see {@link Kernels}. */
    static void mm(int m, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
        if ((long) m * n * k <= SMALL || m == 1 || n == 1) {
            tiles(m, n, k, a, aFrom, b, bFrom, c, cFrom);
        } else {
            rows(m, n, k, a, aFrom, b, bFrom, c, cFrom);
        }
    }

    /** Two rows and four columns of C at a time, in eight running sums. */
    private static void tiles(
            int m, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
        int i = 0;
        for (; i + 1 < m; i += 2) {
            int a0 = aFrom + i * k;
            int a1 = a0 + k;
            int j = 0;
            for (; j + 3 < n; j += 4) {
                double s00 = 0, s01 = 0, s02 = 0, s03 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0;
                for (int p = 0, q = bFrom + j; p < k; p++, q += n) {
                    double x0 = a[a0 + p];
                    double x1 = a[a1 + p];
                    s00 += x0 * b[q];
                    s01 += x0 * b[q + 1];
                    s02 += x0 * b[q + 2];
                    s03 += x0 * b[q + 3];
                    s10 += x1 * b[q];
                    s11 += x1 * b[q + 1];
                    s12 += x1 * b[q + 2];
                    s13 += x1 * b[q + 3];
                }
                int t = cFrom + i * n + j;
                c[t] = s00;
                c[t + 1] = s01;
                c[t + 2] = s02;
                c[t + 3] = s03;
                c[t + n] = s10;
                c[t + n + 1] = s11;
                c[t + n + 2] = s12;
                c[t + n + 3] = s13;
            }
            for (; j < n; j++) {
                c[cFrom + i * n + j] = dot(k, a, a0, b, bFrom + j, n);
                c[cFrom + (i + 1) * n + j] = dot(k, a, a1, b, bFrom + j, n);
            }
        }
        for (int j = 0; i < m && j < n; j++) {
            c[cFrom + i * n + j] = dot(k, a, aFrom + i * k, b, bFrom + j, n);
        }
    }

    private static double dot(int k, double[] a, int aFrom, double[] b, int bFrom, int stride) {
        double sum = 0;
        for (int p = 0, q = bFrom; p < k; p++, q += stride) {
            sum += a[aFrom + p] * b[q];
        }
        return sum;
    }

    /** Row i of C is the sum over p of a[i][p] times row p of B, four rows of B at a time. */
    private static void rows(int m, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
        double[][] rows = new double[k][];
        for (int p = 0; p < k; p++) {
            rows[p] = Arrays.copyOfRange(b, bFrom + p * n, bFrom + (p + 1) * n);
        }
        if (Cores.pays((long) m * n * k, NANOSECONDS)) {
            int piece = PIECE / (n * k) + 1;
            Cores.share(m, piece, (from, to) -> rows(from, to, rows, a, aFrom, c, cFrom));
        } else {
            rows(0, m, rows, a, aFrom, c, cFrom);
        }
    }

    private static void rows(int from, int to, double[][] rows, double[] a, int aFrom, double[] c, int cFrom) {
        int k = rows.length;
        int n = rows[0].length;
        double[] sum = new double[n];
        for (int i = from; i < to; i++) {
            Arrays.fill(sum, 0);
            int row = aFrom + i * k;
            int p = 0;
            for (; p + 3 < k; p += 4) {
                addMultiples(
                        sum,
                        a[row + p],
                        rows[p],
                        a[row + p + 1],
                        rows[p + 1],
                        a[row + p + 2],
                        rows[p + 2],
                        a[row + p + 3],
                        rows[p + 3]);
            }
            for (; p < k; p++) {
                addMultiple(sum, a[row + p], rows[p]);
            }
            System.arraycopy(sum, 0, c, cFrom + i * n, n);
        }
    }

    private static void addMultiples(
            double[] sum,
            double a0,
            double[] b0,
            double a1,
            double[] b1,
            double a2,
            double[] b2,
            double a3,
            double[] b3) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
        }
    }

    private static void addMultiple(double[] sum, double a, double[] b) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * b[j];
        }
    }
}
