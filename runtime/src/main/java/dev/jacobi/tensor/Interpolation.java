package dev.jacobi.tensor;

import java.util.Arrays;

/** Values between the elements of a signal or image. */
final class Interpolation {
    private Interpolation() {}

    /** Element ⌊i·n/size⌋ for each i. */
    static Index nearest(Tensor x, int dim, int size) {
        int length = length("interpolateNearest", x, dim, size);
        int[] out = new int[size];
        Arrays.setAll(out, i -> (int) ((long) i * length / size));
        return new Index(Shape.of(size), out);
    }

    private static int length(String operation, Tensor x, int dim, int size) {
        int axis = x.shape().ownAxis(operation, dim);
        AdaptivePooling.checkSize(operation, size);
        x.shape().with(operation, axis, size); // names the operation if that is too large
        return x.shape().at(axis);
    }

    /** Linear between neighbours along a dimension. */
    static Tensor along(String operation, Tensor x, int dim, int size, boolean alignCorners) {
        Tensor low = x.indexSelect(dim, neighbours(operation, x, dim, size, alignCorners, false));
        Tensor high = x.indexSelect(dim, neighbours(operation, x, dim, size, alignCorners, true));
        Tensor shares = shares(operation, x, dim, size, alignCorners);
        return low.mul(shares.rsub(1)).add(high.mul(shares));
    }

    static Index neighbours(String operation, Tensor x, int dim, int size, boolean alignCorners, boolean above) {
        int length = length(operation, x, dim, size);
        int[] out = new int[size];
        for (int i = 0; i < size; i++) {
            int low = (int) place(i, length, size, alignCorners);
            out[i] = above ? Math.min(low + 1, length - 1) : low;
        }
        return new Index(Shape.of(size), out);
    }

    static Tensor shares(String operation, Tensor x, int dim, int size, boolean alignCorners) {
        int axis = x.shape().ownAxis(operation, dim);
        int length = length(operation, x, dim, size);
        double[] out = new double[size];
        for (int i = 0; i < size; i++) {
            double place = place(i, length, size, alignCorners);
            out[i] = place - (int) place;
        }
        int[] dims = new int[x.rank() - axis];
        Arrays.fill(dims, 1);
        dims[0] = size;
        return new Tensor(Shape.of(dims), out).to(x.dtype());
    }

    /** Where new element i lies among the old ones. */
    private static double place(int i, int length, int size, boolean alignCorners) {
        if (alignCorners) {
            return size == 1 ? 0 : (double) i * (length - 1) / (size - 1);
        }
        double place = (i + 0.5) * length / size - 0.5;
        return Math.max(0, Math.min(place, length - 1));
    }
}
