package dev.jacobi.tensor;

/** The loops of the four operations. */
final class Arithmetic {
    private Arithmetic() {}

    /** x + y */
    static final class Add extends CommutativeKernel {
        @Override
        public void apply(float[] x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] + y[i];
            }
        }

        @Override
        public void apply(float[] x, float y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] + y;
            }
        }

        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] + y[i];
            }
        }

        @Override
        public void apply(double[] x, double y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] + y;
            }
        }
    }

    /** x − y */
    static final class Sub implements BinaryKernel {
        @Override
        public void apply(float[] x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] - y[i];
            }
        }

        @Override
        public void apply(float[] x, float y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] - y;
            }
        }

        @Override
        public void apply(float x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x - y[i];
            }
        }

        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] - y[i];
            }
        }

        @Override
        public void apply(double[] x, double y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] - y;
            }
        }

        @Override
        public void apply(double x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x - y[i];
            }
        }
    }

    /** x · y */
    static final class Mul extends CommutativeKernel {
        @Override
        public void apply(float[] x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] * y[i];
            }
        }

        @Override
        public void apply(float[] x, float y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] * y;
            }
        }

        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] * y[i];
            }
        }

        @Override
        public void apply(double[] x, double y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] * y;
            }
        }
    }

    /** x / y */
    static final class Div implements BinaryKernel {
        @Override
        public void apply(float[] x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] / y[i];
            }
        }

        @Override
        public void apply(float[] x, float y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] / y;
            }
        }

        @Override
        public void apply(float x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x / y[i];
            }
        }

        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] / y[i];
            }
        }

        @Override
        public void apply(double[] x, double y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] / y;
            }
        }

        @Override
        public void apply(double x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x / y[i];
            }
        }
    }
}
