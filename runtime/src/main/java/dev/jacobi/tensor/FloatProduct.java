package dev.jacobi.tensor;

/**
 * Matrix products in float arithmetic: by {@link FloatTiles tiles} where the matrices are small or thin, by
 * {@link FloatBlocks blocks} of long rows where they aren't. Both give an element the same bits. Where long rows meet a
 * {@link FloatColumn column}, there are more running sums.
 */
final class FloatProduct {
    /** Rows, or columns, are long from here on. */
    private static final int LONG = KernelProvider.FLOAT_ROWS.least();
    /** One row alone, for which rows of B are copied, has to be longer. */
    private static final int LONG_ALONE = 40;
    /** So many columns are worth the time that it takes to copy A by columns. */
    private static final int COLUMNS = 8;
    /** Of more rows than these several blocks copy B again, each by columns, if it is given by its transpose. */
    private static final int HIGH = 256;

    /** A multiplication and its addition take about this long in tiles. */
    private static final double NANOSECONDS = 0.2;
    /** So many of them make a piece of work for one of several cores. */
    private static final int PIECE = 1 << 18;

    private FloatProduct() {}

    /** C = A·B; see {@link Kernels}. */
    static void mm(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        mm(Transposed.NONE, m, n, k, a, aFrom, b, bFrom, c, cFrom);
    }

    /** C = A·B; see {@link Kernels}. */
    static void mm(
            Transposed by, int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        boolean blocks = k > 0 && (n >= (m == 1 ? LONG_ALONE : LONG) || n >= COLUMNS && m >= LONG);
        if (by.left() && !blocks) {
            mm(new Transposed(false, by.right()), m, n, k, flipped(a, aFrom, k, m), 0, b, bFrom, c, cFrom);
        } else if (by.right() && (!blocks || m > HIGH)) {
            mm(new Transposed(by.left(), false), m, n, k, a, aFrom, flipped(b, bFrom, n, k), 0, c, cFrom);
        } else if (blocks) {
            FloatMatrix left = FloatMatrix.of(a, aFrom, by.left() ? m : k, by.left());
            FloatMatrix right = FloatMatrix.of(b, bFrom, by.right() ? k : n, by.right());
            FloatBlocks.mm(m, n, k, left, right, c, cFrom);
        } else {
            small(m, n, k, a, aFrom, b, bFrom, c, cFrom);
        }
    }

    private static float[] flipped(float[] x, int from, int rows, int columns) {
        float[] out = new float[rows * columns];
        FloatTransposition.of(x, from, rows, columns, out, 0);
        return out;
    }

    private static void small(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        Cores.Work rows = n == 1 && k >= FloatColumn.LONG
                ? (from, to) -> FloatColumn.mv(to - from, k, a, aFrom + from * k, b, bFrom, c, cFrom + from)
                : (from, to) -> FloatTiles.mm(to - from, n, k, a, aFrom + from * k, b, bFrom, c, cFrom + from * n);
        if (m >= LONG && Cores.pays((long) m * n * k, NANOSECONDS)) {
            Cores.share(m, PIECE / (n * k) + LONG, rows);
        } else {
            rows.on(0, m);
        }
    }
}
