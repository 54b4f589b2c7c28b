package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link TorchValuesTest} doesn't see: creation, conversion, identity, and the adjoints of movements. */
class TensorTest {
    private static final Tensor MATRIX = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void literalsDecideTheType() {
        assertThat(Tensor.of(2f, 3f).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(Tensor.of(2, 3).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(Tensor.of(2.0, 3).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(Tensor.of(new double[][] {{1, 2}}).shape()).isEqualTo(Shape.of(1, 2));
        assertThat(Tensor.scalar(2.0).rank()).isZero();
        assertThat(Tensor.zeros(2, 3).dtype()).isEqualTo(DType.FLOAT32);
    }

    @Test
    void keepsNothingOfTheCallersArrays() {
        double[] data = {1, 2};
        double[][] rows = {{1, 2}};
        Tensor vector = Tensor.of(data);
        Tensor matrix = Tensor.of(rows);
        data[0] = rows[0][0] = 9;
        vector.toDoubleArray()[0] = 9;
        matrix.toDoubleMatrix()[0][0] = 9;
        assertThat(vector.item(0)).isEqualTo(1);
        assertThat(matrix.item(0, 0)).isEqualTo(1);
    }

    @Test
    void equalityIsOfTypeShapeAndElements() {
        assertThat(Tensor.of(1f, Float.NaN))
                .isEqualTo(Tensor.of(1f, Float.NaN))
                .hasSameHashCodeAs(Tensor.of(1f, Float.NaN))
                .isNotEqualTo(Tensor.of(1.0, Double.NaN))
                .isNotEqualTo(Tensor.of(new float[][] {{1, Float.NaN}}));
        assertThat(Tensor.of(0.0)).isNotEqualTo(Tensor.of(-0.0));
        assertThat(Tensor.of(0.0).eq(Tensor.of(-0.0)).all()).isTrue();
    }

    @Test
    void convertsAndBack() {
        assertThat(Tensor.of(0.1).to(DType.FLOAT32)).isEqualTo(Tensor.of(0.1f));
        assertThat(MATRIX.to(DType.FLOAT32)).isSameAs(MATRIX);
        assertThat(MATRIX.toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Tensor.of(MATRIX.toFloatMatrix())).isEqualTo(MATRIX);
        assertThat(Tensor.from(MATRIX.toDoubleArray(), 2, 3).to(DType.FLOAT32)).isEqualTo(MATRIX);
        assertThat(MATRIX.item(-1, 0)).isEqualTo(4);
    }

    @Test
    void numbersDoNotPromote() {
        assertThat(Tensor.of(1f).add(0.1)).isEqualTo(Tensor.of(1f + 0.1f));
        assertThat(Tensor.of(1f).add(Tensor.scalar(0.1)).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(Tensor.of(1f).add(Tensor.of(0.1)).dtype()).isEqualTo(DType.FLOAT64);
    }

    @ParameterizedTest
    @CsvSource({"10, 1e-7", "1000, 1e-6", "1000000, 1e-6"})
    void floatSumsStayAccurate(int n, double tolerance) {
        Tensor x = Tensor.rand(new Random(1), n);
        double exact = x.to(DType.FLOAT64).sum().item();
        assertThat(x.sum().item()).isCloseTo(exact, within(tolerance * exact));
        assertThat(x.reshape(n, 1).sum(0).item()).isCloseTo(exact, within(tolerance * exact));
    }

    @Test
    void softplusAndSigmoidDoNotOverflow() {
        assertThat(Tensor.of(-1000.0, 0, 1000).softplus().toDoubleArray()).containsExactly(0, Math.log(2), 1000);
        assertThat(Tensor.of(-1000.0, 0, 1000).sigmoid().toDoubleArray()).containsExactly(0, 0.5, 1);
    }

    @Test
    void stacksAndJoins() {
        assertThat(Tensor.stack(Tensor.of(1f, 2f), Tensor.of(3f, 4f))).isEqualTo(Tensor.of(new float[][] {{1, 2}, {3, 4}
        }));
        assertThat(Tensor.stack(Tensor.scalar(1f), Tensor.scalar(2.0))).isEqualTo(Tensor.of(1.0, 2));
        assertThat(Tensor.cat(-1, Tensor.ones(2, 1), MATRIX)).isEqualTo(Tensor.of(new float[][] {
            {1, 1, 2, 3}, {1, 4, 5, 6}
        }));
        assertThat(Tensor.cat(0, MATRIX, Tensor.zeros(0, 3))).isEqualTo(MATRIX);
    }

    @Test
    void choosesElementwise() {
        Mask even = Mask.from(new boolean[] {false, true, false}, 3);
        assertThat(Tensor.where(even, MATRIX, Tensor.scalar(0f))).isEqualTo(Tensor.of(new float[][] {
            {0, 2, 0}, {0, 5, 0}
        }));
        assertThat(MATRIX.masked(even)).isEqualTo(Tensor.of(new float[][] {{0, 2, 0}, {0, 5, 0}}));
        assertThat(Tensor.of(Double.NaN, Double.NaN, 1)
                        .masked(even.not())
                        .masked(even)
                        .toDoubleArray())
                .containsExactly(0, 0, 0);
    }

    @Test
    void placesWhatGetAndNarrowTake() {
        assertThat(Tensor.scalar(7.0).placed(MATRIX, 1, -1)).isEqualTo(Tensor.of(new float[][] {{0, 0, 0}, {0, 0, 7}}));
        assertThat(Tensor.of(7f, 8f, 9f).placed(MATRIX, 0)).isEqualTo(Tensor.of(new float[][] {{7, 8, 9}, {0, 0, 0}}));
        assertThat(Tensor.of(new float[][] {{7, 8}, {9, 1}}).placedAt(MATRIX, 1, 1))
                .isEqualTo(Tensor.of(new float[][] {{0, 7, 8}, {0, 9, 1}}));
    }

    @Test
    void sumToAndExpandToUndoBroadcastingAndPromotion() {
        assertThat(MATRIX.sumTo(MATRIX)).isSameAs(MATRIX);
        assertThat(MATRIX.sumTo(Tensor.zeros(3))).isEqualTo(Tensor.of(5f, 7f, 9f));
        assertThat(MATRIX.sumTo(Tensor.scalar(0.0))).isEqualTo(Tensor.scalar(21.0));
        assertThat(Tensor.of(1.0, 2, 3).expandTo(MATRIX)).isEqualTo(Tensor.of(new float[][] {{1, 2, 3}, {1, 2, 3}}));
        assertThat(Tensor.of(1f, 2f).expandAlong(MATRIX, 1)).isEqualTo(Tensor.of(new float[][] {{1, 1, 1}, {2, 2, 2}}));
    }

    @Test
    void permuteBackUndoesPermute() {
        Tensor x = Tensor.arange(24).reshape(2, 3, 4);
        assertThat(x.permute(2, 0, 1).permuteBack(2, 0, 1)).isEqualTo(x);
    }

    @Test
    void powSlopeIsTheDerivativeOfPow() {
        Tensor x = Tensor.of(0.0, 2, -3);
        assertThat(x.powSlope(0).toDoubleArray()).containsExactly(0, 0, 0);
        assertThat(x.powSlope(1).toDoubleArray()).containsExactly(1, 1, 1);
        assertThat(x.powSlope(2).toDoubleArray()).containsExactly(0, 4, -6);
        assertThat(x.powSlope(4).toDoubleArray()).containsExactly(0, 32, -108);
        assertThat(x.toDoubleArray()).containsExactly(0, 2, -3);
    }

    @Test
    void sharesTiesEvenly() {
        Tensor x = Tensor.of(new float[][] {{1, 3, 3}, {2, 1, 0}});
        assertThat(x.tieShare(x.max())).isEqualTo(Tensor.of(new float[][] {{0, 0.5f, 0.5f}, {0, 0, 0}}));
        assertThat(x.tieShare(x.amax(1), 1)).isEqualTo(Tensor.of(new float[][] {{0, 0.5f, 0.5f}, {1, 0, 0}}));
    }

    @Test
    void productsOfTheOthersAreExactWithZeros() {
        assertThat(Tensor.of(2.0, 3, 4).prodOfOthers().toDoubleArray()).containsExactly(12, 8, 6);
        assertThat(Tensor.of(2.0, 0, 4).prodOfOthers().toDoubleArray()).containsExactly(0, 8, 0);
        assertThat(Tensor.of(0.0, 0, 4).prodOfOthers().toDoubleArray()).containsExactly(0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 3, 4", "3, 5, 2", "9, 7, 8", "11, 13, 12", "33, 17, 40", "1, 200, 300", "200, 1, 300"})
    void productsAgreeWithTheirDefinition(int m, int n, int k) {
        Random random = new Random(m + n + k);
        Tensor x = Tensor.randn(random, m, k).to(DType.FLOAT64);
        Tensor y = Tensor.randn(random, k, n).to(DType.FLOAT64);
        Tensor expected = x.unsqueeze(2).mul(y).sum(1);
        assertThat(x.mm(y).sub(expected).abs().max().item()).isLessThan(1e-12);
        Tensor single = x.to(DType.FLOAT32).mm(y.to(DType.FLOAT32));
        assertThat(single.sub(expected).abs().max().item()).isLessThan(1e-4);
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 4", "3, 5, 2", "9, 7, 8", "11, 13, 12", "33, 17, 41", "1, 200, 300", "200, 1, 300"})
    void plainProductsNeedNoLibrary(int m, int n, int k) {
        Tensor x = Tensor.randn(new Random(1), m, k);
        Tensor y = Tensor.randn(new Random(2), k, n);
        double[] expected = x.to(DType.FLOAT64).unsqueeze(2).mul(y).sum(1).toDoubleArray();
        float[] floats = new float[m * n + 1]; // all start at 1, to see that offsets are kept
        FloatProduct.mm(m, n, k, shifted(x).toFloatArray(), 1, shifted(y).toFloatArray(), 1, floats, 1);
        double[] doubles = new double[m * n + 1];
        DoubleProduct.mm(m, n, k, shifted(x).toDoubleArray(), 1, shifted(y).toDoubleArray(), 1, doubles, 1);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) floats[i + 1]).isCloseTo(expected[i], within(1e-4));
            assertThat(doubles[i + 1]).isCloseTo(expected[i], within(1e-12));
        }
    }

    private static Tensor shifted(Tensor x) {
        return Tensor.cat(0, Tensor.zeros(1), x.flatten());
    }

    /** ⟨ẋ·y, r̄⟩ = ⟨ẋ, x̄⟩ and ⟨x·ẏ, r̄⟩ = ⟨ẏ, ȳ⟩ for all ranks. */
    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "2 3, 3",
        "3, 3 2",
        "2 3, 3 4",
        "5 2 3, 3",
        "3, 5 3 2",
        "5 2 3, 3 4",
        "2 3, 5 3 4",
        "5 1 2 3, 4 3 2"
    })
    void matmulHasItsAdjoints(String left, String right) {
        Random random = new Random(1);
        Tensor x = Tensor.randn(random, dims(left)).to(DType.FLOAT64);
        Tensor y = Tensor.randn(random, dims(right)).to(DType.FLOAT64);
        Tensor r = x.matmul(y);
        Tensor bar = Tensor.randn(random, r.shape().toArray()).to(DType.FLOAT64);
        double expected = r.mul(bar).sum().item();
        assertThat(bar.matmulBarLeft(x, y).mul(x).sum().item()).isCloseTo(expected, within(1e-12));
        assertThat(bar.matmulBarRight(x, y).mul(y).sum().item()).isCloseTo(expected, within(1e-12));
        assertThat(bar.matmulBarLeft(x.to(DType.FLOAT32), y).dtype()).isEqualTo(DType.FLOAT32);
    }

    private static int[] dims(String text) {
        return Stream.of(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** x·r = y where all numbers are whole, so that r is known. */
    @Test
    void systemsAreSolved() {
        Tensor x = Tensor.of(new double[][] {{0, 2, 1}, {1, 1, 0}, {3, 0, 1}});
        assertThat(x.solve(Tensor.of(7.0, 3.0, 6.0)).toDoubleArray())
                .containsExactly(new double[] {1, 2, 3}, within(1e-14));
        assertThat(x.solveTransposed(Tensor.of(11.0, 4.0, 4.0)).toDoubleArray())
                .containsExactly(new double[] {1, 2, 3}, within(1e-14));
        Tensor both = Tensor.of(new double[][] {{7, 2}, {3, 1}, {6, 0}});
        assertThat(x.solve(both).shape()).isEqualTo(Shape.of(3, 2));
        assertThat(x.solve(both).t().get(1).toDoubleArray()).containsExactly(new double[] {0, 1, 0}, within(1e-14));
        assertThat(x.to(DType.FLOAT32).solve(Tensor.of(7f, 3f, 6f)).dtype()).isEqualTo(DType.FLOAT32);
    }

    /** Sizes below and above those that LAPACK factors in blocks. */
    @ParameterizedTest
    @CsvSource({"1", "2", "47", "48", "49", "130"})
    void largerSystemsAreSolved(int n) {
        Random random = new Random(n);
        Tensor x = Tensor.randn(random, n, n).to(DType.FLOAT64);
        Tensor r = Tensor.randn(random, n, 2).to(DType.FLOAT64);
        assertThat(x.solve(x.matmul(r)).sub(r).norm().item()).isLessThan(1e-9);
        assertThat(x.solveTransposed(x.t().matmul(r)).sub(r).norm().item()).isLessThan(1e-9);
    }

    @Test
    void normsNeitherOverflowNorVanish() {
        assertThat(Tensor.of(3e200, -4e200).norm().item()).isCloseTo(5e200, within(1e185));
        assertThat(Tensor.of(3e-200, 4e-200).norm().item()).isCloseTo(5e-200, within(1e-215));
        assertThat(Tensor.of(0.0, 0).norm().item()).isZero();
        assertThat(Tensor.of(Double.NEGATIVE_INFINITY, 1).norm().item()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void filledTensorsAndIdentities() {
        assertThat(Tensor.full(2.5, DType.FLOAT64, 2)).isEqualTo(Tensor.of(2.5, 2.5));
        assertThat(Tensor.fullLike(MATRIX, 2).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(Tensor.eyeLike(MATRIX)).isEqualTo(Tensor.of(new float[][] {{1, 0, 0}, {0, 1, 0}}));
        assertThat(Tensor.linspace(0, 1, 3, DType.FLOAT64)).isEqualTo(Tensor.of(0.0, 0.5, 1));
        assertThat(Tensor.catStart(2, 1, MATRIX, Tensor.zeros(2, 1), MATRIX)).isEqualTo(4);
    }

    @Test
    void randomNumbersComeFromTheGenerator() {
        assertThat(Tensor.randn(new Random(1), 2, 3)).isEqualTo(Tensor.randn(new Random(1), 2, 3));
        Tensor x = Tensor.rand(new Random(1), 1000);
        assertThat(x.ge(0).and(x.lt(1)).all()).isTrue();
        assertThat(x.mean().item()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void operandsAreLeftAlone() {
        Tensor x = Tensor.of(1.0, 2, 3);
        x.add(x).mul(2).pow(3).powSlope(3).neg().reshape(3, 1).t().exp();
        assertThat(x.toDoubleArray()).containsExactly(1, 2, 3);
    }
}
