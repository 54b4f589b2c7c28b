package dev.jacobi.tensor;

/** The loops of the functions that networks put between their layers. */
final class Activations {
    private Activations() {}

    /** x·Φ(x), where Φ is the normal distribution */
    static final class Gelu extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatErf.ndtr(x[i]) * x[i];
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleErf.ndtr(x[i]) * x[i];
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatErf.ndtr(b, n);
            for (int i = 0; i < n; i++) {
                b.r[i] *= b.x[i];
            }
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleErf.ndtr(b, n);
            for (int i = 0; i < n; i++) {
                b.r[i] *= b.x[i];
            }
        }
    }

    /** ½x(1 + tanh u) with u = √(2/π)(x + 0.044715x³) */
    static final class GeluTanh extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatActivations.geluTanh(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleActivations.geluTanh(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatActivations.geluTanh(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleActivations.geluTanh(b, n);
        }
    }

    /** x·σ(x) */
    static final class Silu extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatActivations.silu(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleActivations.silu(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatActivations.silu(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleActivations.silu(b, n);
        }
    }

    /** x·tanh(ln(1 + eˣ)) */
    static final class Mish extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatActivations.mish(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleActivations.mish(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatActivations.mish(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleActivations.mish(b, n);
        }
    }

    /** ln σ(x) */
    static final class LogSigmoid extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatActivations.logSigmoid(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleActivations.logSigmoid(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatActivations.logSigmoid(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleActivations.logSigmoid(b, n);
        }
    }

    /** x / (1 + |x|) */
    static final class Softsign extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] / (1 + Math.abs(x[i]));
            }
        }
    }

    /** x − tanh x */
    static final class Tanhshrink extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] - Math.tanh(x[i]);
            }
        }
    }

    /** min(max(x, 0), 6) */
    static final class Relu6 extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.min(Math.max(x[i], 0), 6);
            }
        }
    }

    /** min(max(x + 3, 0), 6) / 6 */
    static final class Hardsigmoid extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.min(Math.max(x[i] + 3, 0), 6) / 6;
            }
        }
    }

    /** x · min(max(x + 3, 0), 6) / 6 */
    static final class Hardswish extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] * Math.min(Math.max(x[i] + 3, 0), 6) / 6;
            }
        }
    }
}
