package dev.jacobi.tensor;

/**
 * A matrix in an array: its elements lie {@code down} apart from row to row, and {@code next} from column to column.
 */
record FloatMatrix(float[] elements, int from, int down, int next) {

    /** Of rows that lie one after the other; or their transpose, of that many columns. */
    static FloatMatrix of(float[] elements, int from, int length, boolean transposed) {
        return transposed ? new FloatMatrix(elements, from, 1, length) : new FloatMatrix(elements, from, length, 1);
    }

    FloatMatrix transposed() {
        return new FloatMatrix(elements, from, next, down);
    }

    int at(int row, int column) {
        return from + row * down + column * next;
    }
}
