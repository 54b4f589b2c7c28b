package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

/** Sums over the middle index of an array of {@code outer} × {@code length} × {@code inner} elements. */
final class ColumnSums {
    private static final double NANOSECONDS = 0.1;
    /** So many elements make a piece of work for one of several cores. */
    private static final int PIECE = 1 << 16;

    private ColumnSums() {}

    static double[] of(float[] x, int outer, int length, int inner) {
        double[] sums = new double[outer * inner];
        each(outer, length * inner, (from, to) -> {
            for (int o = from; o < to; o++) {
                if (inner == 1) {
                    sums[o] = KERNELS.sum(x, o * length, (o + 1) * length);
                } else {
                    addRows(x, o * length * inner, length, inner, sums, o * inner);
                }
            }
        });
        return sums;
    }

    private static void addRows(float[] x, int from, int length, int inner, double[] sums, int target) {
        for (int l = 0; l < length; l++) {
            int source = from + l * inner;
            for (int i = 0; i < inner; i++) {
                sums[target + i] += x[source + i];
            }
        }
    }

    static double[] of(double[] x, int outer, int length, int inner) {
        double[] sums = new double[outer * inner];
        each(outer, length * inner, (from, to) -> {
            for (int o = from; o < to; o++) {
                if (inner == 1) {
                    sums[o] = KERNELS.sum(x, o * length, (o + 1) * length);
                } else {
                    addRows(x, o * length * inner, length, inner, sums, o * inner);
                }
            }
        });
        return sums;
    }

    private static void addRows(double[] x, int from, int length, int inner, double[] sums, int target) {
        for (int l = 0; l < length; l++) {
            int source = from + l * inner;
            for (int i = 0; i < inner; i++) {
                sums[target + i] += x[source + i];
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
