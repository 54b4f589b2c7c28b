package dev.jacobi.tensor;

/** The loops of signs, squares, roots and quotients. */
final class Algebra {
    private Algebra() {}

    /** −x */
    static final class Neg implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = -x[i];
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = -x[i];
            }
        }
    }

    /** |x| */
    static final class Abs implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.abs(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.abs(x[i]);
            }
        }
    }

    /** x² */
    static final class Square implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] * x[i];
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] * x[i];
            }
        }
    }

    /** x³ */
    static final class Cube implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] * x[i] * x[i];
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] * x[i] * x[i];
            }
        }
    }

    /** x⁴ = (x²)² */
    static final class FourthPower implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (x[i] * x[i]) * (x[i] * x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (x[i] * x[i]) * (x[i] * x[i]);
            }
        }
    }

    /** √x; correctly rounded in both types */
    static final class Sqrt implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.sqrt(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.sqrt(x[i]);
            }
        }
    }

    /** 1 / √x */
    static final class Rsqrt implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 / (float) Math.sqrt(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 / Math.sqrt(x[i]);
            }
        }
    }

    /** 1 / x */
    static final class Reciprocal implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 / x[i];
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 / x[i];
            }
        }
    }

    /** 1 / x² */
    static final class InverseSquare implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 / (x[i] * x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 / (x[i] * x[i]);
            }
        }
    }

    /** max(x, 0) */
    static final class Relu implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.max(x[i], 0);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.max(x[i], 0);
            }
        }
    }
}
