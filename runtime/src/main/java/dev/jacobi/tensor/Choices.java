package dev.jacobi.tensor;

/** The loops that choose between two numbers, or their parts. */
final class Choices {
    private Choices() {}

    /** the larger; the number if the other is NaN */
    static final class Fmax extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Double.isNaN(x[i]) ? y[i] : Double.isNaN(y[i]) ? x[i] : Math.max(x[i], y[i]);
            }
        }
    }

    /** the smaller; the number if the other is NaN */
    static final class Fmin extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Double.isNaN(x[i]) ? y[i] : Double.isNaN(y[i]) ? x[i] : Math.min(x[i], y[i]);
            }
        }
    }

    /** |x| with the sign of y */
    static final class Copysign extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.copySign(x[i], y[i]);
            }
        }
    }

    /** 0 left of 0, 1 right of it, y at it */
    static final class Heaviside extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] == 0 ? y[i] : x[i] > 0 ? 1 : 0;
            }
        }
    }
}
