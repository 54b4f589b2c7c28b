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
 * @param factor multiplies the slopes
 */
record FloatClassLosses(
        float[] x,
        int length,
        float @Nullable [] shares,
        int[] targets,
        float @Nullable [] losses,
        float @Nullable [] slopes,
        float factor) {

    /** Four shorter rows at a time take half as long as one after the other. */
    private static final int SHORT = 16;

    /** Of the rows {@code from} to {@code to - 1}. */
    void on(int from, int to) {
        boolean fits = length <= BlockArrays.LENGTH;
        float[][] block = fits ? BlockArrays.floats(5) : new float[5][Math.max(length, BlockArrays.LENGTH)];
        double[][] totals = BlockArrays.doubles(3);
        int most = fits ? BlockArrays.LENGTH / length : 1;
        for (int row = from, next; row < to; row = next) {
            next = Math.min(to, row + BlockArrays.LENGTH / most * most);
            for (int r = row; r < next; r += most) {
                some(r, Math.min(most, next - r), block, r - row, totals);
            }
            if (losses != null) {
                losses(losses, row, next - row, block[3], block[4], totals);
            }
        }
    }

    /**
     * Some rows' slopes and what their losses are made of.
     *
     * @param at where that goes
     * @param totals for each row the sum of its exponentials, that of its shares, and that of shares times what the
     *     largest element exceeds the others by, negative
     */
    private void some(int row, int rows, float[][] block, int at, double[][] totals) {
        float[] shifted = block[0];
        float[] share = block[2];
        float[] products = block[3];
        float[] largest = block[4];
        int n = rows * length;
        System.arraycopy(x, row * length, shifted, 0, n);
        FloatRowTotals.maxima(shifted, rows, length, largest, block[1], products);
        subtract(shifted, largest, rows, length);
        float[] exps = FloatExp.of(shifted, block[1], n);
        FloatRowTotals.sums(exps, rows, length, totals[0], at);
        if (shares != null) {
            System.arraycopy(shares, row * length, share, 0, n);
            FloatRowTotals.sums(share, rows, length, totals[1], at);
        }
        if (losses != null && shares != null) {
            multiply(shifted, share, products, n);
            FloatRowTotals.sums(products, rows, length, totals[2], at);
        } else if (losses != null) {
            for (int r = 0; r < rows; r++) {
                totals[1][at + r] = 1;
                totals[2][at + r] = shifted[r * length + targets[row + r]];
            }
        }
        if (slopes != null) {
            slopes(row, rows, exps, share, at, totals, largest);
            System.arraycopy(exps, 0, slopes, row * length, n);
        }
    }

    /** ln Σe·Σy − Σy·(x − max x) of some rows. */
    private static void losses(float[] out, int row, int rows, float[] sums, float[] logs, double[][] totals) {
        for (int r = 0; r < rows; r++) {
            sums[r] = (float) totals[0][r];
        }
        UnaryOperation.LOG.kernel().apply(sums, logs, 0, rows);
        for (int r = 0; r < rows; r++) {
            out[row + r] = (float) (logs[r] * totals[1][r] - totals[2][r]);
        }
    }

    private void slopes(int row, int rows, float[] exps, float[] share, int at, double[][] totals, float[] factors) {
        for (int r = 0; r < rows; r++) {
            float sum = (float) totals[0][at + r];
            factors[r] = shares != null ? (float) (totals[1][at + r] / sum) : 1 / sum;
        }
        if (shares != null) {
            scaledLess(exps, factors, share, factor, rows, length);
            return;
        }
        for (int r = 0; r < rows; r++) {
            int target = r * length + targets[row + r];
            float slope = (exps[target] * factors[r] - 1) * factor;
            scale(exps, factors[r], factor, r * length, (r + 1) * length);
            exps[target] = slope;
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

    /** Takes a number from each row. */
    private static void subtract(float[] x, float[] numbers, int rows, int length) {
        int row = 0;
        for (; length < SHORT && row + 3 < rows; row += 4) {
            subtractFour(x, row * length, length, numbers, row);
        }
        for (; row < rows; row++) {
            subtract(x, numbers[row], row * length, (row + 1) * length);
        }
    }

    private static void subtractFour(float[] x, int first, int length, float[] numbers, int row) {
        int second = first + length;
        int third = second + length;
        int fourth = third + length;
        float n0 = numbers[row];
        float n1 = numbers[row + 1];
        float n2 = numbers[row + 2];
        float n3 = numbers[row + 3];
        for (int i = 0; i < length; i++) {
            x[first + i] -= n0;
            x[second + i] -= n1;
            x[third + i] -= n2;
            x[fourth + i] -= n3;
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

    private static void scale(float[] x, float factor, float then, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = x[i] * factor * then;
        }
    }

    /** Multiplies each row with a number, takes y from it, and multiplies what is left. */
    private static void scaledLess(float[] x, float[] factors, float[] y, float then, int rows, int length) {
        int row = 0;
        for (; length < SHORT && row + 3 < rows; row += 4) {
            scaledLessFour(x, row * length, length, factors, row, y, then);
        }
        for (; row < rows; row++) {
            scaledLess(x, factors[row], y, then, row * length, (row + 1) * length);
        }
    }

    private static void scaledLessFour(
            float[] x, int first, int length, float[] factors, int row, float[] y, float then) {
        int second = first + length;
        int third = second + length;
        int fourth = third + length;
        float f0 = factors[row];
        float f1 = factors[row + 1];
        float f2 = factors[row + 2];
        float f3 = factors[row + 3];
        for (int i = 0; i < length; i++) {
            x[first + i] = (x[first + i] * f0 - y[first + i]) * then;
            x[second + i] = (x[second + i] * f1 - y[second + i]) * then;
            x[third + i] = (x[third + i] * f2 - y[third + i]) * then;
            x[fourth + i] = (x[fourth + i] * f3 - y[fourth + i]) * then;
        }
    }

    private static void scaledLess(float[] x, float factor, float[] y, float then, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = (x[i] * factor - y[i]) * then;
        }
    }

    private static void multiply(float[] x, float[] y, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = x[i] * y[i];
        }
    }
}
