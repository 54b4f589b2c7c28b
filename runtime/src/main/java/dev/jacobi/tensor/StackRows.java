package dev.jacobi.tensor;

import java.util.function.IntConsumer;

/**
 * The rows of a stack of matrices, in double, as they meet those of other stacks.
 *
 * @param matrices which matrix meets each of the common stack's
 * @param count how many rows a matrix has
 */
record StackRows(double[] elements, int[] matrices, int count, int length) {
    /** Rows that are worked on together. */
    private static final int PIECE = 32;

    /** Nanoseconds for one element that meets another one. */
    private static final double COST = 0.2;

    static StackRows of(Tensor x, Shape stack) {
        return new StackRows(x.to(DType.FLOAT64).doubles(), Stacks.indices(x, stack), x.dim(-2), x.dim(-1));
    }

    /** Where a row begins. */
    int from(int matrix, int row) {
        return (matrices[matrix] * count + row) * length;
    }

    RowBlock[] blocks(int matrix) {
        return RowBlock.of(elements, from(matrix, 0), count, length);
    }

    /** Takes each row of a matrix, on several cores if so many elements are worth it. */
    void each(double elements, IntConsumer row) {
        if (count > PIECE && Cores.pays((long) elements, COST)) {
            Cores.share(count, PIECE, (from, to) -> {
                for (int i = from; i < to; i++) {
                    row.accept(i);
                }
            });
        } else {
            for (int i = 0; i < count; i++) {
                row.accept(i);
            }
        }
    }

    /** Does so with each of a number of blocks. */
    static void each(double elements, int blocks, IntConsumer block) {
        if (blocks > 1 && Cores.pays((long) elements, COST)) {
            Cores.share(blocks, (from, to) -> block.accept(from));
        } else {
            for (int i = 0; i < blocks; i++) {
                block.accept(i);
            }
        }
    }
}
