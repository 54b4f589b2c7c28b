package dev.jacobi.tensor;

/** The loops of the exponential function, the logarithms and their kin. */
final class Exponentials {
    private Exponentials() {}

    /** eˣ */
    static final class Exp extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.exp(x[i]);
            }
        }
    }

    /** ln x */
    static final class Log extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.log(x[i]);
            }
        }
    }

    /** ln(1 + x) */
    static final class Log1p extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.log1p(x[i]);
            }
        }
    }

    /** eˣ − 1 */
    static final class Expm1 extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.expm1(x[i]);
            }
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

    /** 1 / (1 + e⁻ˣ) */
    static final class Sigmoid extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 / (1 + Math.exp(-x[i]));
            }
        }
    }

    /** ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|) */
    static final class Softplus extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i])));
            }
        }
    }
}
