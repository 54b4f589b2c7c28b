package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.DOUBLE_LANES;
import static dev.jacobi.tensor.KernelProvider.FLOAT_LANES;

/** ln x; see {@link DoubleLog}. */
final class Log extends BlockFunction {
    @Override
    int lanes(float[] x, float[] out, int from, int to) {
        return FLOAT_LANES.log(x, out, from, to);
    }

    @Override
    void each(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = FloatLog.of(x[i]);
        }
    }

    @Override
    int lanes(double[] x, double[] out, int from, int to) {
        return DOUBLE_LANES.log(x, out, from, to);
    }

    @Override
    void each(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = DoubleLog.of(x[i]);
        }
    }

    @Override
    void block(FloatBlock b, int n) {
        FloatLog.block(b.x, b, n);
    }

    @Override
    void block(DoubleBlock b, int n) {
        DoubleLog.block(b.x, b, n);
    }
}
