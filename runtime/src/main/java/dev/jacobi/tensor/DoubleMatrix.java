package dev.jacobi.tensor;

/**
 * A matrix in an array: its elements lie {@code down} apart from row to row, and {@code next} from column to column.
 */
record DoubleMatrix(double[] elements, int from, int down, int next) {

    /** Of rows that lie one after the other; or their transpose, of that many columns. */
    static DoubleMatrix of(double[] elements, int from, int length, boolean transposed) {
        return transposed ? new DoubleMatrix(elements, from, 1, length) : new DoubleMatrix(elements, from, length, 1);
    }

    DoubleMatrix transposed() {
        return new DoubleMatrix(elements, from, next, down);
    }

    int at(int row, int column) {
        return from + row * down + column * next;
    }
}
