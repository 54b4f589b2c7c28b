package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * Small and thin matrix products in double arithmetic: a tile of C at a time, in running sums that don't wait for one
 * another. Where tiles don't come out even, the last ones overlap with those before. Each element is the sum over p of
 * a[i][p]·b[p][j], from the first p to the last, with one rounding for each.
 */
final class DoubleTiles {
    private DoubleTiles() {}

    /** From so many rows on a column is multiplied with nine at a time. */
    private static final int MANY = 72;

    /** C = A·B; see {@link Kernels}. */
    static void mm(int m, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
        if (n == 1 && m >= MANY) {
            column(m, k, a, aFrom, bFrom == 0 ? b : Arrays.copyOfRange(b, bFrom, bFrom + k), c, cFrom);
            return;
        }
        int high = n < 4 && m >= 8 ? 8 : Math.min(m, 2);
        int wide = n >= 8 && m == 1 ? 8 : n >= 4 ? 4 : high == 2 ? Math.min(n, 2) : 1;
        for (int y = 0; y < m; y += high) {
            int i = Math.min(y, m - high);
            for (int x = 0; x < n; x += wide) {
                int j = Math.min(x, n - wide);
                tile(high, wide, n, k, a, aFrom + i * k, b, bFrom + j, c, cFrom + i * n + j);
            }
        }
    }

    /** C = A·B for a B of one column. */
    private static void column(int m, int k, double[] a, int aFrom, double[] b, double[] c, int cFrom) {
        for (int y = 0; y < m; y += 9) {
            int i = Math.min(y, m - 9);
            nineByOne(k, a, aFrom + i * k, b, c, cFrom + i);
        }
    }

    private static void tile(
            int high, int wide, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
        if (wide == 8) {
            oneByEight(n, k, a, aFrom, b, bFrom, c, cFrom);
        } else if (wide == 4) {
            if (high == 2) {
                twoByFour(n, k, a, aFrom, b, bFrom, c, cFrom);
            } else {
                oneByFour(n, k, a, aFrom, b, bFrom, c, cFrom);
            }
        } else if (high == 8) {
            eightByOne(n, k, a, aFrom, b, bFrom, c, cFrom);
        } else if (wide == 2 && high == 2) {
            twoByTwo(n, k, a, aFrom, b, bFrom, c, cFrom);
        } else {
            for (int i = 0; i < high; i++) {
                for (int j = 0; j < wide; j++) {
                    c[cFrom + i * n + j] = element(n, k, a, aFrom + i * k, b, bFrom + j);
                }
            }
        }
    }

    private static void twoByFour(int n, int k, double[] a, int a0, double[] b, int bFrom, double[] c, int t) {
        double s00 = 0, s01 = 0, s02 = 0, s03 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0;
        int a1 = a0 + k;
        for (int p = 0, q = bFrom; p < k; p++, q += n) {
            double x0 = a[a0 + p];
            double x1 = a[a1 + p];
            s00 = Math.fma(x0, b[q], s00);
            s01 = Math.fma(x0, b[q + 1], s01);
            s02 = Math.fma(x0, b[q + 2], s02);
            s03 = Math.fma(x0, b[q + 3], s03);
            s10 = Math.fma(x1, b[q], s10);
            s11 = Math.fma(x1, b[q + 1], s11);
            s12 = Math.fma(x1, b[q + 2], s12);
            s13 = Math.fma(x1, b[q + 3], s13);
        }
        c[t] = s00;
        c[t + 1] = s01;
        c[t + 2] = s02;
        c[t + 3] = s03;
        c[t + n] = s10;
        c[t + n + 1] = s11;
        c[t + n + 2] = s12;
        c[t + n + 3] = s13;
    }

