package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.DOUBLE_LANES;
import static dev.jacobi.tensor.KernelProvider.FLOAT_LANES;

/** 1/(1 + e⁻ˣ); see {@link DoubleSigmoid}. */
final class Sigmoid extends BlockFunction {
    @Override
    int lanes(float[] x, float[] out, int from, int to) {
        return FLOAT_LANES.sigmoid(x, out, from, to);
    }

    @Override
    void each(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = FloatSigmoid.of(x[i]);
        }
    }

    @Override
    int lanes(double[] x, double[] out, int from, int to) {
        return DOUBLE_LANES.sigmoid(x, out, from, to);
    }

    @Override
    void each(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = DoubleSigmoid.of(x[i]);
        }
    }

    @Override
    void block(FloatBlock b, int n) {
        FloatSigmoid.block(b.x, b, n);
    }

    @Override
    void block(DoubleBlock b, int n) {
        DoubleSigmoid.block(b.x, b, n);
    }
}
