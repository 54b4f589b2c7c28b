package dev.jacobi.tensor;

/**
 * The loops of the circular and hyperbolic functions.
 */
final class Trigonometry {
    private Trigonometry() {}

    /** sin x */
    static final class Sin implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.sin(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.sin(x[i]);
            }
        }
    }

    /** cos x */
    static final class Cos implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.cos(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.cos(x[i]);
            }
        }
    }

    /** tan x */
    static final class Tan implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.tan(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.tan(x[i]);
            }
        }
    }

    /** arcsin x */
    static final class Asin implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.asin(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.asin(x[i]);
            }
        }
    }

    /** arccos x */
    static final class Acos implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.acos(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.acos(x[i]);
            }
        }
    }

    /** arctan x */
    static final class Atan implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.atan(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.atan(x[i]);
            }
        }
    }

    /** sinh x */
    static final class Sinh implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.sinh(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.sinh(x[i]);
            }
        }
    }

    /** cosh x */
    static final class Cosh implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.cosh(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.cosh(x[i]);
            }
        }
    }

    /** tanh x */
    static final class Tanh implements UnaryKernel {
        @Override
        public void apply(float[] x, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.tanh(x[i]);
            }
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.tanh(x[i]);
            }
        }
    }
}