    private static void oneByEight(int n, int k, double[] a, int a0, double[] b, int bFrom, double[] c, int t) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int p = 0, q = bFrom; p < k; p++, q += n) {
            double x = a[a0 + p];
            s0 = Math.fma(x, b[q], s0);
            s1 = Math.fma(x, b[q + 1], s1);
            s2 = Math.fma(x, b[q + 2], s2);
            s3 = Math.fma(x, b[q + 3], s3);
            s4 = Math.fma(x, b[q + 4], s4);
            s5 = Math.fma(x, b[q + 5], s5);
            s6 = Math.fma(x, b[q + 6], s6);
            s7 = Math.fma(x, b[q + 7], s7);
        }
        c[t] = s0;
        c[t + 1] = s1;
        c[t + 2] = s2;
        c[t + 3] = s3;
        c[t + 4] = s4;
        c[t + 5] = s5;
        c[t + 6] = s6;
        c[t + 7] = s7;
    }

    private static void oneByFour(int n, int k, double[] a, int a0, double[] b, int bFrom, double[] c, int t) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        for (int p = 0, q = bFrom; p < k; p++, q += n) {
            double x = a[a0 + p];
            s0 = Math.fma(x, b[q], s0);
            s1 = Math.fma(x, b[q + 1], s1);
            s2 = Math.fma(x, b[q + 2], s2);
            s3 = Math.fma(x, b[q + 3], s3);
        }
        c[t] = s0;
        c[t + 1] = s1;
        c[t + 2] = s2;
        c[t + 3] = s3;
    }

    private static void twoByTwo(int n, int k, double[] a, int a0, double[] b, int bFrom, double[] c, int t) {
        double s00 = 0, s01 = 0, s10 = 0, s11 = 0;
        int a1 = a0 + k;
        for (int p = 0, q = bFrom; p < k; p++, q += n) {
            double x0 = a[a0 + p];
            double x1 = a[a1 + p];
            s00 = Math.fma(x0, b[q], s00);
            s01 = Math.fma(x0, b[q + 1], s01);
            s10 = Math.fma(x1, b[q], s10);
            s11 = Math.fma(x1, b[q + 1], s11);
        }
        c[t] = s00;
        c[t + 1] = s01;
        c[t + n] = s10;
        c[t + n + 1] = s11;
    }

    private static void eightByOne(int n, int k, double[] a, int a0, double[] b, int bFrom, double[] c, int t) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int a4 = a0 + 4 * k;
        for (int p = 0, q = bFrom; p < k; p++, q += n) {
            double x = b[q];
            s0 = Math.fma(a[a0 + p], x, s0);
            s1 = Math.fma(a[a0 + k + p], x, s1);
            s2 = Math.fma(a[a0 + 2 * k + p], x, s2);
            s3 = Math.fma(a[a0 + 3 * k + p], x, s3);
            s4 = Math.fma(a[a4 + p], x, s4);
            s5 = Math.fma(a[a4 + k + p], x, s5);
            s6 = Math.fma(a[a4 + 2 * k + p], x, s6);
            s7 = Math.fma(a[a4 + 3 * k + p], x, s7);
        }
        c[t] = s0;
        c[t + n] = s1;
        c[t + 2 * n] = s2;
        c[t + 3 * n] = s3;
        c[t + 4 * n] = s4;
        c[t + 5 * n] = s5;
        c[t + 6 * n] = s6;
        c[t + 7 * n] = s7;
    }

    /** Nine sums keep the adders busy where eight only just do. B begins at 0: an offset costs a tenth of the time. */
    private static void nineByOne(int k, double[] a, int a0, double[] b, double[] c, int cFrom) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0, s8 = 0;
        int a4 = a0 + 4 * k;
        int a8 = a4 + 4 * k;
        for (int p = 0; p < k; p++) {
            double x = b[p];
            s0 = Math.fma(a[a0 + p], x, s0);
            s1 = Math.fma(a[a0 + k + p], x, s1);
            s2 = Math.fma(a[a0 + 2 * k + p], x, s2);
            s3 = Math.fma(a[a0 + 3 * k + p], x, s3);
            s4 = Math.fma(a[a4 + p], x, s4);
            s5 = Math.fma(a[a4 + k + p], x, s5);
            s6 = Math.fma(a[a4 + 2 * k + p], x, s6);
            s7 = Math.fma(a[a4 + 3 * k + p], x, s7);
            s8 = Math.fma(a[a8 + p], x, s8);
        }
        c[cFrom] = s0;
        c[cFrom + 1] = s1;
        c[cFrom + 2] = s2;
        c[cFrom + 3] = s3;
        c[cFrom + 4] = s4;
        c[cFrom + 5] = s5;
        c[cFrom + 6] = s6;
        c[cFrom + 7] = s7;
        c[cFrom + 8] = s8;
    }

    private static double element(int n, int k, double[] a, int aFrom, double[] b, int bFrom) {
        double sum = 0;
        for (int p = 0, q = bFrom; p < k; p++, q += n) {
            sum = Math.fma(a[aFrom + p], b[q], sum);
        }
        return sum;
    }
}
