package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.FLOAT_ROWS;

import java.util.Arrays;

/**
 * Large matrix products in float arithmetic. Blocks of rows of the right factor are copied to where they stay in the
 * caches, and four rows of the result at a time gather their multiples. Where C is high and narrow, this makes Cᵀ =
 * Bᵀ·Aᵀ instead, whose rows are long.
 */
final class FloatBlocks {
    /** A row's length in a block. */
    private static final int WIDTH = 512;
    /** The number of rows in a block. */
    private static final int DEPTH = 128;
    /** So many rows of the result use a block before the next piece of work copies it again. */
    private static final int HEIGHT = 128;
    /** Narrower results are made by columns, if these are longer. */
    private static final int NARROW = 128;
    /** A multiplication and its addition take about this long. */
    private static final double NANOSECONDS = 0.04;

    private final boolean byColumns;
    private final int height;
    private final int width;
    private final int depth;
    private final int columns;
    private final float[] a;
    private final int aFrom;
    private final float[] b;
    private final int bFrom;
    private final float[] c;
    private final int cFrom;

    private FloatBlocks(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        byColumns = n < NARROW && n < m;
        height = byColumns ? n : m;
        width = byColumns ? m : n;
        depth = k;
        columns = n;
        this.a = a;
        this.aFrom = aFrom;
        this.b = b;
        this.bFrom = bFrom;
        this.c = c;
        this.cFrom = cFrom;
    }

    /** C = A·B; see {@link Kernels}. */
    static void mm(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        new FloatBlocks(m, n, k, a, aFrom, b, bFrom, c, cFrom).multiply((long) m * n * k);
    }

    private void multiply(long size) {
        int high = (height - 1) / HEIGHT + 1;
        int wide = (width - 1) / WIDTH + 1;
        Cores.Work pieces = (from, to) -> {
            for (int piece = from; piece < to; piece++) {
                piece(piece / wide, high, piece % wide, wide);
            }
        };
        if (high * wide > 1 && Cores.pays(size, NANOSECONDS)) {
            Cores.share(high * wide, pieces);
        } else {
            pieces.on(0, high * wide);
        }
    }

    /** The piece of the result in row {@code y} of {@code high} and column {@code x} of {@code wide}. */
    private void piece(int y, int high, int x, int wide) {
        int top = part(height, y, high);
        int bottom = part(height, y + 1, high);
        int left = part(width, x, wide);
        int length = part(width, x + 1, wide) - left;
        int room = FLOAT_ROWS.room(length);
        float[][] block = new float[Math.min(depth, DEPTH)][room];
        float[][] sums = new float[4][room];
        for (int p = 0; p < depth; p += DEPTH) {
            int rows = Math.min(DEPTH, depth - p);
            copyRight(p, rows, left, length, block);
            for (int i = top; i < bottom; i += 4) {
                add(i, Math.min(4, bottom - i), p, rows, left, length, block, sums);
            }
        }
    }

    /** Where the number {@code i} of {@code count} parts begins. */
    private static int part(int length, int i, int count) {
        return (int) ((long) length * i / count);
    }

    private void add(int i, int count, int p, int rows, int left, int length, float[][] block, float[][] sums) {
        for (int r = 0; r < count; r++) {
            if (p == 0) {
                Arrays.fill(sums[r], 0);
            } else {
                copyResult(i + r, left, length, sums[r]);
            }
        }
        float[] factors = byColumns ? b : a;
        int next = byColumns ? columns : 1;
        int down = byColumns ? 1 : depth;
        int first = (byColumns ? bFrom : aFrom) + i * down + p * next;
        if (count == 4) {
            FLOAT_ROWS.add(length, sums, block, rows, factors, first, next, down);
        } else {
            for (int r = 0; r < count; r++) {
                FLOAT_ROWS.addOne(length, sums[r], block, rows, factors, first + r * down, next);
            }
        }
        for (int r = 0; r < count; r++) {
            storeResult(sums[r], i + r, left, length);
        }
    }

    /** Rows of the right factor: of B, or of Aᵀ. */
    private void copyRight(int p, int rows, int left, int length, float[][] block) {
        if (byColumns) {
            for (int i = 0; i < length; i++) {
                int source = aFrom + (left + i) * depth + p;
                for (int q = 0; q < rows; q++) {
                    block[q][i] = a[source + q];
                }
            }
        } else {
            for (int q = 0; q < rows; q++) {
                System.arraycopy(b, bFrom + (p + q) * columns + left, block[q], 0, length);
            }
        }
    }

    /** Row i of the result, or of its transpose. */
    private void copyResult(int i, int left, int length, float[] row) {
        if (byColumns) {
            for (int j = 0, source = cFrom + left * columns + i; j < length; j++, source += columns) {
                row[j] = c[source];
            }
        } else {
            System.arraycopy(c, cFrom + i * columns + left, row, 0, length);
        }
    }

    private void storeResult(float[] row, int i, int left, int length) {
        if (byColumns) {
            for (int j = 0, target = cFrom + left * columns + i; j < length; j++, target += columns) {
                c[target] = row[j];
            }
        } else {
            System.arraycopy(row, 0, c, cFrom + i * columns + left, length);
        }
    }
}
