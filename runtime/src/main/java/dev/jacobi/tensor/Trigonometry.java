package dev.jacobi.tensor;

/** The loops of the circular and hyperbolic functions. */
final class Trigonometry {
    private Trigonometry() {}

    /** sin x; see {@link DoubleSine} */
    static final class Sin extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatSine.sin(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleSine.sin(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatSine.sin(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleSine.sin(b, n);
        }
    }

    /** cos x */
    static final class Cos extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatSine.cos(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleSine.cos(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatSine.cos(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleSine.cos(b, n);
        }
    }

    /** tan x */
    static final class Tan extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.tan(x[i]);
            }
        }
    }

    /** arcsin x */
    static final class Asin extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.asin(x[i]);
            }
        }
    }

    /** arccos x */
    static final class Acos extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.acos(x[i]);
            }
        }
    }

    /** arctan x */
    static final class Atan extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.atan(x[i]);
            }
        }
    }

    /** sinh x */
    static final class Sinh extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.sinh(x[i]);
            }
        }
    }

    /** cosh x */
    static final class Cosh extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.cosh(x[i]);
            }
        }
    }
}
