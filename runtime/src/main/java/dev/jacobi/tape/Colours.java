package dev.jacobi.tape;

import java.util.Arrays;

/**
 * Columns that may share a product: those of one colour never meet in an entry that is read. Greedy, in the columns'
 * order, and so the same every time. (Gebremedhin, Manne, Pothen: What color is your Jacobian?, 2005, §3 and §5.)
 *
 * @param count how many colours there are
 * @param of the colour of each column
 */
record Colours(int count, int[] of) {

    /** No two columns of one colour have an entry in one row, so that each entry stands alone in its product. */
    static Colours ofColumns(Sparsity pattern, Sparsity transposed) {
        int columns = pattern.columns();
        int[] colour = new int[columns];
        Arrays.fill(colour, -1);
        int[] taken = new int[columns + 1];
        int count = 0;
        for (int j = 0; j < columns; j++) {
            for (int k = transposed.starts()[j]; k < transposed.starts()[j + 1]; k++) {
                int row = transposed.column()[k];
                for (int l = pattern.starts()[row]; l < pattern.starts()[row + 1]; l++) {
                    int other = colour[pattern.column()[l]];
                    if (other >= 0) {
                        taken[other] = j + 1;
                    }
                }
            }
            colour[j] = free(taken, j + 1);
            count = Math.max(count, colour[j] + 1);
        }
        return new Colours(count, colour);
    }

    private static int free(int[] taken, int by) {
        int free = 0;
        while (taken[free] == by) {
            free++;
        }
        return free;
    }

    /** The sum of the unit vectors of one colour. */
    double[] direction(int colour) {
        double[] direction = new double[of.length];
        for (int j = 0; j < of.length; j++) {
            direction[j] = of[j] == colour ? 1 : 0;
        }
        return direction;
    }
}
