package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

import java.util.Arrays;

/**
 * Softmax and what its derivatives take, along rows of float that lie one after the other. Some rows at a time are
 * copied to where they stay in the first-level cache, and what belongs to a row is repeated for each of its elements:
 * so all loops have one index, which HotSpot needs to vectorise them, and short rows cost no more than long ones.
 */
final class FloatSoftmax {
    /** The elements of the rows that are taken at a time, unless one row has more. */
    private static final int BLOCK = 512;

    /** Sums of so few elements need no kernel. */
    private static final int SHORT = 16;

    private final int length;
    private final int rows;
    private final float[] first;
    private final float[] second;

    /** Of each row a number, as often as it has elements. */
    private final float[] each;

    private final float[] sums;

    private FloatSoftmax(int length, int rows) {
        this.length = length;
        this.rows = rows;
        this.first = new float[rows * length];
        this.second = new float[rows * length];
        this.each = new float[rows * length];
        this.sums = new float[rows];
    }

    /** What is done with some rows, the first of which begins at {@code from}. */
    private interface Step {
        void on(FloatSoftmax block, int from);
    }

    /** Does so with the rows {@code from} to {@code to - 1}. */
    private static void blocks(int length, int from, int to, Step step) {
        FloatSoftmax block = new FloatSoftmax(length, Math.min(to - from, Math.max(1, BLOCK / length)));
        for (int row = from; row < to; row += block.rows) {
            if (block.rows > to - row) {
                block = new FloatSoftmax(length, to - row);
            }
            step.on(block, row * length);
        }
    }

    /** Softmax, or its logarithm, of some rows of x with the given largest elements. */
    static void of(float[] x, float[] largest, int length, boolean log, float[] out, int from, int to) {
        blocks(length, from, to, (block, at) -> {
            block.take(x, at, block.first);
            for (int row = 0; row < block.rows; row++) {
                block.repeat(row, largest[at / length + row]);
            }
            subtract(block.first, block.each);
            UnaryOperation.EXP.kernel().apply(block.first, block.second);
            for (int row = 0; row < block.rows; row++) {
                block.sums[row] = (float) block.sum(block.second, row);
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
    static void logBar(float[] v, float[] p, int length, float[] out, int from, int to) {
        blocks(length, from, to, (block, at) -> {
            block.take(v, at, block.first);
            block.take(p, at, block.second);
            for (int row = 0; row < block.rows; row++) {
                block.repeat(row, (float) block.sum(block.first, row));
            }
            multiply(block.second, block.each);
            subtract(block.first, block.second);
            block.give(block.first, out, at);
        });
    }

    /** p·(v − Σpv) of some rows. */
    static void bar(float[] v, float[] p, int length, float[] out, int from, int to) {
        blocks(length, from, to, (block, at) -> {
            block.take(p, at, block.first);
            block.take(v, at, block.second);
            multiply(block.second, block.first);
            for (int row = 0; row < block.rows; row++) {
                block.repeat(row, (float) block.sum(block.second, row));
            }
            block.take(v, at, block.second);
            subtract(block.second, block.each);
            multiply(block.second, block.first);
            block.give(block.second, out, at);
        });
    }

    private void take(float[] x, int from, float[] block) {
        System.arraycopy(x, from, block, 0, block.length);
    }

    private void give(float[] block, float[] out, int from) {
        System.arraycopy(block, 0, out, from, block.length);
    }

    private void repeat(int row, float value) {
        Arrays.fill(each, row * length, (row + 1) * length, value);
    }

    private double sum(float[] block, int row) {
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

    private static void subtract(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= y[i];
        }
    }

    private static void multiply(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= y[i];
        }
    }

    private static void divide(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] /= y[i];
        }
    }
}
