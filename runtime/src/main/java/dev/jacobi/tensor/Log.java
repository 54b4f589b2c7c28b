package dev.jacobi.tensor;

/** ln x; see {@link DoubleLog}. */
final class Log extends BlockFunction {
    @Override
    void each(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = FloatLog.of(x[i]);
        }
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
