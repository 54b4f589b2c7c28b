package dev.jacobi.tensor;

/** The extremes along one dimension, which isn't empty. */
final class AxisExtremes {
    private AxisExtremes() {}

    /** Of a shape that has the dimension with length 1. */
    static Tensor of(Tensor x, int axis, boolean largest) {
        int outer = x.shape().span(0, axis);
        int inner = x.shape().span(axis + 1, x.rank());
        Shape shape = x.shape().with(axis, 1);
        if (x.dtype() == DType.FLOAT32) {
            float[] out = new float[outer * inner];
            FloatExtremes.along(x.floats(), outer, x.shape().at(axis), inner, largest, out);
            return new Tensor(shape, out);
        }
        double[] out = new double[outer * inner];
        DoubleExtremes.along(x.doubles(), outer, x.shape().at(axis), inner, largest, out);
        return new Tensor(shape, out);
    }
}
