package dev.jacobi.tensor;

/**
 * The largest and smallest of float32 elements along the middle index of an array; NaN if any is. Pieces of rows are
 * copied to where HotSpot vectorises the loop, which it does only if all arrays have one index; where rows are short,
 * several of them that lie one after the other count as one until the end.
 */
final class FloatExtremes {
    /** A piece's length. */
    private static final int WIDTH = 512;
    /** Fewer elements aren't worth their copies. */
    private static final int LITTLE = 256;
    /** Several rows are taken together up to this length. */
    private static final int SHORT = 128;

    private FloatExtremes() {}

    /** The extremes of {@code outer} × {@code length} × {@code inner} elements along {@code length}, at least one. */
    static void along(float[] x, int outer, int length, int inner, boolean largest, float[] out) {
        if (inner > 1 && length * inner >= LITTLE) {
            float[] row = new float[WIDTH];
            float[] best = new float[WIDTH];
            for (int i = 0; i < outer * inner; i += Math.min(WIDTH, inner - i % inner)) {
                int width = Math.min(WIDTH, inner - i % inner);
                ofColumns(x, i / inner * length * inner + i % inner, length, inner, width, largest, row, best);
                System.arraycopy(best, 0, out, i, width);
            }
        } else if (inner == 1 && length >= SHORT) {
            for (int i = 0; i < outer; i++) {
                out[i] = ofRange(x, i * length, (i + 1) * length, largest);
            }
        } else if (inner == 1 && outer * length >= LITTLE) {
            ofShortRows(x, outer, length, largest, out);
        } else {
            for (int i = 0; i < outer * inner; i++) {
                out[i] = one(x, i / inner * length * inner + i % inner, length, inner, largest);
            }
        }
    }

    /** Column by column, of which many rows make a long one. */
    private static void ofShortRows(float[] x, int rows, int length, boolean largest, float[] out) {
        float[] column = new float[Math.min(WIDTH, rows)];
        float[] best = new float[column.length];
        for (int i = 0; i < rows; i += WIDTH) {
            int count = Math.min(WIDTH, rows - i);
            for (int l = 0; l < length; l++) {
                float[] target = l == 0 ? best : column;
                for (int r = 0, from = i * length + l; r < count; r++, from += length) {
                    target[r] = x[from];
                }
                if (l > 0) {
                    better(best, column, count, largest);
                }
            }
            System.arraycopy(best, 0, out, i, count);
        }
    }

    /** The extreme of {@code x[from]} to {@code x[to - 1]}, which are at least one. */
    static float ofRange(float[] x, int from, int to, boolean largest) {
        if (to - from < SHORT) {
            return one(x, from, to - from, 1, largest);
        }
        int width = Math.min(WIDTH, (to - from) / 4);
        float[] best = new float[width];
        int rows = (to - from) / width;
        ofRows(x, from, rows, width, width, largest, new float[width], best);
        float extreme = one(best, 0, width, 1, largest);
        for (int i = from + rows * width; i < to; i++) {
            extreme = largest ? Math.max(extreme, x[i]) : Math.min(extreme, x[i]);
        }
        return extreme;
    }

    /** Sets the first {@code width} elements of {@code best} to the extremes of columns. */
    private static void ofColumns(
            float[] x, int from, int length, int inner, int width, boolean largest, float[] row, float[] best) {
        int together = inner < SHORT ? Math.min(SHORT / inner, length) : 1;
        int rows = length / together;
        ofRows(x, from, rows, together * inner, together == 1 ? width : together * inner, largest, row, best);
        for (int i = 0; together > 1 && i < inner; i++) {
            best[i] = one(best, i, together, inner, largest);
        }
        for (int l = rows * together; l < length; l++) { // rows that are left
            for (int i = 0; i < inner; i++) {
                float element = x[from + l * inner + i];
                best[i] = largest ? Math.max(best[i], element) : Math.min(best[i], element);
            }
        }
    }

    private static void ofRows(
            float[] x, int from, int rows, int step, int width, boolean largest, float[] row, float[] best) {
        System.arraycopy(x, from, best, 0, width);
        for (int l = 1; l < rows; l++) {
            System.arraycopy(x, from + l * step, row, 0, width);
            better(best, row, width, largest);
        }
    }

    private static void better(float[] best, float[] row, int width, boolean largest) {
        if (largest) {
            max(best, row, width);
        } else {
            min(best, row, width);
        }
    }

    private static void max(float[] best, float[] row, int width) {
        for (int i = 0; i < width; i++) {
            best[i] = Math.max(best[i], row[i]);
        }
    }

    private static void min(float[] best, float[] row, int width) {
        for (int i = 0; i < width; i++) {
            best[i] = Math.min(best[i], row[i]);
        }
    }

    /** The extreme of {@code count} elements that lie {@code step} apart. */
    private static float one(float[] x, int from, int count, int step, boolean largest) {
        float extreme = x[from];
        for (int i = 1; i < count; i++) {
            float element = x[from + i * step];
            extreme = largest ? Math.max(extreme, element) : Math.min(extreme, element);
        }
        return extreme;
    }
}
