package dev.jacobi.tensor;

/** The loops of the circular and hyperbolic functions. */
final class Trigonometry {
    private Trigonometry() {}

    /** sin x */
    static final class Sin extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.sin(x[i]);
            }
        }
    }

    /** cos x */
    static final class Cos extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.cos(x[i]);
            }
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
