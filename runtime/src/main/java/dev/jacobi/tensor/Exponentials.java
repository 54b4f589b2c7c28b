package dev.jacobi.tensor;

/** The loops of the rarer exponential functions and logarithms; the commoner are {@link BlockFunction}s. */
final class Exponentials {
    private Exponentials() {}

    /** ln(1 + x) */
    static final class Log1p extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.log1p(x[i]);
            }
        }
    }

    /** eˣ − 1 */
    static final class Expm1 extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.expm1(x[i]);
            }
        }
    }

    /** log₁₀ x */
    static final class Log10 extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.log10(x[i]);
            }
        }
    }

    /** log₂ x */
    static final class Log2 extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Logarithm.base2(x[i]);
            }
        }
    }
}
