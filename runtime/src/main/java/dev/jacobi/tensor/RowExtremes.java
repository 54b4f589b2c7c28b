package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

/** The extremes of rows that lie one after the other. */
final class RowExtremes {
    private RowExtremes() {}

    static Tensor of(BinaryOperation operation, Tensor x, int length, Shape shape) {
        boolean largest = operation.op() == BinaryOp.MAXIMUM;
        if (x.dtype() == DType.FLOAT32) {
            float[] out = new float[shape.size()];
            for (int i = 0; i < out.length; i++) {
                int from = i * length;
                out[i] = largest
                        ? KERNELS.max(x.floats(), from, from + length)
                        : KERNELS.min(x.floats(), from, from + length);
            }
            return new Tensor(shape, out);
        }
        double[] out = new double[shape.size()];
        for (int i = 0; i < out.length; i++) {
            int from = i * length;
            out[i] = largest
                    ? KERNELS.max(x.doubles(), from, from + length)
                    : KERNELS.min(x.doubles(), from, from + length);
        }
        return new Tensor(shape, out);
    }
}
