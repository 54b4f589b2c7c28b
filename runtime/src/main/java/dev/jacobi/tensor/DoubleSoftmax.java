package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

/**
 * Softmax and what its derivatives take, along rows of double that lie one after the other. Some rows at a time are
 * copied to where they stay in the first-level cache, so that functions, which pay for long arrays, are computed of all
 * at once, and all loops have one index, which HotSpot needs to vectorise them.
 */
final class DoubleSoftmax {
    /** Sums of so few elements need no kernel. */
    private static final int SHORT = 16;

    private final int length;
    private final double[] first;
    private final double[] second;
    private final double[] sums;
    private final double[] logs;
    private int rows;

    /** The thread's own arrays, where they are long enough: nothing that is done with a block takes them. */
    private DoubleSoftmax(int length, int most) {
        boolean fits = length <= BlockArrays.LENGTH;
        double[][] own =
                fits ? BlockArrays.doubles(4) : new double[][] {new double[length], new double[length], {0}, {0}};
        this.length = length;
        this.first = own[0];
        this.second = own[1];
        this.sums = own[2];
        this.logs = own[3];
        this.rows = fits ? Math.min(most, BlockArrays.LENGTH / length) : 1;
    }

    /** What is done with some rows, the first of which begins at {@code from}. */
    private interface Step {
        void on(DoubleSoftmax block, int from);
    }

    /** Does so with the rows {@code from} to {@code to - 1}. */
    private static void blocks(int length, int from, int to, Step step) {
        DoubleSoftmax block = new DoubleSoftmax(length, to - from);
        for (int row = from; row < to; row += block.rows) {
            block.rows = Math.min(block.rows, to - row);
            step.on(block, row * length);
        }
    }

    /** Softmax, or its logarithm, of some rows of x with the given largest elements. */
    static void of(double[] x, double[] largest, int length, boolean log, double[] out, int from, int to) {
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
    static void logBar(double[] v, double[] p, int length, double[] out, int from, int to) {
        blocks(length, from, to, (block, at) -> {
            block.take(v, at, block.first);
            block.take(p, at, block.second);
            block.sum(block.first);
            block.subtractMultiples(block.first, block.second, block.sums);
            block.give(block.first, out, at);
        });
    }

    /** p·(v − Σpv) of some rows. */
    static void bar(double[] v, double[] p, int length, double[] out, int from, int to) {
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

    private void take(double[] x, int from, double[] block) {
        System.arraycopy(x, from, block, 0, size());
    }

    private void give(double[] block, double[] out, int from) {
        System.arraycopy(block, 0, out, from, size());
    }

    /** The sum of each row. */
    private void sum(double[] block) {
        for (int row = 0; row < rows; row++) {
            sums[row] = sum(block, row * length, length);
        }
    }

    static double sum(double[] block, int from, int length) {
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
    private void subtract(double[] block, double[] numbers) {
        for (int row = 0; row < rows; row++) {
            subtract(block, numbers[row], row * length, (row + 1) * length);
        }
    }

    private static void subtract(double[] x, double number, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] -= number;
        }
    }

    private void divide(double[] block, double[] numbers) {
        for (int row = 0; row < rows; row++) {
            divide(block, numbers[row], row * length, (row + 1) * length);
        }
    }

    private static void divide(double[] x, double number, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] /= number;
        }
    }

    /** Subtracts from y, for each row, a number times x. */
    private void subtractMultiples(double[] y, double[] x, double[] numbers) {
        for (int row = 0; row < rows; row++) {
            subtractMultiple(y, x, numbers[row], row * length, (row + 1) * length);
        }
    }

    private static void subtractMultiple(double[] y, double[] x, double number, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] -= x[i] * number;
        }
    }

    private static void multiply(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= y[i];
        }
    }
}
