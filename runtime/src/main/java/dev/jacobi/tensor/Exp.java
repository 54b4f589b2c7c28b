package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.DOUBLE_LANES;
import static dev.jacobi.tensor.KernelProvider.FLOAT_LANES;

/** eˣ; see {@link DoubleExp}. */
final class Exp extends BlockFunction {
    @Override
    int lanes(float[] x, float[] out, int from, int to) {
        return FLOAT_LANES.exp(x, out, from, to);
    }

    @Override
    void each(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = FloatExp.of(x[i]);
        }
    }

    @Override
    int lanes(double[] x, double[] out, int from, int to) {
        return DOUBLE_LANES.exp(x, out, from, to);
    }

    @Override
    void each(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = DoubleExp.of(x[i]);
        }
    }

    @Override
    void block(FloatBlock b, int n) {
        FloatExp.block(b.x, b, n);
    }

    @Override
    void block(DoubleBlock b, int n) {
        DoubleExp.block(b.x, b, n);
    }
}
