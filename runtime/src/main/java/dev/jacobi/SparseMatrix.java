package dev.jacobi;

import java.util.Arrays;

/**
 * A matrix of which only some entries are stored: {@code values[k]} stands in row {@code row[k]} and column
 * {@code column[k]}, and every other entry is zero. Entries are sorted by row, and by column within a row. A stored
 * value may be zero too: it then is so for these arguments only.
 *
 * @param rows how many rows the matrix has
 * @param columns how many columns
 * @param row the row of each stored entry
 * @param column the column of each stored entry
 * @param values the stored entries
 */
public record SparseMatrix(int rows, int columns, int[] row, int[] column, double[] values) {

    /** Checks that there is a row and a column for each value. */
    public SparseMatrix {
        if (row.length != values.length || column.length != values.length) {
            throw new IllegalArgumentException("SparseMatrix: " + values.length + " values, but " + row.length
                    + " rows and " + column.length + " columns for them");
        }
    }

    /** How many entries are stored. */
    public int size() {
        return values.length;
    }

    /** All entries, as an array of rows. */
    public double[][] toDense() {
        double[][] dense = new double[rows][columns];
        for (int k = 0; k < values.length; k++) {
            dense[row[k]][column[k]] = values[k];
        }
        return dense;
    }

    /** The product with a vector. */
    public double[] times(double[] x) {
        if (x.length != columns) {
            throw new IllegalArgumentException(
                    "SparseMatrix.times: a vector of " + x.length + " numbers for " + columns + " columns");
        }
        double[] product = new double[rows];
        for (int k = 0; k < values.length; k++) {
            product[row[k]] += values[k] * x[column[k]];
        }
        return product;
    }

    /** Whether the other matrix stores the same entries. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SparseMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(row, that.row)
                && Arrays.equals(column, that.column)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(row) + Arrays.hashCode(column)) + Arrays.hashCode(values);
    }

    /** {@code 3x3 [0,0]=-2.0 [0,1]=1.0 …}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(rows).append('x').append(columns);
        for (int k = 0; k < values.length; k++) {
            text.append(" [")
                    .append(row[k])
                    .append(',')
                    .append(column[k])
                    .append("]=")
                    .append(values[k]);
        }
        return text.toString();
    }
}
