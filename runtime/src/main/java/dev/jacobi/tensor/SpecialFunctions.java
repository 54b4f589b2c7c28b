package dev.jacobi.tensor;

/** The loops of the error function, the gamma function and others that {@code Math} lacks. */
final class SpecialFunctions {
    private SpecialFunctions() {}

    static Tensor polygamma(Tensor x, int n) {
        checkOrder("polygamma", n);
        return n == 0 ? x.digamma() : new UnaryOperation(new Polygamma(n)).apply(x);
    }

    static Tensor sincSlope(Tensor x, int n) {
        checkOrder("sincSlope", n);
        return new UnaryOperation(new SincDerivative(n)).apply(x);
    }

    static Tensor erfcxSlope(Tensor x, int n) {
        checkOrder("erfcxSlope", n);
        return new UnaryOperation(new ErfcxDerivative(n)).apply(x);
    }

    private static void checkOrder(String operation, int n) {
        if (n < 0) {
            throw new IllegalArgumentException(operation + ": n is " + n + ", but must not be negative");
        }
    }

    /** erf x = 2/√π ∫₀ˣ e^−t² dt; see {@link DoubleErf} */
    static final class Erf extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatErf.erf(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleErf.erf(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatErf.erf(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleErf.erf(b, n);
        }
    }

    /** 1 − erf x */
    static final class Erfc extends BlockFunction {
        @Override
        void each(float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = FloatErf.erfc(x[i]);
            }
        }

        @Override
        void each(double[] x, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = DoubleErf.erfc(x[i]);
            }
        }

        @Override
        void block(FloatBlock b, int n) {
            FloatErf.erfc(b, n);
        }

        @Override
        void block(DoubleBlock b, int n) {
            DoubleErf.erfc(b, n);
        }
    }

    /** the inverse of erf */
    static final class Erfinv extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = ErrorFunction.inverse(x[i]);
            }
        }
    }

    /** ln|Γ(x)| */
    static final class Lgamma extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Gamma.logAbs(x[i]);
            }
        }
    }

    /** the derivative of ln Γ(x) */
    static final class Digamma extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Gamma.digamma(x[i]);
            }
        }
    }

    /** 2ˣ */
    static final class Exp2 extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.pow(2, x[i]);
            }
        }
    }

    /** ln(x / (1 − x)) */
    static final class Logit extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.log(x[i] / (1 - x[i]));
            }
        }
    }

    /** The n-th derivative of the digamma function, n ≥ 1. */
    static final class Polygamma extends ThroughDouble {
        private final int n;

        Polygamma(int n) {
            this.n = n;
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = HurwitzZeta.polygamma(n, x[i]);
            }
        }
    }

    /** The n-th derivative of sin(πx)/(πx). */
    static final class SincDerivative extends ThroughDouble {
        private final int n;

        SincDerivative(int n) {
            this.n = n;
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Sinc.of(n, x[i]);
            }
        }
    }
}
