package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

/** Sums over the middle index of an array of {@code outer} × {@code length} × {@code inner} elements. */
final class ColumnSums {
    private ColumnSums() {}

    static double[] of(float[] x, int outer, int length, int inner) {
        double[] sums = new double[outer * inner];
        if (inner == 1) {
            for (int o = 0; o < outer; o++) {
                sums[o] = KERNELS.sum(x, o * length, (o + 1) * length);
            }
            return sums;
        }
        for (int o = 0; o < outer; o++) {
            int target = o * inner;
            for (int l = 0; l < length; l++) {
                int source = (o * length + l) * inner;
                for (int i = 0; i < inner; i++) {
                    sums[target + i] += x[source + i];
                }
            }
        }
        return sums;
    }

    static double[] of(double[] x, int outer, int length, int inner) {
        double[] sums = new double[outer * inner];
        if (inner == 1) {
            for (int o = 0; o < outer; o++) {
                sums[o] = KERNELS.sum(x, o * length, (o + 1) * length);
            }
            return sums;
        }
        for (int o = 0; o < outer; o++) {
            int target = o * inner;
            for (int l = 0; l < length; l++) {
                int source = (o * length + l) * inner;
                for (int i = 0; i < inner; i++) {
                    sums[target + i] += x[source + i];
                }
            }
        }
        return sums;
    }
}
