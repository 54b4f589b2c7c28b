package dev.jacobi.tensor;

/** The loops of the rarer exponential functions and logarithms; the commoner are {@link BlockFunction}s. */
final class Exponentials {
    private Exponentials() {}

    /** ln(1 + x) */
    static final class Log1p extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatLog1p.of(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleLog1p.of(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatLog1p.block(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleLog1p.block(b, n);
        }
    }

    /** eˣ − 1 */
    static final class Expm1 extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatExpm1.of(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleExpm1.of(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatExpm1.block(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleExpm1.block(b, n);
        }
    }

    /** log₁₀ x */
    static final class Log10 extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.log10(x[i]);
            }
        }
    }

    /** log₂ x */
    static final class Log2 extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Logarithm.base2(x[i]);
            }
        }
    }
}
