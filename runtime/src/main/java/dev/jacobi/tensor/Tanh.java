package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.DOUBLE_LANES;
import static dev.jacobi.tensor.KernelProvider.FLOAT_LANES;

/** tanh x; see {@link DoubleTanh}. */
final class Tanh extends BlockFunction {
    @Override
    int lanes(float[] x, float[] out, int from, int to) {
        return FLOAT_LANES.tanh(x, out, from, to);
    }

    @Override
    void each(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = FloatTanh.of(x[i]);
        }
    }

    @Override
    int lanes(double[] x, double[] out, int from, int to) {
        return DOUBLE_LANES.tanh(x, out, from, to);
    }

    @Override
    void each(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = DoubleTanh.of(x[i]);
        }
    }

    @Override
    void block(FloatBlock b, int n) {
        FloatTanh.block(b.x, b, n);
    }

    @Override
    void block(DoubleBlock b, int n) {
        DoubleTanh.block(b.x, b, n);
    }
}
