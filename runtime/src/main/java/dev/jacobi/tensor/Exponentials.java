package dev.jacobi.tensor;

/**
 * The loops of the exponential function, the logarithms and their kin.
 */
final class Exponentials {
    private Exponentials() {}

    /** eˣ */
    static final class Exp implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.exp(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.exp(x[i]);
            }
        }
    }

    /** ln x */
    static final class Log implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.log(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.log(x[i]);
            }
        }
    }

    /** ln(1 + x) */
    static final class Log1p implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.log1p(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.log1p(x[i]);
            }
        }
    }

    /** eˣ − 1 */
    static final class Expm1 implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.expm1(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.expm1(x[i]);
            }
        }
    }

    /** log₁₀ x */
    static final class Log10 implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.log10(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.log10(x[i]);
            }
        }
    }

    /** log₂ x */
    static final class Log2 implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Logarithm.base2(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Logarithm.base2(x[i]);
            }
        }
    }

    /** 1 / (1 + e⁻ˣ) */
    static final class Sigmoid implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) (1 / (1 + Math.exp(-x[i])));
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 / (1 + Math.exp(-x[i]));
            }
        }
    }

    /** ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|) */
    static final class Softplus implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) (Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i]))));
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i])));
            }
        }
    }
}
