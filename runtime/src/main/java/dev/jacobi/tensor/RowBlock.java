package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * Some rows of a matrix, held column by column, so that loops over them go along arrays: the differences of another row
 * from all of them are taken four columns at a time, without being stored.
 *
 * @param first the number of the first row
 * @param columns the elements of the rows, an array for each column
 */
record RowBlock(int first, int count, double[][] columns) {
    /** Elements of a block, if it has this many rows to choose from: they stay in a core's cache. */
    private static final int ELEMENTS = 1 << 14;

    private static final int FEWEST = 128;
    private static final int MOST = 512;

    /** All rows of a matrix that begins at {@code from}. */
    static RowBlock[] of(double[] elements, int from, int rows, int length) {
        int size = Math.max(FEWEST, Math.min(MOST, ELEMENTS / Math.max(length, 1)));
        RowBlock[] blocks = new RowBlock[(rows + size - 1) / size];
        for (int i = 0; i < blocks.length; i++) {
            int first = i * size;
            int count = Math.min(size, rows - first);
            double[][] columns = new double[length][count];
            for (int row = 0; row < count; row++) {
                for (int k = 0; k < length; k++) {
                    columns[k][row] = elements[from + (first + row) * length + k];
                }
            }
            blocks[i] = new RowBlock(first, count, columns);
        }
        return blocks;
    }

    /** Adds ‖x − yⱼ‖² to the j-th of the sums. */
    void addSquares(double[] x, int from, double[] sums) {
        int k = 0;
        for (; k + 3 < columns.length; k += 4) {
            squares(
                    x[from + k],
                    x[from + k + 1],
                    x[from + k + 2],
                    x[from + k + 3],
                    columns[k],
                    columns[k + 1],
                    columns[k + 2],
                    columns[k + 3],
                    sums);
        }
        for (; k < columns.length; k++) {
            squares(x[from + k], columns[k], sums);
        }
    }

    private static void squares(double x, double[] y, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += (x - y[j]) * (x - y[j]);
        }
    }

    private static void squares(
            double a, double b, double c, double d, double[] p, double[] q, double[] r, double[] s, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = sums[j]
                    + (a - p[j]) * (a - p[j])
                    + (b - q[j]) * (b - q[j])
                    + (c - r[j]) * (c - r[j])
                    + (d - s[j]) * (d - s[j]);
        }
    }

    /** Adds v·(x − yⱼ) to the j-th of the sums. */
    void addProducts(double[] v, int vFrom, double[] x, int xFrom, double[] sums) {
        for (int k = 0; k < columns.length; k++) {
            product(v[vFrom + k], x[xFrom + k], columns[k], sums);
        }
    }

    private static void product(double v, double x, double[] y, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += v * (x - y[j]);
        }
    }

    /** Adds w[j]·(xⱼ − y), where xⱼ are these rows, to the j-th row of the sums, which are held as these rows are. */
    void addPull(double[] w, double[] y, int from, double[][] sums) {
        for (int k = 0; k < columns.length; k++) {
            pull(w, columns[k], y[from + k], sums[k]);
        }
    }

    private static void pull(double[] w, double[] x, double y, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += w[j] * (x[j] - y);
        }
    }

    /** The same for four rows that follow one another, each with its weights. */
    void addFourPulls(double[][] w, double[] y, int from, double[][] sums) {
        int length = columns.length;
        for (int k = 0; k < length; k++) {
            int at = from + k;
            pull(
                    w[0],
                    w[1],
                    w[2],
                    w[3],
                    columns[k],
                    y[at],
                    y[at + length],
                    y[at + 2 * length],
                    y[at + 3 * length],
                    sums[k]);
        }
    }

    private static void pull(
            double[] p,
            double[] q,
            double[] r,
            double[] s,
            double[] x,
            double a,
            double b,
            double c,
            double d,
            double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = sums[j] + p[j] * (x[j] - a) + q[j] * (x[j] - b) + r[j] * (x[j] - c) + s[j] * (x[j] - d);
        }
    }

    /** The i-th row of what is held column by column. */
    static double[] row(double[][] columns, int i) {
        double[] row = new double[columns.length];
        for (int k = 0; k < row.length; k++) {
            row[k] = columns[k][i];
        }
        return row;
    }

    /** Writes a row's elements from {@code start} on to where a tensor's array has them. */
    static void store(double[] row, int start, Object out, int to) {
        if (out instanceof double[] doubles) {
            System.arraycopy(row, start, doubles, to, row.length - start);
        } else if (out instanceof float[] floats) {
            for (int j = start; j < row.length; j++) {
                floats[to + j - start] = (float) row[j];
            }
        }
    }

    /** x − yⱼ */
    double[] differences(double[] x, int from, int j) {
        double[] differences = Arrays.copyOfRange(x, from, from + columns.length);
        for (int k = 0; k < differences.length; k++) {
            differences[k] -= columns[k][j];
        }
        return differences;
    }
}
