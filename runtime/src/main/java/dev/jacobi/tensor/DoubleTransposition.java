package dev.jacobi.tensor;

/**
 * Rows of double that become columns. Eight rows at a time are read side by side, and of each only a piece, so that
 * what is written, a part of a cache line at a time, is still in the cache when the next eight rows come: by whole rows
 * or whole columns, powers of two take five times as long.
 */
final class DoubleTransposition {
    private static final int ROWS = 8;
    private static final int PIECE = 32;

    private DoubleTransposition() {}

    /** Sets {@code out}, from {@code to} on, to the columns of {@code rows} × {@code columns} elements. */
    static void of(double[] x, int from, int rows, int columns, double[] out, int to) {
        int whole = rows - rows % ROWS;
        for (int left = 0; left < columns; left += PIECE) {
            int right = Math.min(columns, left + PIECE);
            for (int i = 0; i < whole; i += ROWS) {
                eight(x, from + i * columns + left, right - left, columns, out, to + left * rows + i, rows);
            }
        }
        for (int i = whole; i < rows; i++) {
            for (int j = 0, source = from + i * columns, target = to + i; j < columns; j++, target += rows) {
                out[target] = x[source + j];
            }
        }
    }

    private static void eight(double[] x, int from, int count, int step, double[] out, int to, int next) {
        int half = from + 4 * step;
        for (int j = 0, t = to; j < count; j++, t += next) {
            out[t] = x[from + j];
            out[t + 1] = x[from + step + j];
            out[t + 2] = x[from + 2 * step + j];
            out[t + 3] = x[from + 3 * step + j];
            out[t + 4] = x[half + j];
            out[t + 5] = x[half + step + j];
            out[t + 6] = x[half + 2 * step + j];
            out[t + 7] = x[half + 3 * step + j];
        }
    }
}
