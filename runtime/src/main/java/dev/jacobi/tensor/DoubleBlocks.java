package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.DOUBLE_ROWS;

import java.util.Arrays;

/**
 * Large matrix products in double arithmetic. Blocks of rows of the right factor are copied to where they stay in the
 * caches, and four rows of the result at a time gather their multiples. Where C is high and narrow, this makes Cᵀ =
 * Bᵀ·Aᵀ instead, whose rows are long.
 */
final class DoubleBlocks {
    /** A row's length in a block. */
    private static final int WIDTH = 256;
    /** The number of rows in a block. */
    private static final int DEPTH = 128;
    /**
     * The number of rows in a block that only one row of the result uses, as copies in the first-level cache are best.
     */
    private static final int FEW = 8;
    /** So many rows of the result use a block before the next piece of work copies it again. */
    private static final int HEIGHT = 128;
    /** Narrower results are made by columns, if these are longer. */
    private static final int NARROW = 128;
    /** A multiplication and its addition take about this long. */
    private static final double NANOSECONDS = 0.08;

    private final boolean byColumns;
    private final int height;
    private final int width;
    private final int depth;
    private final int columns;
    private final DoubleMatrix factors;
    private final DoubleMatrix right;
    private final double[] c;
    private final int cFrom;

    private DoubleBlocks(int m, int n, int k, DoubleMatrix a, DoubleMatrix b, double[] c, int cFrom) {
        byColumns = n < NARROW && n < m;
        height = byColumns ? n : m;
        width = byColumns ? m : n;
        depth = k;
        columns = n;
        factors = byColumns ? b.transposed() : a;
        right = byColumns ? a.transposed() : b;
        this.c = c;
        this.cFrom = cFrom;
    }

    /** C = A·B; see {@link Kernels}. */
    static void mm(int m, int n, int k, DoubleMatrix a, DoubleMatrix b, double[] c, int cFrom) {
        new DoubleBlocks(m, n, k, a, b, c, cFrom).multiply((long) m * n * k);
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
        if (bottom - top == 1) {
            alone(top, left, length);
            return;
        }
        DoubleStrips strips = DoubleStrips.own(Math.min(depth, DEPTH), DOUBLE_ROWS.room(length));
        double[][] block = strips.block();
        double[][] sums = strips.sums();
        for (int p = 0; p < depth; p += DEPTH) {
            int rows = Math.min(DEPTH, depth - p);
            copyRight(p, rows, left, length, block);
            for (int i = top; i < bottom; i += 4) {
                add(i, Math.min(4, bottom - i), p, rows, left, length, block, sums);
            }
        }
    }

    /** The only row of a piece. */
    private void alone(int i, int left, int length) {
        int most = Math.min(depth, right.next() == 1 ? FEW : DEPTH);
        DoubleStrips strips = DoubleStrips.own(most, DOUBLE_ROWS.room(length));
        double[] sums = strips.sums()[0];
        Arrays.fill(sums, 0);
        for (int p = 0; p < depth; p += most) {
            int rows = Math.min(most, depth - p);
            copyRight(p, rows, left, length, strips.block());
            DOUBLE_ROWS.addOne(
                    length, sums, strips.block(), rows, factors.elements(), factors.at(i, p), factors.next());
        }
        storeResult(sums, i, left, length);
    }

    /** Where the number {@code i} of {@code count} parts begins. */
    private static int part(int length, int i, int count) {
        return (int) ((long) length * i / count);
    }

    private void add(int i, int count, int p, int rows, int left, int length, double[][] block, double[][] sums) {
        for (int r = 0; r < count; r++) {
            if (p == 0) {
                Arrays.fill(sums[r], 0);
            } else {
                copyResult(i + r, left, length, sums[r]);
            }
        }
        int next = factors.next();
        int down = factors.down();
        int first = factors.at(i, p);
        if (count == 4) {
            DOUBLE_ROWS.add(length, sums, block, rows, factors.elements(), first, next, down);
        } else {
            for (int r = 0; r < count; r++) {
                DOUBLE_ROWS.addOne(length, sums[r], block, rows, factors.elements(), first + r * down, next);
            }
        }
        for (int r = 0; r < count; r++) {
            storeResult(sums[r], i + r, left, length);
        }
    }

    /** Rows of the right factor: of B, or of Aᵀ. */
    private void copyRight(int p, int rows, int left, int length, double[][] block) {
        if (right.next() == 1) {
            for (int q = 0; q < rows; q++) {
                System.arraycopy(right.elements(), right.at(p + q, left), block[q], 0, length);
            }
            return;
        }
        int i = 0;
        for (; i + 3 < length; i += 4) {
            copyFour(right.at(p, left + i), rows, i, block);
        }
        for (; i < length; i++) {
            for (int q = 0; q < rows; q++) {
                block[q][i] = right.elements()[right.at(p + q, left + i)];
            }
        }
    }

    private void copyFour(int from, int rows, int i, double[][] block) {
        double[] elements = right.elements();
        int down = right.down();
        int next = right.next();
        for (int q = 0, source = from; q < rows; q++, source += down) {
            double[] row = block[q];
            row[i] = elements[source];
            row[i + 1] = elements[source + next];
            row[i + 2] = elements[source + 2 * next];
            row[i + 3] = elements[source + 3 * next];
        }
    }

    /** Row i of the result, or of its transpose. */
    private void copyResult(int i, int left, int length, double[] row) {
        if (byColumns) {
            for (int j = 0, source = cFrom + left * columns + i; j < length; j++, source += columns) {
                row[j] = c[source];
            }
        } else {
            System.arraycopy(c, cFrom + i * columns + left, row, 0, length);
        }
    }

    private void storeResult(double[] row, int i, int left, int length) {
        if (byColumns) {
            for (int j = 0, target = cFrom + left * columns + i; j < length; j++, target += columns) {
                c[target] = row[j];
            }
        } else {
            System.arraycopy(row, 0, c, cFrom + i * columns + left, length);
        }
    }
}
