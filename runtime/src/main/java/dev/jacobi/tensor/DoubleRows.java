package dev.jacobi.tensor;

/**
 * The loops in plain Java. HotSpot vectorises a loop only if all arrays have one index expression, and unrolls it only
 * if its body is small: with more rows at a time these take four times as long.
 */
final class DoubleRows implements DoubleRowSums {
    /**
     * Four rows at a time pay from here on. Shorter ones have a loop of their own, as they would keep HotSpot from
     * unrolling this one.
     */
    private static final int LONG = 112;

    @Override
    public int least() {
        return 40;
    }

    @Override
    public int room(int width) {
        return DoubleBlock.room(width);
    }

    @Override
    public void add(int width, double[][] c, double[][] b, int rows, double[] a, int aFrom, int next, int down) {
        if (width < LONG) {
            addPairs(width, c, b, rows, a, aFrom, next, down);
        } else {
            addFour(width, c, b, rows, a, aFrom, next, down);
        }
    }

    private static void addFour(
            int width, double[][] c, double[][] b, int rows, double[] a, int aFrom, int next, int down) {
        double[] c0 = c[0];
        double[] c1 = c[1];
        double[] c2 = c[2];
        double[] c3 = c[3];
        int p = 0;
        for (int q = aFrom; p + 1 < rows; p += 2, q += 2 * next) {
            double[] b0 = b[p];
            double[] b1 = b[p + 1];
            double a00 = a[q];
            double a01 = a[q + next];
            double a10 = a[q + down];
            double a11 = a[q + down + next];
            double a20 = a[q + 2 * down];
            double a21 = a[q + 2 * down + next];
            double a30 = a[q + 3 * down];
            double a31 = a[q + 3 * down + next];
            for (int j = 0; j < width; j++) {
                double x0 = b0[j];
                double x1 = b1[j];
                c0[j] = Math.fma(a01, x1, Math.fma(a00, x0, c0[j]));
                c1[j] = Math.fma(a11, x1, Math.fma(a10, x0, c1[j]));
                c2[j] = Math.fma(a21, x1, Math.fma(a20, x0, c2[j]));
                c3[j] = Math.fma(a31, x1, Math.fma(a30, x0, c3[j]));
            }
        }
        if (p < rows) {
            for (int r = 0; r < 4; r++) {
                addRows(width, c[r], b, p, rows, a, aFrom + r * down + p * next, next);
            }
        }
    }

    /** Two rows at a time, and then the other two. With a method for two rows HotSpot doesn't vectorise the loop. */
    private static void addPairs(
            int width, double[][] c, double[][] b, int rows, double[] a, int aFrom, int next, int down) {
        for (int r = 0; r < 4; r += 2) {
            int from = aFrom + r * down;
            double[] c0 = c[r];
            double[] c1 = c[r + 1];
            int p = 0;
            for (int q = from; p + 3 < rows; p += 4, q += 4 * next) {
                double[] b0 = b[p];
                double[] b1 = b[p + 1];
                double[] b2 = b[p + 2];
                double[] b3 = b[p + 3];
                double a00 = a[q];
                double a01 = a[q + next];
                double a02 = a[q + 2 * next];
                double a03 = a[q + 3 * next];
                double a10 = a[q + down];
                double a11 = a[q + down + next];
                double a12 = a[q + down + 2 * next];
                double a13 = a[q + down + 3 * next];
                for (int j = 0; j < width; j++) {
                    double x0 = b0[j];
                    double x1 = b1[j];
                    double x2 = b2[j];
                    double x3 = b3[j];
                    c0[j] = Math.fma(a03, x3, Math.fma(a02, x2, Math.fma(a01, x1, Math.fma(a00, x0, c0[j]))));
                    c1[j] = Math.fma(a13, x3, Math.fma(a12, x2, Math.fma(a11, x1, Math.fma(a10, x0, c1[j]))));
                }
            }
            if (p < rows) {
                addRows(width, c0, b, p, rows, a, from + p * next, next);
                addRows(width, c1, b, p, rows, a, from + down + p * next, next);
            }
        }
    }

    @Override
    public void addOne(int width, double[] c, double[][] b, int rows, double[] a, int aFrom, int next) {
        addRows(width, c, b, 0, rows, a, aFrom, next);
    }

    private static void addRows(
            int width, double[] c, double[][] b, int from, int rows, double[] a, int aFrom, int next) {
        int p = from;
        int q = aFrom;
        for (; p + 3 < rows; p += 4, q += 4 * next) {
            double[] b0 = b[p];
            double[] b1 = b[p + 1];
            double[] b2 = b[p + 2];
            double[] b3 = b[p + 3];
            double a0 = a[q];
            double a1 = a[q + next];
            double a2 = a[q + 2 * next];
            double a3 = a[q + 3 * next];
            for (int j = 0; j < width; j++) {
                c[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], c[j]))));
            }
        }
        for (; p < rows; p++, q += next) {
            double[] b0 = b[p];
            double a0 = a[q];
            for (int j = 0; j < width; j++) {
                c[j] = Math.fma(a0, b0[j], c[j]);
            }
        }
    }
}
