package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The functions computed by our own polynomials keep the bounds that they state: in float32 against {@code Math} in
 * double, in float64 against {@link DoubleDouble}.
 */
class FunctionAccuracyTest {
    private static final int SAMPLES = 50_000;

    private enum Function {
        EXP(UnaryOp.EXP, 1, StrictMath::exp, DoubleDouble::exp),
        LOG(UnaryOp.LOG, 1, StrictMath::log, DoubleDouble::log),
        TANH(UnaryOp.TANH, 2, StrictMath::tanh, Function::tanh),
        SIGMOID(UnaryOp.SIGMOID, 2, Function::sigmoid, Function::sigmoid),
        SOFTPLUS(UnaryOp.SOFTPLUS, 2, Function::softplus, Function::softplus),
        EXPM1(UnaryOp.EXPM1, 2, StrictMath::expm1, DoubleDouble::expm1),
        LOG1P(UnaryOp.LOG1P, 2, StrictMath::log1p, DoubleDouble::log1p),
        SIN(UnaryOp.SIN, 2, StrictMath::sin, DoubleDouble::sin),
        COS(UnaryOp.COS, 2, StrictMath::cos, DoubleDouble::cos),
        ERF(UnaryOp.ERF, 3, Function::erf, Function::erf),
        ERFC(UnaryOp.ERFC, 5, Function::erfc, Function::erfc),
        NDTR(UnaryOp.NDTR, 6, Function::ndtr, Function::ndtr),
        GELU(UnaryOp.GELU, 6, Function::gelu, Function::gelu),
        SILU(UnaryOp.SILU, 3, x -> x * sigmoid(x), x -> x.times(sigmoid(x))),
        MISH(UnaryOp.MISH, 5, Function::mish, Function::mish),
        LOG_SIGMOID(UnaryOp.LOG_SIGMOID, 2, Function::logSigmoid, Function::logSigmoid);

        final UnaryOp op;
        /** In units in the last place of the exact result. */
        final double bound;
        /** To about a unit in the last place of a double. */
        final DoubleUnaryOperator near;

        final UnaryOperator<DoubleDouble> exact;

        Function(UnaryOp op, double bound, DoubleUnaryOperator near, UnaryOperator<DoubleDouble> exact) {
            this.op = op;
            this.bound = bound;
            this.near = near;
            this.exact = exact;
        }

        /** What the smallest number makes in a product with x, of which a factor may have no more bits than that. */
        double leastOf(double x, double smallest) {
            return switch (this) {
                case GELU, SILU, MISH -> Math.abs(x) <= 1000 ? Math.abs(x) * smallest : 0;
                default -> 0;
            };
        }

        double inDomain(double x) {
            return switch (this) {
                case LOG -> Math.abs(x);
                case LOG1P -> x < -1 ? -1 / x - 1 : x;
                default -> x;
            };
        }

        private static DoubleDouble tanh(DoubleDouble x) {
            if (Math.abs(x.high()) > 300) {
                return DoubleDouble.of(Math.signum(x.high()));
            }
            DoubleDouble e = x.plus(x).expm1();
            return e.over(e.plus(DoubleDouble.of(2)));
        }

        private static double sigmoid(double x) {
            return x < -40 ? StrictMath.exp(x) : 1 / (1 + StrictMath.exp(-x));
        }

        private static DoubleDouble sigmoid(DoubleDouble x) {
            DoubleDouble e = DoubleDouble.of(-Math.abs(x.high())).exp();
            return (x.high() < 0 ? e : DoubleDouble.ONE).over(e.plus(DoubleDouble.ONE));
        }

        private static double softplus(double x) {
            return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
        }

        private static DoubleDouble softplus(DoubleDouble x) {
            DoubleDouble log = DoubleDouble.of(-Math.abs(x.high())).exp().log1p();
            return log.plus(DoubleDouble.of(Math.max(x.high(), 0)));
        }

        private static double logSigmoid(double x) {
            return 0 - softplus(-x);
        }

        private static DoubleDouble logSigmoid(DoubleDouble x) {
            return DoubleDouble.of(0).minus(softplus(DoubleDouble.of(-x.high())));
        }

        private static double erf(double x) {
            return Math.abs(x) < 5 ? erf(DoubleDouble.of(x)).high() : 1 - erfc(x);
        }

        private static DoubleDouble erf(DoubleDouble x) {
            return Math.abs(x.high()) < 5 ? x.erf() : DoubleDouble.ONE.minus(erfc(x));
        }

        private static double erfc(double x) {
            return Math.abs(x) < 28 ? erfc(DoubleDouble.of(x)).high() : 1 - Math.signum(x);
        }

