package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

/**
 * Softmax and what its derivatives take, along rows of float that lie one after the other. Some rows at a time are
 * copied to where they stay in the first-level cache, so that functions, which pay for long arrays, are computed of all
 * at once, and all loops have one index, which HotSpot needs to vectorise them.
 */
final class FloatSoftmax {
    /** Sums of so few elements need no kernel. */
    private static final int SHORT = 16;

    private final int length;
    private final float[] first;
    private final float[] second;
    private final float[] sums;
    private final float[] logs;
    private int rows;

    /** The thread's own arrays, where they are long enough: nothing that is done with a block takes them. */
    private FloatSoftmax(int length, int most) {
        boolean fits = length <= BlockArrays.LENGTH;
        float[][] own = fits ? BlockArrays.floats(4) : new float[][] {new float[length], new float[length], {0}, {0}};
        this.length = length;
        this.first = own[0];
        this.second = own[1];
        this.sums = own[2];
        this.logs = own[3];
        this.rows = fits ? Math.min(most, BlockArrays.LENGTH / length) : 1;
    }

    /** What is done with some rows, the first of which begins at {@code from}. */
    private interface Step {
        void on(FloatSoftmax block, int from);
    }

    /** Does so with the rows {@code from} to {@code to - 1}. */
    private static void blocks(int length, int from, int to, Step step) {
        FloatSoftmax block = new FloatSoftmax(length, to - from);
        for (int row = from; row < to; row += block.rows) {
            block.rows = Math.min(block.rows, to - row);
            step.on(block, row * length);
        }
    }

    /** Softmax, or its logarithm, of some rows of x with the given largest elements. */
    static void of(float[] x, float[] largest, int length, boolean log, float[] out, int from, int to) {
        blocks(length, from, to, (block, at) -> {
            block.take(x, at, block.first);
            System.arraycopy(largest, at / length, block.logs, 0, block.rows);
            block.subtract(block.first, block.logs);
            UnaryOperation.EXP.kernel().apply(block.first, block.second, 0, block.size());
            block.sum(block.second);
            if (log) {
                UnaryOperation.LOG.kernel().apply(block.sums, block.logs, 0, block.rows);
                block.subtract(block.first, block.logs);
                block.give(block.first, out, at);
            } else {
                block.divide(block.second, block.sums);
                block.give(block.second, out, at);
            }
        });
    }

    /** v − p·Σv of some rows. */
    static void logBar(float[] v, float[] p, int length, float[] out, int from, int to) {
        blocks(length, from, to, (block, at) -> {
            block.take(v, at, block.first);
            block.take(p, at, block.second);
            block.sum(block.first);
            block.subtractMultiples(block.first, block.second, block.sums);
            block.give(block.first, out, at);
        });
    }

    /** p·(v − Σpv) of some rows. */
    static void bar(float[] v, float[] p, int length, float[] out, int from, int to) {
        blocks(length, from, to, (block, at) -> {
            block.take(p, at, block.first);
            block.take(v, at, block.second);
            multiply(block.second, block.first, block.size());
            block.sum(block.second);
            block.take(v, at, block.second);
            block.subtract(block.second, block.sums);
            multiply(block.second, block.first, block.size());
            block.give(block.second, out, at);
        });
    }

    private int size() {
        return rows * length;
    }

    private void take(float[] x, int from, float[] block) {
        System.arraycopy(x, from, block, 0, size());
    }

    private void give(float[] block, float[] out, int from) {
        System.arraycopy(block, 0, out, from, size());
    }

    /** The sum of each row. */
    private void sum(float[] block) {
        for (int row = 0; row < rows; row++) {
            sums[row] = (float) sum(block, row * length, length);
        }
    }

    static double sum(float[] block, int from, int length) {
        if (length > SHORT) {
            return KERNELS.sum(block, from, from + length);
        }
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += block[i];
        }
        return sum;
    }

    /** Subtracts a number of each row from its elements. */
    private void subtract(float[] block, float[] numbers) {
        for (int row = 0; row < rows; row++) {
            subtract(block, numbers[row], row * length, (row + 1) * length);
        }
    }

    private static void subtract(float[] x, float number, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] -= number;
        }
    }

    private void divide(float[] block, float[] numbers) {
        for (int row = 0; row < rows; row++) {
            divide(block, numbers[row], row * length, (row + 1) * length);
        }
    }

    private static void divide(float[] x, float number, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] /= number;
        }
    }

    /** Subtracts from y, for each row, a number times x. */
    private void subtractMultiples(float[] y, float[] x, float[] numbers) {
        for (int row = 0; row < rows; row++) {
            subtractMultiple(y, x, numbers[row], row * length, (row + 1) * length);
        }
    }

    private static void subtractMultiple(float[] y, float[] x, float number, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] -= x[i] * number;
        }
    }

    private static void multiply(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= y[i];
        }
    }
}
