package dev.jacobi.tensor;

/**
 * An elementwise function of one tensor. The constants are records in static finals, whose fields the JIT takes for
 * constants too: a call on four elements costs little more than its loop.
 */
record UnaryOperation(UnaryKernel kernel) {
    static final UnaryOperation NEG = of(UnaryOp.NEG);
    static final UnaryOperation ABS = of(UnaryOp.ABS);
    static final UnaryOperation SQUARE = of(UnaryOp.SQUARE);
    static final UnaryOperation CUBE = of(UnaryOp.CUBE);
    static final UnaryOperation FOURTH_POWER = of(UnaryOp.FOURTH_POWER);
    static final UnaryOperation SQRT = of(UnaryOp.SQRT);
    static final UnaryOperation RSQRT = of(UnaryOp.RSQRT);
    static final UnaryOperation RECIPROCAL = of(UnaryOp.RECIPROCAL);
    static final UnaryOperation INVERSE_SQUARE = of(UnaryOp.INVERSE_SQUARE);
    static final UnaryOperation RELU = of(UnaryOp.RELU);
    static final UnaryOperation EXP = of(UnaryOp.EXP);
    static final UnaryOperation LOG = of(UnaryOp.LOG);
    static final UnaryOperation LOG1P = of(UnaryOp.LOG1P);
    static final UnaryOperation EXPM1 = of(UnaryOp.EXPM1);
    static final UnaryOperation LOG10 = of(UnaryOp.LOG10);
    static final UnaryOperation LOG2 = of(UnaryOp.LOG2);
    static final UnaryOperation SIGMOID = of(UnaryOp.SIGMOID);
    static final UnaryOperation SOFTPLUS = of(UnaryOp.SOFTPLUS);
    static final UnaryOperation SIN = of(UnaryOp.SIN);
    static final UnaryOperation COS = of(UnaryOp.COS);
    static final UnaryOperation TAN = of(UnaryOp.TAN);
    static final UnaryOperation ASIN = of(UnaryOp.ASIN);
    static final UnaryOperation ACOS = of(UnaryOp.ACOS);
    static final UnaryOperation ATAN = of(UnaryOp.ATAN);
    static final UnaryOperation SINH = of(UnaryOp.SINH);
    static final UnaryOperation COSH = of(UnaryOp.COSH);
    static final UnaryOperation TANH = of(UnaryOp.TANH);
    static final UnaryOperation SIGN = of(UnaryOp.SIGN);
    static final UnaryOperation FLOOR = of(UnaryOp.FLOOR);
    static final UnaryOperation CEIL = of(UnaryOp.CEIL);
    static final UnaryOperation ROUND = of(UnaryOp.ROUND);
    static final UnaryOperation TRUNC = of(UnaryOp.TRUNC);
    static final UnaryOperation ERF = of(UnaryOp.ERF);
    static final UnaryOperation ERFC = of(UnaryOp.ERFC);
    static final UnaryOperation ERFINV = of(UnaryOp.ERFINV);
    static final UnaryOperation LGAMMA = of(UnaryOp.LGAMMA);
    static final UnaryOperation DIGAMMA = of(UnaryOp.DIGAMMA);
    static final UnaryOperation I0 = of(UnaryOp.I0);
    static final UnaryOperation I0E = of(UnaryOp.I0E);
    static final UnaryOperation I1 = of(UnaryOp.I1);
    static final UnaryOperation I1E = of(UnaryOp.I1E);
    static final UnaryOperation ERFCX = of(UnaryOp.ERFCX);
    static final UnaryOperation NDTR = of(UnaryOp.NDTR);
    static final UnaryOperation LOG_NDTR = of(UnaryOp.LOG_NDTR);
    static final UnaryOperation EXP2 = of(UnaryOp.EXP2);
    static final UnaryOperation LOGIT = of(UnaryOp.LOGIT);
    static final UnaryOperation ASINH = of(UnaryOp.ASINH);
    static final UnaryOperation ACOSH = of(UnaryOp.ACOSH);
    static final UnaryOperation ATANH = of(UnaryOp.ATANH);
    static final UnaryOperation FRAC = of(UnaryOp.FRAC);
    static final UnaryOperation GELU = of(UnaryOp.GELU);
    static final UnaryOperation GELU_TANH = of(UnaryOp.GELU_TANH);
    static final UnaryOperation SILU = of(UnaryOp.SILU);
    static final UnaryOperation MISH = of(UnaryOp.MISH);
    static final UnaryOperation LOG_SIGMOID = of(UnaryOp.LOG_SIGMOID);
    static final UnaryOperation SOFTSIGN = of(UnaryOp.SOFTSIGN);
    static final UnaryOperation TANHSHRINK = of(UnaryOp.TANHSHRINK);
    static final UnaryOperation RELU6 = of(UnaryOp.RELU6);
    static final UnaryOperation HARDSIGMOID = of(UnaryOp.HARDSIGMOID);
    static final UnaryOperation HARDSWISH = of(UnaryOp.HARDSWISH);

    private static final int PIECE = 1 << 14;

    private static UnaryOperation of(UnaryOp op) {
        return new UnaryOperation(KernelProvider.KERNELS.unary(op));
    }

    Tensor apply(Tensor x) {
        if (x.dtype() == DType.FLOAT32) {
            float[] out = Memory.floats(x.size());
            apply(x.floats(), out);
            return new Tensor(x.shape(), out);
        }
        double[] out = Memory.doubles(x.size());
        apply(x.doubles(), out);
        return new Tensor(x.shape(), out);
    }

    private void apply(float[] x, float[] out) {
        if (Cores.pays(out.length, kernel.nanoseconds())) {
            Cores.share(out.length, PIECE, (from, to) -> kernel.apply(x, out, from, to));
        } else {
            kernel.apply(x, out);
        }
    }

    private void apply(double[] x, double[] out) {
        if (Cores.pays(out.length, kernel.nanoseconds())) {
            Cores.share(out.length, PIECE, (from, to) -> kernel.apply(x, out, from, to));
        } else {
            kernel.apply(x, out);
        }
    }
}
