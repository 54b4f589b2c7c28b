package dev.jacobi.tensor;

/** The loops of the larger and the smaller of two; NaN if either is. */
final class Extremes {
    private Extremes() {}

    /** max(x, y) */
    static final class Maximum extends CommutativeKernel {
        @Override
        public void apply(float[] x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.max(x[i], y[i]);
            }
        }

        @Override
        public void apply(float[] x, float y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.max(x[i], y);
            }
        }

        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.max(x[i], y[i]);
            }
        }

        @Override
        public void apply(double[] x, double y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.max(x[i], y);
            }
        }
    }

    /** min(x, y) */
    static final class Minimum extends CommutativeKernel {
        @Override
        public void apply(float[] x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.min(x[i], y[i]);
            }
        }

        @Override
        public void apply(float[] x, float y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.min(x[i], y);
            }
        }

        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.min(x[i], y[i]);
            }
        }

        @Override
        public void apply(double[] x, double y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.min(x[i], y);
            }
        }
    }
}
