package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An element's result has the same bits wherever it stands, and however the array is cut. */
class FunctionBitsTest {
    private static final int LENGTH = 3001;
    private static final double[] RARE = {
        0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1e300,
        -1e300,
        1e-310,
        400,
        -400,
        90,
        -90
    };

    @ParameterizedTest
    @EnumSource
    void ofDoubles(UnaryOp op) {
        UnaryKernel kernel = KernelProvider.KERNELS.unary(op);
        double[] x = arguments();
        double[] whole = new double[LENGTH];
        kernel.apply(x, whole);
        double[] parts = new double[LENGTH];
        int[] cuts = cuts();
        for (int i = 1; i < cuts.length; i++) {
            kernel.apply(x, parts, cuts[i - 1], cuts[i]);
        }
        assertThat(parts).isEqualTo(whole);
        for (int i = 0; i < LENGTH; i++) {
            double[] one = {x[i]};
            kernel.apply(one, one);
            parts[i] = one[0];
        }
        assertThat(parts).isEqualTo(whole);
    }

    /** The first elements in their place, as code that was generated with fast functions has them. */
    private enum InPlace {
        EXP(UnaryOp.EXP, FastFunctions::exp),
        LOG(UnaryOp.LOG, FastFunctions::log),
        TANH(UnaryOp.TANH, FastFunctions::tanh);

        private final UnaryOp op;
        private final ObjIntConsumer<double[]> function;

        InPlace(UnaryOp op, ObjIntConsumer<double[]> function) {
            this.op = op;
            this.function = function;
        }
    }

    @ParameterizedTest
    @EnumSource
    void inPlace(InPlace function) {
        double[] x = arguments();
        double[] whole = new double[LENGTH];
        KernelProvider.KERNELS.unary(function.op).apply(x, whole);
        for (int count : cuts()) {
            double[] expected = x.clone();
            System.arraycopy(whole, 0, expected, 0, count);
            double[] actual = x.clone();
            function.function.accept(actual, count);
            assertThat(actual).isEqualTo(expected);
        }
        double[] untouched = x.clone();
        function.function.accept(untouched, -1);
        assertThat(untouched).isEqualTo(x);
        assertThatThrownBy(() -> function.function.accept(x, LENGTH + 1))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void inPlacePaysForManyNumbersInLittleMemory() {
        assertThat(FastFunctions.pays(7)).isFalse();
        assertThat(FastFunctions.pays(8)).isTrue();
        assertThat(FastFunctions.pays(Integer.MAX_VALUE)).isTrue();
        assertThat(FastFunctions.pays(7, 1)).isFalse();
        assertThat(FastFunctions.pays(1 << 22, 2)).isTrue();
        assertThat(FastFunctions.pays(1 << 22, 3)).isFalse();
        assertThat(FastFunctions.pays(Integer.MAX_VALUE, 4)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void ofFloats(UnaryOp op) {
        UnaryKernel kernel = KernelProvider.KERNELS.unary(op);
        float[] x = floats(arguments());
        float[] whole = new float[LENGTH];
        kernel.apply(x, whole);
        float[] parts = new float[LENGTH];
        int[] cuts = cuts();
        for (int i = 1; i < cuts.length; i++) {
            kernel.apply(x, parts, cuts[i - 1], cuts[i]);
        }
        assertThat(parts).isEqualTo(whole);
        for (int i = 0; i < LENGTH; i++) {
            float[] one = {x[i]};
            kernel.apply(one, one);
            parts[i] = one[0];
        }
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void ofPowers() {
        BinaryKernel pow = KernelProvider.KERNELS.binary(BinaryOp.POW);
        float[] x = floats(arguments());
        float[] y = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            y[i] = x[(7 * i + 5) % LENGTH];
        }
        float[] whole = new float[LENGTH];
        pow.apply(x, y, whole);
        float[] parts = new float[LENGTH];
        float[] one = new float[1];
        for (int i = 0; i < LENGTH; i++) {
            pow.apply(new float[] {x[i]}, new float[] {y[i]}, one);
            parts[i] = one[0];
        }
        assertThat(parts).isEqualTo(whole);
        float[] sameBase = new float[LENGTH];
        pow.apply(2.5f, y, sameBase);
        pow.apply(filled(2.5f), y, parts);
        assertThat(sameBase).isEqualTo(parts);
        pow.apply(x, 2.5f, sameBase);
        pow.apply(x, filled(2.5f), parts);
        assertThat(sameBase).isEqualTo(parts);
    }

    @Test
    void ofPowersOfDoubles() {
        BinaryKernel pow = KernelProvider.KERNELS.binary(BinaryOp.POW);
        double[] x = arguments();
        double[] y = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            y[i] = x[(7 * i + 5) % LENGTH];
        }
        double[] whole = new double[LENGTH];
        pow.apply(x, y, whole);
        double[] parts = new double[LENGTH];
        double[] one = new double[1];
        for (int i = 0; i < LENGTH; i++) {
            pow.apply(new double[] {x[i]}, new double[] {y[i]}, one);
            parts[i] = one[0];
        }
        assertThat(parts).isEqualTo(whole);
        double[] same = new double[LENGTH];
        Arrays.fill(same, 2.5);
        double[] sameBase = new double[LENGTH];
        pow.apply(2.5, y, sameBase);
        pow.apply(same, y, parts);
        assertThat(sameBase).isEqualTo(parts);
        double[] sameExponent = x.clone();
        pow.apply(sameExponent, 2.5, sameExponent);
        pow.apply(x, same, parts);
        assertThat(sameExponent).isEqualTo(parts);
    }

    private static float[] filled(float value) {
        float[] array = new float[LENGTH];
        Arrays.fill(array, value);
        return array;
    }

    private static double[] arguments() {
        Random random = new Random(7);
        double[] x = new double[LENGTH];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 400 < 12 ? RARE[i % 400] : 5 * random.nextGaussian();
        }
        return x;
    }

    private static float[] floats(double[] x) {
        float[] floats = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            floats[i] = (float) x[i];
        }
        return floats;
    }

    private static int[] cuts() {
        return IntStream.concat(
                        IntStream.of(0, 1, 3, 70, 199, 326, 455, 967, 968, 1481, LENGTH),
                        new Random(9).ints(9, 0, LENGTH))
                .sorted()
                .toArray();
    }
}
