package dev.jacobi.tensor;

/** The loops of the inverse hyperbolic functions, exact near 0 and without overflow. */
final class InverseHyperbolic {
    private static final double LN_2 = Math.log(2);

    private InverseHyperbolic() {}

    /** arsinh x */
    static final class Asinh extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.copySign(asinh(Math.abs(x[i])), x[i]);
            }
        }
    }

    /** arcosh x */
    static final class Acosh extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = acosh(x[i]);
            }
        }
    }

    /** artanh x */
    static final class Atanh extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = atanh(x[i]);
            }
        }
    }

    /** ln(x + √(x² + 1)) of x ≥ 0; x² + 1 is x² from 2²⁸ on. */
    private static double asinh(double x) {
        return x < 1 << 28 ? Math.log1p(x + x * x / (1 + Math.sqrt(x * x + 1))) : Math.log(x) + LN_2;
    }

    /** ln(x + √(x² − 1)) = ln(1 + t + √(2t + t²)) with t = x − 1. */
    private static double acosh(double x) {
        double t = x - 1;
        return x < 1 << 28 ? Math.log1p(t + Math.sqrt(2 * t + t * t)) : Math.log(x) + LN_2;
    }

    /** ½ ln((1 + x)/(1 − x)) */
    private static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * Math.log1p(2 * a / (1 - a)), x);
    }
}