        private static DoubleDouble erfc(DoubleDouble x) {
            return Math.abs(x.high()) < 28 ? x.erfc() : DoubleDouble.of(1 - Math.signum(x.high()));
        }

        private static double ndtr(double x) {
            return Math.abs(x) < 39 ? ndtr(DoubleDouble.of(x)).high() : 0.5 + 0.5 * Math.signum(x);
        }

        private static DoubleDouble ndtr(DoubleDouble x) {
            DoubleDouble erfc = erfc(DoubleDouble.of(-x.high()).times(DoubleDouble.ROOT_HALF));
            return erfc.times(DoubleDouble.of(0.5));
        }

        private static double gelu(double x) {
            return x * ndtr(x);
        }

        private static DoubleDouble gelu(DoubleDouble x) {
            return ndtr(x).times(x);
        }

        private static double mish(double x) {
            double e = StrictMath.exp(-Math.abs(x));
            return x * (x < 0 ? e * (e + 2) / (e * (e + 2) + 2) : (1 + 2 * e) / (1 + 2 * e + 2 * e * e));
        }

        private static DoubleDouble mish(DoubleDouble x) {
            return x.times(tanh(softplus(x)));
        }
    }

    private static final double[] EDGES = {
        0,
        -0.0,
        1,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Math.nextDown(Double.MIN_NORMAL),
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        88.722839,
        88.72284,
        -87.4,
        -103.97,
        -103.98,
        709.78271289338397,
        709.78271289338409,
        -708.4,
        -745.13,
        -745.14,
        43,
        -44,
        354,
        -355,
        10,
        22,
        -22.5,
        Math.sqrt(0.5),
        Math.nextDown(1.0),
        Math.nextUp(1.0)
    };

    @ParameterizedTest
    @EnumSource
    void keepsItsBoundInFloat32(Function function) {
        Random random = new Random(1);
        assertFloats(function, () -> Float.intBitsToFloat(random.nextInt()));
        assertFloats(function, () -> random.nextGaussian());
        assertFloats(function, () -> 200 * random.nextDouble() - 100);
        assertFloats(function, () -> 0.4 + 2 * random.nextDouble());
        assertFloats(function, edges());
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsBoundInFloat64(Function function) {
        Random random = new Random(2);
        assertDoubles(function, () -> random.nextGaussian());
        assertDoubles(function, () -> 1300 * random.nextDouble() - 650);
        assertDoubles(function, () -> 0.4 + 2 * random.nextDouble());
        assertDoubles(function, () -> Math.scalb(random.nextGaussian(), -random.nextInt(900)));
    }

    @ParameterizedTest
    @EnumSource
    void isRightWhereDoublesAreRare(Function function) {
        Random random = new Random(3);
        assertNear(function, () -> Double.longBitsToDouble(random.nextLong()));
        assertNear(function, () -> Math.scalb(random.nextGaussian(), -1040));
        assertNear(function, () -> -700 - 50 * random.nextDouble());
        assertNear(function, () -> 700 + 10 * random.nextDouble());
        assertNear(function, edges());
    }

    @Test
    void powersInFloat32AreRightToTheLastBit() {
        Random random = new Random(4);
        float[] x = new float[SAMPLES];
        float[] y = new float[SAMPLES];
        float[] out = new float[SAMPLES];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 2 == 0 ? (float) Math.exp(4 * random.nextGaussian()) : (float) rare(i / 2 / EDGES.length);
            y[i] = i % 2 == 0 ? (float) (8 * random.nextGaussian()) : (float) rare(i / 2);
        }
        KernelProvider.KERNELS.binary(BinaryOp.POW).apply(x, y, out);
        for (int i = 0; i < x.length; i++) {
            double expected = power(x[i], y[i]);
            assertWithin(0.501, x[i], out[i], expected, Math.ulp((float) expected), Float.MAX_VALUE);
        }
    }

    @Test
    void powersKeepTheirBoundInFloat64() {
        Random random = new Random(5);
        assertPowers(() -> Math.exp(4 * random.nextGaussian()), () -> 8 * random.nextGaussian());
        assertPowers(() -> 0.4 + 2 * random.nextDouble(), () -> 700 * random.nextGaussian());
        assertPowers(() -> 1 + Math.scalb(random.nextGaussian(), -40), () -> Math.scalb(random.nextGaussian(), 44));
        assertPowers(() -> Math.scalb(1 + random.nextDouble(), random.nextInt(2040) - 1020), random::nextGaussian);
        assertPowers(() -> 1 + random.nextInt(1000), () -> random.nextInt(9) - 4);
    }

