package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * Sums of rows that lie one after the other. Pieces are copied to where HotSpot vectorises the loop, which it does only
 * if all arrays have one index.
 */
final class RowSums {
    /** A piece's length. */
    private static final int WIDTH = 512;
    /** So many rows are added up in float before they go to the sums in double. */
    private static final int BLOCK = 16;

    private RowSums() {}

    /** Adds {@code rows} rows to {@code sums}, which is as long as one. */
    static void add(float[] x, int from, int rows, int inner, double[] sums) {
        float[] row = new float[Math.min(inner, WIDTH)];
        float[] sum = new float[row.length];
        for (int i = 0; i < inner; i += WIDTH) {
            int width = Math.min(WIDTH, inner - i);
            for (int start = 0; start < rows; start += BLOCK) {
                Arrays.fill(sum, 0);
                for (int l = start; l < Math.min(start + BLOCK, rows); l++) {
                    System.arraycopy(x, from + l * inner + i, row, 0, width);
                    add(row, sum);
                }
                for (int j = 0; j < width; j++) {
                    sums[i + j] += sum[j];
                }
            }
        }
    }

    private static void add(float[] row, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i];
        }
    }

    /** Adds {@code rows} rows to {@code sums}, which is as long as one. */
    static void add(double[] x, int from, int rows, int inner, double[] sums) {
        double[] row = new double[Math.min(inner, WIDTH)];
        double[] sum = new double[row.length];
        for (int i = 0; i < inner; i += WIDTH) {
            int width = Math.min(WIDTH, inner - i);
            System.arraycopy(sums, i, sum, 0, width);
            for (int l = 0; l < rows; l++) {
                System.arraycopy(x, from + l * inner + i, row, 0, width);
                add(row, sum);
            }
            System.arraycopy(sum, 0, sums, i, width);
        }
    }

    private static void add(double[] row, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i];
        }
    }
}
