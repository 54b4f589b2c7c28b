package dev.jacobi.tensor;

/** The loops of powers, and of the angle and length of a vector. */
final class Powers {
    private Powers() {}

    /** x^y */
    static final class Pow implements BinaryKernel {
        @Override
        public void apply(float[] x, float[] y, float[] out) {
            FloatPow.apply(x, y, out);
        }

        @Override
        public void apply(float[] x, float y, float[] out) {
            FloatPow.apply(x, new float[] {y}, out);
        }

        @Override
        public void apply(float x, float[] y, float[] out) {
            FloatPow.apply(new float[] {x}, y, out);
        }

        @Override
        public void apply(double[] x, double[] y, double[] out) {
            DoublePow.apply(x, y, out);
        }

        @Override
        public void apply(double[] x, double y, double[] out) {
            DoublePow.apply(x, new double[] {y}, out);
        }

        @Override
        public void apply(double x, double[] y, double[] out) {
            DoublePow.apply(new double[] {x}, y, out);
        }
    }

    /** the angle of the point (y, x) */
    static final class Atan2 implements BinaryKernel {
        @Override
        public void apply(float[] x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.atan2(x[i], y[i]);
            }
        }

        @Override
        public void apply(float[] x, float y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.atan2(x[i], y);
            }
        }

        @Override
        public void apply(float x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.atan2(x, y[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.atan2(x[i], y[i]);
            }
        }

        @Override
        public void apply(double[] x, double y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.atan2(x[i], y);
            }
        }

        @Override
        public void apply(double x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.atan2(x, y[i]);
            }
        }
    }

    /** √(x² + y²) without overflow */
    static final class Hypot extends CommutativeKernel {
        @Override
        public void apply(float[] x, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.hypot(x[i], y[i]);
            }
        }

        @Override
        public void apply(float[] x, float y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.hypot(x[i], y);
            }
        }

        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.hypot(x[i], y[i]);
            }
        }

        @Override
        public void apply(double[] x, double y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.hypot(x[i], y);
            }
        }
    }

    /** As C and PyTorch have it: unlike {@code Math.pow}, 1 to any power is 1, and so is −1 to ±∞. */
    static double pow(double x, double y) {
        double power = Math.pow(x, y);
        boolean one = Double.isNaN(power) && (x == 1 || x == -1 && Double.isInfinite(y));
        return one ? 1 : power;
    }
}
