package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kernels over all pairs of rows against the same with all differences as a tensor, for sizes around a block's. */
class PairDistancesTest {
    private static final Random RANDOM = new Random(11);

    private static Tensor random(int... shape) {
        return Tensor.randn(RANDOM, DType.FLOAT64, shape);
    }

    private static Tensor differences(Tensor x, Tensor y) {
        return x.unsqueeze(-2).sub(y.unsqueeze(-3));
    }

    private static void assertSame(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.dtype()).isEqualTo(expected.dtype());
        assertThat(actual.toDoubleArray()).containsExactly(expected.toDoubleArray(), within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "3, 511, 5",
        "3, 512, 5",
        "3, 513, 4",
        "40, 1100, 3",
        "700, 33, 2",
        "65, 130, 129",
        "5, 3, 0",
        "0, 4, 2",
        "4, 0, 2",
        "33, 127, 200",
        "2, 129, 150"
    })
    void areAsDifferencesSay(int p, int q, int length) {
        Tensor x = random(p, length);
        Tensor y = random(q, length);
        Tensor v = random(p, length);
        Tensor w = random(p, q);
        Tensor differences = differences(x, y);
        assertSame(x.cdist(y), differences.square().sum(-1).sqrt());
        assertSame(v.pairSlopes(x, y), v.unsqueeze(-2).mul(differences).sum(-1));
        assertSame(w.pairPulls(x, y, false), w.unsqueeze(-1).mul(differences).sum(1));
        assertSame(
                w.pairPulls(y, x, true), w.unsqueeze(-1).mul(differences).sum(0).neg());
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 1", "5, 2", "600, 5", "513, 3"})
    void ofOneMatrixAreTheUpperTriangle(int n, int length) {
        Tensor x = random(n, length);
        Tensor all = x.cdist(x);
        Tensor pairs = x.pdist();
        assertThat(pairs.shape()).isEqualTo(Shape.of(n * (n - 1) / 2));
        assertThat(pairs.pairSquare(n).toDoubleArray()).isEqualTo(all.toDoubleArray());
        assertThat(all.pairSquareBack().toDoubleArray()).isEqualTo(pairs.mul(2).toDoubleArray());
    }

    /** Where squares overflow or vanish, and where there are infinities and NaN. */
    @ParameterizedTest
    @CsvSource({
        "3e200, 4e200, 5e200",
        "3e-200, 4e-200, 5e-200",
        "3e-320, 4e-320, 5e-320",
        "Infinity, 1, Infinity",
        "NaN, 1, NaN",
        "0, 0, 0"
    })
    void keepTheirDigits(double a, double b, double length) {
        double distance = Tensor.of(new double[][] {{a, b}})
                .cdist(Tensor.zeros(DType.FLOAT64, 1, 2))
                .item();
        assertThat(Double.compare(distance, length) == 0 || Math.abs(distance - length) <= 1e-15 * length)
                .as("%s", distance)
                .isTrue();
    }
}
