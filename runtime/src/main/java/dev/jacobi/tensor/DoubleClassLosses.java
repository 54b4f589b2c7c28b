package dev.jacobi.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Cross-entropies of rows of double and their slopes in one pass: some rows at a time are copied to where they stay in
 * the first-level cache, and what is made on the way is written nowhere else. The exponentials are computed once for
 * both.
 *
 * @param length of a row
 * @param shares how much each class counts; null if {@code targets} names one class for each row
 * @param losses where −Σ share·ln p goes for each row; null if nobody asks
 * @param slopes where p·Σ share − share goes; null if nobody asks
 * @param factor multiplies the slopes
 */
record DoubleClassLosses(
        double[] x,
        int length,
        double @Nullable [] shares,
        int[] targets,
        double @Nullable [] losses,
        double @Nullable [] slopes,
        double factor) {

    /** So many elements are added up together. */
    private static final int BLOCK = 128;

    /** Of the rows {@code from} to {@code to - 1}. */
    void on(int from, int to) {
        boolean fits = length <= BlockArrays.LENGTH;
        double[][] block = fits ? BlockArrays.doubles(5) : new double[5][length];
        int most = fits ? BlockArrays.LENGTH / length : 1;
        for (int row = from; row < to; row += most) {
            some(row, Math.min(most, to - row), block[0], block[1], block[2], block[3], block[4]);
        }
    }

    private void some(
            int row, int rows, double[] shifted, double[] exps, double[] share, double[] sums, double[] logs) {
        int n = rows * length;
        System.arraycopy(x, row * length, shifted, 0, n);
        if (shares != null) {
            System.arraycopy(shares, row * length, share, 0, n);
        }
        for (int from = 0; from < n; from += length) {
            subtract(shifted, largest(shifted, from, from + length), from, from + length);
        }
        UnaryOperation.EXP.kernel().apply(shifted, exps, 0, n);
        for (int r = 0; r < rows; r++) {
            sums[r] = DoubleSoftmax.sum(exps, r * length, length);
        }
        if (losses != null) {
            UnaryOperation.LOG.kernel().apply(sums, logs, 0, rows);
            for (int r = 0; r < rows; r++) {
                losses[row + r] = shares != null
                        ? -weighted(shifted, logs[r], share, r * length, (r + 1) * length)
                        : logs[r] - shifted[r * length + targets[row + r]];
            }
        }
        if (slopes != null) {
            for (int r = 0; r < rows; r++) {
                slope(row + r, exps, share, sums[r], r * length, (r + 1) * length);
            }
            System.arraycopy(exps, 0, slopes, row * length, n);
        }
    }

    private void slope(int row, double[] exps, double[] share, double sum, int from, int to) {
        if (shares != null) {
            double all = DoubleSoftmax.sum(share, from, length);
            scaledLess(exps, all / sum, share, factor, from, to);
        } else {
            int target = from + targets[row];
            double inverse = 1 / sum;
            double slope = (exps[target] * inverse - 1) * factor;
            scale(exps, inverse, factor, from, to);
            exps[target] = slope;
        }
    }

    /** The largest of a row; NaN if any is. */
    private static double largest(double[] x, int from, int to) {
        double m0 = x[from], m1 = m0, m2 = m0, m3 = m0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            m0 = Math.max(m0, x[i]);
            m1 = Math.max(m1, x[i + 1]);
            m2 = Math.max(m2, x[i + 2]);
            m3 = Math.max(m3, x[i + 3]);
        }
        for (; i < to; i++) {
            m0 = Math.max(m0, x[i]);
        }
        return Math.max(Math.max(m0, m1), Math.max(m2, m3));
    }

    /** Multiplies each of some rows with a number; rows that have the same number as one. */
    static void scaleRows(double[] x, double[] factors, int length, int from, int to) {
        for (int row = from, next; row < to; row = next) {
            next = row + 1;
            while (next < to && Double.compare(factors[next], factors[row]) == 0) { // which tells 0 from −0
                next++;
            }
            scale(x, factors[row], row * length, next * length);
        }
    }

    private static void subtract(double[] x, double number, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] -= number;
        }
    }

    private static void scale(double[] x, double factor, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] *= factor;
        }
    }

    private static void scale(double[] x, double factor, double then, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = x[i] * factor * then;
        }
    }

    private static void scaledLess(double[] x, double factor, double[] y, double then, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = (x[i] * factor - y[i]) * then;
        }
    }

    /** Σ y·(x − number), by running sums that don't wait for one another. */
    private static double weighted(double[] x, double number, double[] y, int from, int to) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        double sum = 0;
        int i = from;
        while (i + 7 < to) {
            for (int end = Math.min(to, i + BLOCK); i + 7 < end; i += 8) {
                s0 = Math.fma(y[i], x[i] - number, s0);
                s1 = Math.fma(y[i + 1], x[i + 1] - number, s1);
                s2 = Math.fma(y[i + 2], x[i + 2] - number, s2);
                s3 = Math.fma(y[i + 3], x[i + 3] - number, s3);
                s4 = Math.fma(y[i + 4], x[i + 4] - number, s4);
                s5 = Math.fma(y[i + 5], x[i + 5] - number, s5);
                s6 = Math.fma(y[i + 6], x[i + 6] - number, s6);
                s7 = Math.fma(y[i + 7], x[i + 7] - number, s7);
            }
            sum += (s0 + s1 + s2 + s3) + (s4 + s5 + s6 + s7);
            s0 = s1 = s2 = s3 = s4 = s5 = s6 = s7 = 0;
        }
        for (; i < to; i++) {
            sum += y[i] * (x[i] - number);
        }
        return sum;
    }
}
