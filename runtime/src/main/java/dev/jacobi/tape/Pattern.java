package dev.jacobi.tape;

import java.util.Arrays;

/**
 * Where a Jacobian may have entries other than zero, as generated code finds them: it says how many rows there are,
 * begins a row and adds its entries. A row that is begun again has only what is added then.
 */
public final class Pattern {

    private final int columns;
    private int[] begin = {};
    private int[] end = {};
    private int[] column;
    private int size;
    private int row;

    /** @param columns how many elements the argument has */
    public Pattern(int columns) {
        this.columns = columns;
        this.column = new int[Math.max(16, columns)];
    }

    /** So many results there are. */
    public void rows(int count) {
        begin = new int[count];
        end = new int[count];
    }

    /** What is added from now on belongs to this row. */
    public void row(int index) {
        row = index;
        begin[row] = size;
        end[row] = size;
    }

    /** Adds an entry. */
    public void add(int index) {
        if (index < 0 || index >= columns) {
            throw new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + columns);
        }
        if (size == column.length) {
            column = Arrays.copyOf(column, Math.multiplyExact(2, size));
        }
        column[size++] = index;
        end[row] = size;
    }

    /** The entries, each once, sorted. */
    Sparsity sparsity() {
        int[] starts = new int[begin.length + 1];
        int[] sorted = new int[size];
        int count = 0;
        for (int i = 0; i < begin.length; i++) {
            System.arraycopy(column, begin[i], sorted, count, end[i] - begin[i]);
            count = sort(sorted, count, count + end[i] - begin[i]);
            starts[i + 1] = count;
        }
        return new Sparsity(columns, starts, count == size ? sorted : Arrays.copyOf(sorted, count));
    }

    /** Sorts a range and drops what is there twice; gives its new end. */
    private static int sort(int[] array, int from, int to) {
        boolean ascending = true;
        for (int k = from + 1; k < to; k++) {
            ascending &= array[k - 1] < array[k];
        }
        if (ascending) {
            return to;
        }
        Arrays.sort(array, from, to);
        int end = from;
        for (int k = from; k < to; k++) {
            if (k == from || array[k] != array[k - 1]) {
                array[end++] = array[k];
            }
        }
        return end;
    }
}