    /** Where neither the power nor its last bits are subnormal. */
    private static void assertPowers(DoubleSupplier bases, DoubleSupplier exponents) {
        double[] x = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        double[] out = new double[SAMPLES];
        for (int i = 0; i < x.length; i++) {
            do {
                x[i] = bases.getAsDouble();
                y[i] = exponents.getAsDouble();
            } while (!(Math.abs(y[i] * Math.log(x[i])) < 640));
        }
        KernelProvider.KERNELS.binary(BinaryOp.POW).apply(x, y, out);
        for (int i = 0; i < x.length; i++) {
            DoubleDouble exact =
                    DoubleDouble.of(x[i]).log().times(DoubleDouble.of(y[i])).exp();
            double error = Math.abs(out[i] - exact.high() - exact.low()) / Math.ulp(exact.high());
            if (!(error < 1)) {
                throw new AssertionError(x[i] + " to " + y[i] + " is " + out[i] + ", " + error + " ulp off");
            }
        }
    }

    @Test
    void powersAreRightWhereDoublesAreRare() {
        Random random = new Random(6);
        double[] x = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        double[] out = new double[SAMPLES];
        for (int i = 0; i < x.length; i++) {
            boolean edges = i % 2 == 0;
            x[i] = edges ? rare(i / 2 / EDGES.length) : Double.longBitsToDouble(random.nextLong());
            y[i] = edges ? rare(i / 2) : 3 * random.nextGaussian();
        }
        KernelProvider.KERNELS.binary(BinaryOp.POW).apply(x, y, out);
        for (int i = 0; i < x.length; i++) {
            double expected = power(x[i], y[i]);
            assertWithin(2, x[i], out[i], expected, Math.ulp(expected), Double.MAX_VALUE);
        }
    }

    /** As PyTorch has it, where Java gives NaN. */
    private static double power(double x, double y) {
        return y == 0 || x == 1 || x == -1 && Double.isInfinite(y) ? 1 : StrictMath.pow(x, y);
    }

    private static double rare(int i) {
        return i % 7 == 0 ? i % 5 - 2 : EDGES[i % EDGES.length];
    }

    private static DoubleSupplier edges() {
        int[] next = {0};
        return () -> EDGES[next[0]++ % EDGES.length];
    }

    private static void assertFloats(Function function, DoubleSupplier arguments) {
        float[] x = new float[SAMPLES];
        float[] y = new float[SAMPLES];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) arguments.getAsDouble();
        }
        KernelProvider.KERNELS.unary(function.op).apply(x, y);
        for (int i = 0; i < x.length; i++) {
            double expected = function.near.applyAsDouble(x[i]);
            double ulp = Math.max(Math.ulp((float) expected), function.leastOf(x[i], Float.MIN_VALUE));
            assertWithin(function.bound, x[i], y[i], expected, ulp, Float.MAX_VALUE);
        }
    }

    private static void assertDoubles(Function function, DoubleSupplier arguments) {
        double[] x = samples(function, arguments);
        double[] y = new double[x.length];
        KernelProvider.KERNELS.unary(function.op).apply(x, y);
        for (int i = 0; i < x.length; i++) {
            DoubleDouble exact = function.exact.apply(DoubleDouble.of(x[i]));
            double error = Math.abs(y[i] - exact.high() - exact.low()) / Math.ulp(exact.high());
            if (!(error < function.bound)) {
                throw new AssertionError(function + " of " + x[i] + " is " + y[i] + ", " + error + " ulp off");
            }
        }
    }

    /** As our reference is itself a unit off, so may the result be. */
    private static void assertNear(Function function, DoubleSupplier arguments) {
        double[] x = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        for (int i = 0; i < x.length; i++) {
            x[i] = arguments.getAsDouble();
        }
        KernelProvider.KERNELS.unary(function.op).apply(x, y);
        for (int i = 0; i < x.length; i++) {
            double expected = function.near.applyAsDouble(x[i]);
            double ulp = Math.max(Math.ulp(expected), function.leastOf(x[i], Double.MIN_VALUE));
            assertWithin(function.bound + 1, x[i], y[i], expected, ulp, Double.MAX_VALUE);
        }
    }

    private static double[] samples(Function function, DoubleSupplier arguments) {
        double[] x = new double[SAMPLES];
        for (int i = 0; i < x.length; i++) {
            x[i] = function.inDomain(arguments.getAsDouble());
        }
        return x;
    }

    private static void assertWithin(double bound, double x, double y, double expected, double ulp, double max) {
        boolean right = y == 0 || expected == 0 || Double.isNaN(expected) || Double.isInfinite(expected)
                ? Double.compare(y, expected) == 0 || Math.abs(y - expected) <= bound * ulp && expected != 0
                : Double.isInfinite(y) ? Math.abs(expected) >= max : Math.abs(y - expected) <= bound * ulp;
        if (!right) {
            assertThat(y).as("of %s", x).isEqualTo(expected);
        }
    }
}
