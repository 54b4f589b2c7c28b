package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.DOUBLE_LANES;
import static dev.jacobi.tensor.KernelProvider.FLOAT_LANES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions of ranges have the bits of the functions of single numbers, whatever those numbers are; the build runs this
 * both with vector instructions and without.
 */
class LanesTest {
    private static final int LENGTH = 40_000;

    private enum Function {
        EXP(UnaryOp.EXP, FloatExp::of, DoubleExp::of, FLOAT_LANES::exp, DOUBLE_LANES::exp),
        LOG(UnaryOp.LOG, FloatLog::of, DoubleLog::of, FLOAT_LANES::log, DOUBLE_LANES::log),
        TANH(UnaryOp.TANH, FloatTanh::of, DoubleTanh::of, FLOAT_LANES::tanh, DOUBLE_LANES::tanh),
        SIGMOID(UnaryOp.SIGMOID, FloatSigmoid::of, DoubleSigmoid::of, FLOAT_LANES::sigmoid, DOUBLE_LANES::sigmoid),
        SOFTPLUS(
                UnaryOp.SOFTPLUS, FloatSoftplus::of, DoubleSoftplus::of, FLOAT_LANES::softplus, DOUBLE_LANES::softplus);

        final UnaryOp op;
        final OfFloat ofFloat;
        final DoubleUnaryOperator ofDouble;
        final InFloatLanes inFloatLanes;
        final InDoubleLanes inDoubleLanes;

        Function(
                UnaryOp op,
                OfFloat ofFloat,
                DoubleUnaryOperator ofDouble,
                InFloatLanes inFloatLanes,
                InDoubleLanes inDoubleLanes) {
            this.op = op;
            this.ofFloat = ofFloat;
            this.ofDouble = ofDouble;
            this.inFloatLanes = inFloatLanes;
            this.inDoubleLanes = inDoubleLanes;
        }
    }

    private interface OfFloat {
        float apply(float x);
    }

    private interface InFloatLanes {
        int apply(float[] x, float[] out, int from, int to);
    }

    private interface InDoubleLanes {
        int apply(double[] x, double[] out, int from, int to);
    }

    /** Any bits, ordinary numbers, and ordinary ones with few others between them. */
    private static double number(Random random, int i, double any) {
        return switch (i / 1000 % 3) {
            case 0 -> any;
            case 1 -> 6 * random.nextGaussian();
            default -> random.nextInt(100) == 0 ? any : 30 * random.nextDouble();
        };
    }

    @ParameterizedTest
    @EnumSource
    void ofFloats(Function function) {
        Random random = new Random(5);
        float[] x = new float[LENGTH];
        float[] expected = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            x[i] = (float) number(random, i, Float.intBitsToFloat(random.nextInt()));
            expected[i] = function.ofFloat.apply(x[i]);
        }
        UnaryKernel kernel = KernelProvider.KERNELS.unary(function.op);
        float[] out = new float[LENGTH];
        for (int from = 0, length = 1; from < LENGTH; from += length, length = 1 + random.nextInt(1200)) {
            int to = Math.min(from + length, LENGTH);
            int done = from;
            for (int i = 0; done == from && i < Warming.SELDOM; i++) {
                done = function.inFloatLanes.apply(x, out, from, to);
            }
            kernel.apply(x, out, done, to);
        }
        assertThat(out).isEqualTo(expected);
        kernel.apply(x, x);
        assertThat(x).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void ofDoubles(Function function) {
        Random random = new Random(6);
        double[] x = new double[LENGTH];
        double[] expected = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            x[i] = number(random, i, Double.longBitsToDouble(random.nextLong()));
            expected[i] = function.ofDouble.applyAsDouble(x[i]);
        }
        UnaryKernel kernel = KernelProvider.KERNELS.unary(function.op);
        double[] out = new double[LENGTH];
        for (int from = 0, length = 1; from < LENGTH; from += length, length = 1 + random.nextInt(600)) {
            int to = Math.min(from + length, LENGTH);
            int done = from;
            for (int i = 0; done == from && i < Warming.SELDOM; i++) {
                done = function.inDoubleLanes.apply(x, out, from, to);
            }
            kernel.apply(x, out, done, to);
        }
        assertThat(out).isEqualTo(expected);
        kernel.apply(x, x);
        assertThat(x).isEqualTo(expected);
    }

    @Test
    void ofPowers() {
        Random random = new Random(7);
        DoubleBlock block = DoubleBlock.own();
        for (int round = 0; round < 1_000; round++) { // until vectors have been compiled
            int n = 64 + random.nextInt(DoubleBlock.LENGTH - 63);
            double[] x = new double[n];
            double[] y = new double[n];
            double[] expected = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = Math.abs(number(random, 1000 * round, Double.longBitsToDouble(random.nextLong())));
                y[i] = number(random, 1000 * round, Double.longBitsToDouble(random.nextLong()));
                expected[i] = DoublePow.of(x[i], y[i]);
            }
            double[] out = new double[n];
            KernelProvider.KERNELS.binary(BinaryOp.POW).apply(x, y, out);
            assertThat(out).isEqualTo(expected);
            System.arraycopy(x, 0, block.x, 0, n);
            System.arraycopy(y, 0, block.y, 0, n);
            if (DOUBLE_LANES.pow(block.x, block.r, 0, n) == n) {
                assertThat(Arrays.copyOf(block.r, n)).isEqualTo(expected);
            }
        }
    }

    /** The largest of each row, and its sum by sixteen running ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10, 16, 31, 32, 100, 255, 256, 300, 511})
    void rowsHaveTheSumsAndMaximaOfTheirDefinition(int length) {
        Random random = new Random(length);
        int rows = 512 / length;
        double[] sums = new double[rows];
        float[] largest = new float[rows];
        for (int i = 0; i < 3_000; i++) { // until vectors have been compiled
            float[] x = new float[512];
            for (int j = 0; j < x.length; j++) {
                x[j] = (float) number(random, j, random.nextGaussian());
            }
            if (i % 3 == 0) {
                x[random.nextInt(x.length)] = Float.NaN;
            }
            FloatRowTotals.sums(x, rows, length, sums, 0);
            FloatRowTotals.maxima(x, rows, length, largest, new float[512], new float[512]);
            double[] expectedSums = new double[rows];
            float[] expected = new float[rows];
            for (int row = 0; row < rows; row++) {
                float[] elements = Arrays.copyOfRange(x, row * length, (row + 1) * length);
                expectedSums[row] = sum(elements);
                expected[row] = elements[0];
                for (float element : elements) {
                    expected[row] = Math.max(expected[row], element);
                }
            }
            assertThat(sums).isEqualTo(expectedSums);
            assertThat(largest).isEqualTo(expected);
        }
    }

    private static double sum(float... x) {
        double sum = 0;
        for (int start = 0; start < x.length; start += 256) {
            int end = Math.min(start + 256, x.length);
            float[] s = new float[16];
            int vectors = (end - start) / 16 * 16;
            for (int i = 0; i < vectors; i++) {
                s[i % 16] += x[start + i];
            }
            float rest = 0;
            for (int i = start + vectors; i < end; i++) {
                rest += x[i];
            }
            float[] r = new float[4];
            for (int i = 0; i < 4; i++) {
                r[i] = (s[i] + s[i + 8]) + (s[i + 4] + s[i + 12]);
            }
            sum += ((double) r[0] + r[2]) + ((double) r[1] + r[3]) + rest;
        }
        return sum;
    }
}
