package dev.jacobi.tensor;

/**
 * The distribution of standard normal numbers, Φ(x) = ½ erfc(−x/√2), its logarithm, and e^x²·erfc x, which is left of
 * erfc where it is small, to within a few units in the last place of a double, however small they are.
 */
final class NormalDistribution {
    private static final double ROOT_HALF = Math.sqrt(0.5);

    private NormalDistribution() {}

    static double logCdf(double x) {
        return x > -1
                ? Math.log1p(-DoubleErf.ndtr(-x))
                : Math.log(0.5 * ErrorFunction.erfcx(-x * ROOT_HALF)) - 0.5 * x * x;
    }

    /** Φ(x) */
    static final class Ndtr extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatErf.ndtr(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleErf.ndtr(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatErf.ndtr(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleErf.ndtr(b, n);
        }
    }

    /** ln Φ(x) */
    static final class LogNdtr extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = logCdf(x[i]);
            }
        }
    }

    /** e^x²·erfc x */
    static final class Erfcx extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = ErrorFunction.erfcx(x[i]);
            }
        }
    }
}
