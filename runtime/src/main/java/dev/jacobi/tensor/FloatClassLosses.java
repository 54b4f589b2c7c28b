package dev.jacobi.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Cross-entropies of rows of float and their slopes in one pass: some rows at a time are copied to where they stay in
 * the first-level cache, and what is made on the way is written nowhere else. The exponentials are computed once for
 * both.
 *
 * @param length of a row
 * @param shares how much each class counts; null if {@code targets} names one class for each row
 * @param losses where −Σ share·ln p goes for each row; null if nobody asks
 * @param slopes where p·Σ share − share goes; null if nobody asks
 */
record FloatClassLosses(
        float[] x,
        int length,
        float @Nullable [] shares,
        int[] targets,
        float @Nullable [] losses,
        float @Nullable [] slopes) {

    /** Of the rows {@code from} to {@code to - 1}. */
    void on(int from, int to) {
        boolean fits = length <= BlockArrays.LENGTH;
        float[][] block = fits ? BlockArrays.floats(5) : new float[5][length];
        double[][] sums = BlockArrays.doubles(3);
        int most = fits ? BlockArrays.LENGTH / length : 1;
        for (int row = from; row < to; row += most) {
            some(row, Math.min(most, to - row), block, sums[0], sums[1], sums[2]);
        }
    }

    private void some(int row, int rows, float[][] block, double[] sums, double[] all, double[] weighted) {
        float[] shifted = block[0];
        float[] exps = block[1];
        float[] share = block[2];
        float[] products = block[3];
        float[] numbers = block[4];
        int n = rows * length;
        System.arraycopy(x, row * length, shifted, 0, n);
        FloatRowTotals.maxima(shifted, rows, length, numbers, exps, products);
        for (int r = 0; r < rows; r++) {
            subtract(shifted, numbers[r], r * length, (r + 1) * length);
        }
        UnaryOperation.EXP.kernel().apply(shifted, exps, 0, n);
        FloatRowTotals.sums(exps, rows, length, sums);
        if (shares != null) {
            System.arraycopy(shares, row * length, share, 0, n);
            FloatRowTotals.sums(share, rows, length, all);
        }
        if (losses != null) {
            logarithms(sums, numbers, rows);
            if (shares != null) {
                multiply(shifted, share, products, n);
                FloatRowTotals.sums(products, rows, length, weighted);
            }
            for (int r = 0; r < rows; r++) {
                losses[row + r] = shares != null
                        ? (float) (numbers[r] * all[r] - weighted[r])
                        : numbers[r] - shifted[r * length + targets[row + r]];
            }
        }
        if (slopes != null) {
            for (int r = 0; r < rows; r++) {
                slope(row + r, exps, share, (float) sums[r], all[r], r * length, (r + 1) * length);
            }
            System.arraycopy(exps, 0, slopes, row * length, n);
        }
    }

    private static void logarithms(double[] sums, float[] logs, int rows) {
        for (int r = 0; r < rows; r++) {
            logs[r] = FloatLog.of((float) sums[r]);
        }
    }

    private void slope(int row, float[] exps, float[] share, float sum, double all, int from, int to) {
        if (shares != null) {
            scaledLess(exps, (float) (all / sum), share, from, to);
        } else {
            scale(exps, 1 / sum, from, to);
            exps[from + targets[row]] -= 1;
        }
    }

    /** Multiplies each of some rows with a number; rows that have the same number as one. */
    static void scaleRows(float[] x, float[] factors, int length, int from, int to) {
        for (int row = from, next; row < to; row = next) {
            next = row + 1;
            while (next < to && Float.compare(factors[next], factors[row]) == 0) { // which tells 0 from −0
                next++;
            }
            scale(x, factors[row], row * length, next * length);
        }
    }

    private static void subtract(float[] x, float number, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] -= number;
        }
    }

    private static void scale(float[] x, float factor, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] *= factor;
        }
    }

    private static void scaledLess(float[] x, float factor, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = x[i] * factor - y[i];
        }
    }

    private static void multiply(float[] x, float[] y, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = x[i] * y[i];
        }
    }
}
