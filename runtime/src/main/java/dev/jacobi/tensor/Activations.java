package dev.jacobi.tensor;

/** The loops of the functions that networks put between their layers. */
final class Activations {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double ROOT_2_PER_PI = Math.sqrt(2 / Math.PI);

    private Activations() {}

    /** x·Φ(x), where Φ(x) = ½ erfc(−x/√2) is the normal distribution */
    static final class Gelu extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 0.5 * x[i] * ErrorFunction.erfc(x[i] * -ROOT_HALF);
            }
        }
    }

    /** ½x(1 + tanh u) = x·σ(2u) with u = √(2/π)(x + 0.044715x³) */
    static final class GeluTanh extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] / (1 + Math.exp(x[i] * (1 + 0.044715 * x[i] * x[i]) * -2 * ROOT_2_PER_PI));
            }
        }
    }

    /** x·σ(x) */
    static final class Silu extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] / (1 + Math.exp(-x[i]));
            }
        }
    }

    /** x·tanh(ln(1 + eˣ)) */
    static final class Mish extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] * tanhSoftplus(x[i]);
            }
        }
    }

    /** ln σ(x) = min(x, 0) − ln(1 + e^−|x|) */
    static final class LogSigmoid extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.min(x[i], 0) - Math.log1p(Math.exp(-Math.abs(x[i])));
            }
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

    /** With e = eˣ, tanh ln(1 + e) = ((1 + e)² − 1)/((1 + e)² + 1); turned round for large x. */
    private static double tanhSoftplus(double x) {
        double e = Math.exp(-Math.abs(x));
        return x < 0 ? e * (e + 2) / (e * (e + 2) + 2) : (1 + 2 * e) / (1 + 2 * e + 2 * e * e);
    }
}
