package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.DOUBLE_LANES;
import static dev.jacobi.tensor.KernelProvider.FLOAT_LANES;

/** ln(1 + eˣ); see {@link DoubleSoftplus}. */
final class Softplus extends BlockFunction {
    @Override
    int lanes(float[] x, float[] out, int from, int to) {
        return FLOAT_LANES.softplus(x, out, from, to);
    }

    @Override
    void each(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = FloatSoftplus.of(x[i]);
        }
    }

    @Override
    int lanes(double[] x, double[] out, int from, int to) {
        return DOUBLE_LANES.softplus(x, out, from, to);
    }

    @Override
    void each(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = DoubleSoftplus.of(x[i]);
        }
    }

    @Override
    void block(FloatBlock b, int n) {
        FloatSoftplus.block(b.x, b, n);
    }

    @Override
    void block(DoubleBlock b, int n) {
        DoubleSoftplus.block(b.x, b, n);
    }
}
