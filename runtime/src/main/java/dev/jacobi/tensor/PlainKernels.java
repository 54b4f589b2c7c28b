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
        float max = x[from];
        for (int i = from + 1; i < to; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    @Override
    public double max(double[] x, int from, int to) {
        double max = x[from];
        for (int i = from + 1; i < to; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    @Override
    public float min(float[] x, int from, int to) {
        float min = x[from];
        for (int i = from + 1; i < to; i++) {
            min = Math.min(min, x[i]);
        }
        return min;
    }

    @Override
    public double min(double[] x, int from, int to) {
        double min = x[from];
        for (int i = from + 1; i < to; i++) {
            min = Math.min(min, x[i]);
        }
        return min;
    }

    @Override
    public void mm(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        if (Blas.pays(m, n, k)) {
            Blas.mm(m, n, k, a, aFrom, b, bFrom, c, cFrom);
        } else {
            FloatProduct.mm(m, n, k, a, aFrom, b, bFrom, c, cFrom);
        }
    }

    @Override
    public void mm(int m, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
        if (Blas.pays(m, n, k)) {
            Blas.mm(m, n, k, a, aFrom, b, bFrom, c, cFrom);
        } else {
            DoubleProduct.mm(m, n, k, a, aFrom, b, bFrom, c, cFrom);
        }
    }
}
