package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.FLOAT_LANES;

import java.util.Arrays;

/**
 * Products of a matrix of long rows and a column. The inner product of a row has as many running sums as a piece of the
 * row has elements, which HotSpot vectorises; they are folded twice, and what is left is added up. So its error grows
 * much less with the length than that of a single running sum, which the tiles have.
 */
final class FloatColumn {
    /** Rows are long from here on. */
    static final int LONG = 512;

    /** The length of a piece, and so the number of running sums. */
    static final int PIECE = 256;

    /** What the running sums are folded to first, four to one, and then once more. */
    static final int FOLDED = PIECE / 4;

    static final int LEFT = FOLDED / 4;

    /** The pieces of four rows of A and B that a loop takes at a time. */
    private static final int TOGETHER = 4;

    private FloatColumn() {}

    /** C = A·B for an A of m rows of {@code k} elements. */
    static void mv(int m, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        int pieces = (k - 1) / PIECE + 1;
        float[] column = Arrays.copyOf(Arrays.copyOfRange(b, bFrom, bFrom + k), pieces * PIECE);
        if (FLOAT_LANES.mv(m, k, a, aFrom, column, c, cFrom)) {
            return;
        }
        float[][] columns = new float[pieces][FloatBlock.room(PIECE)];
        for (int q = 0; q < pieces; q++) {
            System.arraycopy(column, q * PIECE, columns[q], 0, PIECE);
        }
        float[][] rows = new float[TOGETHER + 1][FloatBlock.room(PIECE)];
        for (int i = 0; i < m; i++) {
            c[cFrom + i] = product(k, a, aFrom + i * k, columns, rows);
        }
    }

    private static float product(int k, float[] a, int from, float[][] columns, float[][] rows) {
        float[] sums = rows[TOGETHER];
        int q = 0;
        if (columns.length >= TOGETHER) {
            copyFour(k, a, from, 0, rows);
            firstFour(rows[0], rows[1], rows[2], rows[3], columns[0], columns[1], columns[2], columns[3], sums);
            q = TOGETHER;
        } else {
            Arrays.fill(sums, 0, PIECE, 0);
        }
        for (; q + TOGETHER <= columns.length; q += TOGETHER) {
            copyFour(k, a, from, q, rows);
            addFour(rows, columns[q], columns[q + 1], columns[q + 2], columns[q + 3], sums);
        }
        for (; q < columns.length; q++) {
            copy(k, a, from, q, rows[0]);
            add(rows[0], columns[q], sums);
        }
        return folded(sums);
    }

    private static void copyFour(int k, float[] a, int from, int piece, float[][] rows) {
        for (int r = 0; r < TOGETHER; r++) {
            copy(k, a, from, piece + r, rows[r]);
        }
    }

    private static void firstFour(
            float[] a0,
            float[] a1,
            float[] a2,
            float[] a3,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float[] sums) {
        for (int j = 0; j < PIECE; j++) {
            sums[j] = Math.fma(a3[j], b3[j], Math.fma(a2[j], b2[j], Math.fma(a1[j], b1[j], Math.fma(a0[j], b0[j], 0))));
        }
    }

    /** A piece of the row that begins at {@code from}; the last one is filled up with zeros. */
    static void copy(int k, float[] a, int from, int piece, float[] row) {
        int length = Math.min(PIECE, k - piece * PIECE);
        System.arraycopy(a, from + piece * PIECE, row, 0, length);
        if (length < PIECE) {
            Arrays.fill(row, length, PIECE, 0);
        }
    }

    private static void addFour(float[][] rows, float[] b0, float[] b1, float[] b2, float[] b3, float[] sums) {
        float[] a0 = rows[0];
        float[] a1 = rows[1];
        float[] a2 = rows[2];
        float[] a3 = rows[3];
        for (int j = 0; j < PIECE; j++) {
            sums[j] = Math.fma(
                    a3[j], b3[j], Math.fma(a2[j], b2[j], Math.fma(a1[j], b1[j], Math.fma(a0[j], b0[j], sums[j]))));
        }
    }

    private static void add(float[] a, float[] b, float[] sums) {
        for (int j = 0; j < PIECE; j++) {
            sums[j] = Math.fma(a[j], b[j], sums[j]);
        }
    }

    private static float folded(float[] s) {
        for (int j = 0; j < FOLDED; j++) { // HotSpot vectorises this, as the distances are constants
            s[j] = (s[j] + s[j + FOLDED]) + (s[j + 2 * FOLDED] + s[j + 3 * FOLDED]);
        }
        for (int j = 0; j < LEFT; j++) {
            s[j] = (s[j] + s[j + LEFT]) + (s[j + 2 * LEFT] + s[j + 3 * LEFT]);
        }
        return left(s);
    }

    /** The sum of the first 16 elements. */
    static float left(float[] s) {
        float s0 = (s[0] + s[4]) + (s[8] + s[12]);
        float s1 = (s[1] + s[5]) + (s[9] + s[13]);
        float s2 = (s[2] + s[6]) + (s[10] + s[14]);
        float s3 = (s[3] + s[7]) + (s[11] + s[15]);
        return (s0 + s2) + (s1 + s3);
    }
}
