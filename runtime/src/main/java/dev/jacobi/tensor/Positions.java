package dev.jacobi.tensor;

/** Where along a dimension the extremes are. */
final class Positions {
    private Positions() {}

    /** The position of the first largest, or smallest, along a dimension; of the first NaN if there is one. */
    static Index extreme(String operation, Tensor x, boolean largest, int axis, boolean keepDim) {
        Checks.some(operation, x, axis);
        int length = x.shape().at(axis);
        Shape shape = keepDim ? x.shape().with(axis, 1) : x.shape().without(axis);
        int inner = x.shape().span(axis + 1, x.rank());
        int[] out = new int[shape.size()];
        for (int i = 0; i < out.length; i++) {
            int start = i / inner * length * inner + i % inner;
            out[i] = x.dtype() == DType.FLOAT32
                    ? best(x.floats(), start, length, inner, largest)
                    : best(x.doubles(), start, length, inner, largest);
        }
        return new Index(shape, out);
    }

    private static int best(float[] x, int start, int length, int step, boolean largest) {
        int at = 0;
        float best = x[start];
        for (int l = 1; l < length; l++) {
            float element = x[start + l * step];
            if ((largest ? element > best : element < best) || Float.isNaN(element) && !Float.isNaN(best)) {
                best = element;
                at = l;
            }
        }
        return at;
    }

    private static int best(double[] x, int start, int length, int step, boolean largest) {
        int at = 0;
        double best = x[start];
        for (int l = 1; l < length; l++) {
            double element = x[start + l * step];
            if ((largest ? element > best : element < best) || Double.isNaN(element) && !Double.isNaN(best)) {
                best = element;
                at = l;
            }
        }
        return at;
    }

    static int extreme(String operation, Tensor x, boolean largest) {
        Checks.some(operation, x);
        return extreme(operation, x.flatten(), largest, 0, false).elements()[0];
    }

    /** How many elements aren't 0; NaN isn't. */
    static Index nonZero(Tensor x, int axis) {
        Tensor counts = Reductions.sum(x.ne(0).toTensor(DType.FLOAT64), axis, false);
        int[] out = new int[counts.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) counts.at(i);
        }
        return new Index(counts.shape(), out);
    }
}
