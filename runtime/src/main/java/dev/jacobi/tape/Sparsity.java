package dev.jacobi.tape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a matrix may have entries other than zero: the columns of each row, sorted, one row behind the other.
 *
 * @param columns how many columns the matrix has
 * @param starts where each row begins in {@code column}; one more than there are rows
 * @param column the column of each entry
 */
record Sparsity(int columns, int[] starts, int[] column) {

    /** A row for each set. */
    static Sparsity of(@Nullable Indices[] rows, int columns) {
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = Math.addExact(starts[i], Indices.count(rows[i]));
        }
        int[] column = new int[starts[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            Indices.copy(rows[i], column, starts[i]);
        }
        return new Sparsity(columns, starts, column);
    }

    int rows() {
        return starts.length - 1;
    }

    int size() {
        return column.length;
    }

    /** Rows and columns exchanged. */
    Sparsity transposed() {
        int[] begins = new int[columns + 1];
        for (int j : column) {
            begins[j + 1]++;
        }
        for (int j = 0; j < columns; j++) {
            begins[j + 1] += begins[j];
        }
        int[] next = Arrays.copyOf(begins, columns);
        int[] row = new int[size()];
        for (int i = 0; i < rows(); i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                row[next[column[k]]++] = i;
            }
        }
        return new Sparsity(rows(), begins, row);
    }

    /** The most entries in a row: as many colours its columns need at least. */
    int longest() {
        int longest = 0;
        for (int i = 0; i < rows(); i++) {
            longest = Math.max(longest, starts[i + 1] - starts[i]);
        }
        return longest;
    }

    /** The row of each entry. */
    int[] row() {
        int[] row = new int[size()];
        for (int i = 0; i < rows(); i++) {
            Arrays.fill(row, starts[i], starts[i + 1], i);
        }
        return row;
    }
}
