package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

/**
 * Sums over the middle index of an array of {@code outer} × {@code length} × {@code inner} elements. Where rows are
 * short, several of them that lie one after the other count as one until the end.
 */
final class ColumnSums {
    private static final double NANOSECONDS = 0.1;
    /** So many elements make a piece of work for one of several cores. */
    private static final int PIECE = 1 << 16;
    /** Fewer elements aren't worth their copies. */
    private static final int LITTLE = 256;
    /** Several rows are taken together up to this length. */
    private static final int SHORT = 128;

    private ColumnSums() {}

    static double[] of(float[] x, int outer, int length, int inner) {
        double[] sums = new double[outer * inner];
        each(outer, length * inner, (from, to) -> {
            for (int o = from; o < to; o++) {
                if (inner == 1) {
                    sums[o] = KERNELS.sum(x, o * length, (o + 1) * length);
                } else {
                    add(x, o * length * inner, length, inner, sums, o * inner);
                }
            }
        });
        return sums;
    }

    static double[] of(double[] x, int outer, int length, int inner) {
        double[] sums = new double[outer * inner];
        each(outer, length * inner, (from, to) -> {
            for (int o = from; o < to; o++) {
                if (inner == 1) {
                    sums[o] = KERNELS.sum(x, o * length, (o + 1) * length);
                } else {
                    add(x, o * length * inner, length, inner, sums, o * inner);
                }
            }
        });
        return sums;
    }

    private static void add(float[] x, int from, int length, int inner, double[] sums, int target) {
        if (length * inner < LITTLE) {
            addRest(x, from, 0, length * inner, inner, sums, target);
            return;
        }
        int together = together(length, inner);
        double[] wide = new double[together * inner];
        int rows = length / together;
        RowSums.add(x, from, rows, wide.length, wide);
        fold(wide, inner, sums, target);
        addRest(x, from, rows * wide.length, length * inner, inner, sums, target);
    }

    private static void addRest(float[] x, int from, int start, int end, int inner, double[] sums, int target) {
        for (int row = start; row < end; row += inner) {
            for (int i = 0; i < inner; i++) {
                sums[target + i] += x[from + row + i];
            }
        }
    }

    private static void add(double[] x, int from, int length, int inner, double[] sums, int target) {
        if (length * inner < LITTLE) {
            addRest(x, from, 0, length * inner, inner, sums, target);
            return;
        }
        int together = together(length, inner);
        double[] wide = new double[together * inner];
        int rows = length / together;
        RowSums.add(x, from, rows, wide.length, wide);
        fold(wide, inner, sums, target);
        addRest(x, from, rows * wide.length, length * inner, inner, sums, target);
    }

    private static void addRest(double[] x, int from, int start, int end, int inner, double[] sums, int target) {
        for (int row = start; row < end; row += inner) {
            for (int i = 0; i < inner; i++) {
                sums[target + i] += x[from + row + i];
            }
        }
    }

    private static int together(int length, int inner) {
        return Math.max(1, Math.min(SHORT / inner, length / 4));
    }

    private static void fold(double[] wide, int inner, double[] sums, int target) {
        for (int start = 0; start < wide.length; start += inner) {
            for (int i = 0; i < inner; i++) {
                sums[target + i] += wide[start + i];
            }
        }
    }

    private static void each(int outer, int size, Cores.Work work) {
        if (outer > 1 && Cores.pays((long) outer * size, NANOSECONDS)) {
            Cores.share(outer, PIECE / size + 1, work);
        } else {
            work.on(0, outer);
        }
    }
}
