package dev.jacobi.tensor;

/**
 * Differences and quotients of a tensor and one that has length 1 along a dimension. Where that is the last, nothing is
 * stretched: the arrays of an inner loop have one index, so that HotSpot vectorises it.
 */
final class Stretched {
    private Stretched() {}

    /** x − y */
    static Tensor sub(Tensor x, Tensor y, int axis) {
        int length = x.shape().at(axis);
        if (x.shape().span(axis, x.rank()) != length) {
            return x.sub(y);
        }
        if (x.dtype() == DType.FLOAT32) {
            float[] out = Memory.floats(x.size());
            for (int i = 0; i < y.size(); i++) {
                sub(x.floats(), y.floats()[i], i * length, (i + 1) * length, out);
            }
            return new Tensor(x.shape(), out);
        }
        double[] out = Memory.doubles(x.size());
        for (int i = 0; i < y.size(); i++) {
            sub(x.doubles(), y.doubles()[i], i * length, (i + 1) * length, out);
        }
        return new Tensor(x.shape(), out);
    }

    private static void sub(float[] x, float y, int from, int to, float[] out) {
        for (int i = from; i < to; i++) {
            out[i] = x[i] - y;
        }
    }

    private static void sub(double[] x, double y, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = x[i] - y;
        }
    }

    /** x/y */
    static Tensor div(Tensor x, Tensor y, int axis) {
        int length = x.shape().at(axis);
        if (x.shape().span(axis, x.rank()) != length) {
            return x.div(y);
        }
        if (x.dtype() == DType.FLOAT32) {
            float[] out = Memory.floats(x.size());
            for (int i = 0; i < y.size(); i++) {
                div(x.floats(), y.floats()[i], i * length, (i + 1) * length, out);
            }
            return new Tensor(x.shape(), out);
        }
        double[] out = Memory.doubles(x.size());
        for (int i = 0; i < y.size(); i++) {
            div(x.doubles(), y.doubles()[i], i * length, (i + 1) * length, out);
        }
        return new Tensor(x.shape(), out);
    }

    private static void div(float[] x, float y, int from, int to, float[] out) {
        for (int i = from; i < to; i++) {
            out[i] = x[i] / y;
        }
    }

    private static void div(double[] x, double y, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = x[i] / y;
        }
    }
}
