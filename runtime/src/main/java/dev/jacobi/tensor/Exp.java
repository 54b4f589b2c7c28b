package dev.jacobi.tensor;

/** eˣ; see {@link DoubleExp}. */
final class Exp extends BlockFunction {
    @Override
    void each(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = FloatExp.of(x[i]);
        }
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
