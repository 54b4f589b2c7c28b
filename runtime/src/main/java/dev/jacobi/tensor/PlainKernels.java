package dev.jacobi.tensor;

/**
 * Kernels in plain Java, which are right everywhere; matrix products of some size go to the machine's own BLAS, if it
 * has one.
 */
final class PlainKernels implements Kernels {
    @Override
    public UnaryKernel unary(UnaryOp op) {
        return switch (op) {
            case NEG -> new Algebra.Neg();
            case ABS -> new Algebra.Abs();
            case SQUARE -> new Algebra.Square();
            case CUBE -> new Algebra.Cube();
            case FOURTH_POWER -> new Algebra.FourthPower();
            case SQRT -> new Algebra.Sqrt();
            case RSQRT -> new Algebra.Rsqrt();
            case RECIPROCAL -> new Algebra.Reciprocal();
            case INVERSE_SQUARE -> new Algebra.InverseSquare();
            case RELU -> new Algebra.Relu();
            case EXP -> new Exp();
            case LOG -> new Log();
            case LOG1P -> new Exponentials.Log1p();
            case EXPM1 -> new Exponentials.Expm1();
            case LOG10 -> new Exponentials.Log10();
            case LOG2 -> new Exponentials.Log2();
            case SIGMOID -> new Sigmoid();
            case SOFTPLUS -> new Softplus();
            case SIN -> new Trigonometry.Sin();
            case COS -> new Trigonometry.Cos();
            case TAN -> new Trigonometry.Tan();
            case ASIN -> new Trigonometry.Asin();
            case ACOS -> new Trigonometry.Acos();
            case ATAN -> new Trigonometry.Atan();
            case SINH -> new Trigonometry.Sinh();
            case COSH -> new Trigonometry.Cosh();
            case TANH -> new Tanh();
            case SIGN -> new Rounding.Sign();
            case FLOOR -> new Rounding.Floor();
            case CEIL -> new Rounding.Ceil();
            case ROUND -> new Rounding.Round();
            case TRUNC -> new Rounding.Trunc();
            case ERF -> new SpecialFunctions.Erf();
            case ERFC -> new SpecialFunctions.Erfc();
            case ERFINV -> new SpecialFunctions.Erfinv();
            case LGAMMA -> new SpecialFunctions.Lgamma();
            case DIGAMMA -> new SpecialFunctions.Digamma();
            case I0 -> new Bessel(0, false);
            case I0E -> new Bessel(0, true);
            case I1 -> new Bessel(1, false);
            case I1E -> new Bessel(1, true);
            case ERFCX -> new NormalDistribution.Erfcx();
            case NDTR -> new NormalDistribution.Ndtr();
            case LOG_NDTR -> new NormalDistribution.LogNdtr();
            case EXP2 -> new SpecialFunctions.Exp2();
            case LOGIT -> new SpecialFunctions.Logit();
            case ASINH -> new InverseHyperbolic.Asinh();
            case ACOSH -> new InverseHyperbolic.Acosh();
            case ATANH -> new InverseHyperbolic.Atanh();
            case FRAC -> new Rounding.Frac();
            case GELU -> new Activations.Gelu();
            case GELU_TANH -> new Activations.GeluTanh();
            case SILU -> new Activations.Silu();
            case MISH -> new Activations.Mish();
            case LOG_SIGMOID -> new Activations.LogSigmoid();
            case SOFTSIGN -> new Activations.Softsign();
            case TANHSHRINK -> new Activations.Tanhshrink();
            case RELU6 -> new Activations.Relu6();
            case HARDSIGMOID -> new Activations.Hardsigmoid();
            case HARDSWISH -> new Activations.Hardswish();
        };
    }

    @Override
    public BinaryKernel binary(BinaryOp op) {
        return switch (op) {
            case ADD -> new Arithmetic.Add();
            case SUB -> new Arithmetic.Sub();
            case MUL -> new Arithmetic.Mul();
            case DIV -> new Arithmetic.Div();
            case POW -> new Powers.Pow();
            case MAXIMUM -> new Extremes.Maximum();
            case MINIMUM -> new Extremes.Minimum();
            case ATAN2 -> new Powers.Atan2();
            case HYPOT -> new Powers.Hypot();
            case LOGADDEXP -> new LogarithmicPairs.Logaddexp();
            case LOGADDEXP2 -> new LogarithmicPairs.Logaddexp2();
            case XLOGY -> new LogarithmicPairs.Xlogy();
            case XLOG1PY -> new LogarithmicPairs.Xlog1py();
            case FMOD -> new Remainders.Fmod();
            case REMAINDER -> new Remainders.Remainder();
            case FLOOR_DIVIDE -> new Remainders.FloorDivide();
            case FMAX -> new Choices.Fmax();
            case FMIN -> new Choices.Fmin();
            case COPYSIGN -> new Choices.Copysign();
            case HEAVISIDE -> new Choices.Heaviside();
        };
    }

    @Override
    public double sum(float[] x, int from, int to) {
        return PlainSum.of(x, from, to);
    }

    @Override
    public double sum(double[] x, int from, int to) {
        return PlainSum.of(x, from, to);
    }

    @Override
    public float max(float[] x, int from, int to) {
        return FloatExtremes.ofRange(x, from, to, true);
    }

    @Override
    public double max(double[] x, int from, int to) {
        return DoubleExtremes.ofRange(x, from, to, true);
    }

    @Override
    public float min(float[] x, int from, int to) {
        return FloatExtremes.ofRange(x, from, to, false);
    }

    @Override
    public double min(double[] x, int from, int to) {
        return DoubleExtremes.ofRange(x, from, to, false);
    }

    @Override
    public void mm(
            Transposed by, int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        if (Blas.pays(m, n, k)) {
            Blas.mm(by, m, n, k, a, aFrom, b, bFrom, c, cFrom);
        } else {
            FloatProduct.mm(by, m, n, k, a, aFrom, b, bFrom, c, cFrom);
        }
    }

    @Override
    public void mm(
            Transposed by, int m, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
        if (Blas.pays(m, n, k)) {
            Blas.mm(by, m, n, k, a, aFrom, b, bFrom, c, cFrom);
        } else {
            DoubleProduct.mm(by, m, n, k, a, aFrom, b, bFrom, c, cFrom);
        }
    }
}
