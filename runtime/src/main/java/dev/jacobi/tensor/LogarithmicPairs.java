package dev.jacobi.tensor;

/** The loops of sums under, and products with, a logarithm. */
final class LogarithmicPairs {
    private static final double PER_LN_2 = 1 / Math.log(2);

    private LogarithmicPairs() {}

    /** ln(eˣ + eʸ) */
    static final class Logaddexp extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = logaddexp(x[i], y[i]);
            }
        }
    }

    /** log₂(2ˣ + 2ʸ) */
    static final class Logaddexp2 extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = logaddexp2(x[i], y[i]);
            }
        }
    }

    /** x·ln y, and 0 where x is */
    static final class Xlogy extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] == 0 && !Double.isNaN(y[i]) ? 0 : x[i] * Math.log(y[i]);
            }
        }
    }

    /** x·ln(1 + y), and 0 where x is */
    static final class Xlog1py extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] == 0 && !Double.isNaN(y[i]) ? 0 : x[i] * Math.log1p(y[i]);
            }
        }
    }

    /** max(x, y) + ln(1 + e^−|x − y|), where the infinities that make x − y NaN are the result themselves. */
    private static double logaddexp(double x, double y) {
        return x == y && Double.isInfinite(x) ? x : Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
    }

    private static double logaddexp2(double x, double y) {
        return x == y && Double.isInfinite(x)
                ? x
                : Math.max(x, y) + Math.log1p(Math.pow(2, -Math.abs(x - y))) * PER_LN_2;
    }
}
