package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

import java.util.Arrays;

/**
 * Softmax and what its derivatives take, along rows of double that lie one after the other. Some rows at a time are
 * copied to where they stay in the first-level cache, and what belongs to a row is repeated for each of its elements:
 * so all loops have one index, which HotSpot needs to vectorise them, and short rows cost no more than long ones.
 */
final class DoubleSoftmax {
    /** The elements of the rows that are taken at a time, unless one row has more. */
    private static final int BLOCK = 512;

    /** Sums of so few elements need no kernel. */
    private static final int SHORT = 16;

    private final int length;
    private final int rows;
    private final double[] first;
    private final double[] second;

    /** Of each row a number, as often as it has elements. */
    private final double[] each;

    private final double[] sums;

    private DoubleSoftmax(int length, int rows) {
        this.length = length;
        this.rows = rows;
        this.first = new double[rows * length];
        this.second = new double[rows * length];
        this.each = new double[rows * length];
        this.sums = new double[rows];
    }

    /** What is done with some rows, the first of which begins at {@code from}. */
    private interface Step {
        void on(DoubleSoftmax block, int from);
    }

    /** Does so with the rows {@code from} to {@code to - 1}. */
    private static void blocks(int length, int from, int to, Step step) {
        DoubleSoftmax block = new DoubleSoftmax(length, Math.min(to - from, Math.max(1, BLOCK / length)));
        for (int row = from; row < to; row += block.rows) {
            if (block.rows > to - row) {
                block = new DoubleSoftmax(length, to - row);
            }
            step.on(block, row * length);
        }
    }

    /** Softmax, or its logarithm, of some rows of x with the given largest elements. */
    static void of(double[] x, double[] largest, int length, boolean log, double[] out, int from, int to) {
        blocks(length, from, to, (block, at) -> {
            block.take(x, at, block.first);
            for (int row = 0; row < block.rows; row++) {
                block.repeat(row, largest[at / length + row]);
            }
            subtract(block.first, block.each);
            UnaryOperation.EXP.kernel().apply(block.first, block.second);
            for (int row = 0; row < block.rows; row++) {
                block.sums[row] = block.sum(block.second, row);
            }
            if (log) {
                UnaryOperation.LOG.kernel().apply(block.sums, block.sums);
            }
            for (int row = 0; row < block.rows; row++) {
                block.repeat(row, block.sums[row]);
            }
            if (log) {
                subtract(block.first, block.each);
                block.give(block.first, out, at);
            } else {
                divide(block.second, block.each);
                block.give(block.second, out, at);
            }
        });
    }

    /** v − p·Σv of some rows. */
    static void logBar(double[] v, double[] p, int length, double[] out, int from, int to) {
        blocks(length, from, to, (block, at) -> {
            block.take(v, at, block.first);
            block.take(p, at, block.second);
            for (int row = 0; row < block.rows; row++) {
                block.repeat(row, block.sum(block.first, row));
            }
            multiply(block.second, block.each);
            subtract(block.first, block.second);
            block.give(block.first, out, at);
        });
    }

    /** p·(v − Σpv) of some rows. */
    static void bar(double[] v, double[] p, int length, double[] out, int from, int to) {
        blocks(length, from, to, (block, at) -> {
            block.take(p, at, block.first);
            block.take(v, at, block.second);
            multiply(block.second, block.first);
            for (int row = 0; row < block.rows; row++) {
                block.repeat(row, block.sum(block.second, row));
            }
            block.take(v, at, block.second);
            subtract(block.second, block.each);
            multiply(block.second, block.first);
            block.give(block.second, out, at);
        });
    }

    private void take(double[] x, int from, double[] block) {
        System.arraycopy(x, from, block, 0, block.length);
    }

    private void give(double[] block, double[] out, int from) {
        System.arraycopy(block, 0, out, from, block.length);
    }

    private void repeat(int row, double value) {
        Arrays.fill(each, row * length, (row + 1) * length, value);
    }

    private double sum(double[] block, int row) {
        int from = row * length;
        if (length > SHORT) {
            return KERNELS.sum(block, from, from + length);
        }
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += block[i];
        }
        return sum;
    }

    private static void subtract(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= y[i];
        }
    }

    private static void multiply(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= y[i];
        }
    }

    private static void divide(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] /= y[i];
        }
    }
}
