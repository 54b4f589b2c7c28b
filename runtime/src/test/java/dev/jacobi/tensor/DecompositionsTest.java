package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors have no sign of their own, so it is what is made of them that is compared; values are in TorchValuesTest. */
class DecompositionsTest {
    private static final double PRECISION = 1e-13;

    static Stream<Tensor> matrices() {
        Random random = new Random(5);
        return Stream.of(
                        List.of(1, 1),
                        List.of(3, 3),
                        List.of(6, 4),
                        List.of(2, 5),
                        List.of(3, 4, 2),
                        List.of(2, 2, 40, 40))
                .map(shape -> Tensor.randn(
                                random, shape.stream().mapToInt(i -> i).toArray())
                        .to(DType.FLOAT64));
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void singularVectorsMakeTheMatrixAgain(Tensor x) {
        Tensor[] usv = x.svd();
        assertSame(usv[0].mul(usv[1].unsqueeze(-2)).matmul(usv[2]), x);
        assertOrthonormal(usv[0]);
        assertOrthonormal(usv[2].mT());
        assertSame(usv[1], x.svdvals());
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void orthogonalTimesTriangularIsTheMatrix(Tensor x) {
        Tensor[] qr = x.qr();
        assertSame(qr[0].matmul(qr[1]), x);
        assertOrthonormal(qr[0]);
        assertThat(qr[1].triangle(true)).isEqualTo(qr[1]);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void eigenvectorsMakeTheMatrixAgain(Tensor any) {
        Tensor x = any.matmul(any.mT());
        Tensor[] eigen = x.eigh();
        assertSame(eigen[1].mul(eigen[0].unsqueeze(-2)).matmul(eigen[1].mT()), x);
        assertOrthonormal(eigen[1]);
        assertSame(eigen[0], x.eigvalsh());
    }

    @Test
    void emptyMatricesHaveTheCondition0() {
        assertThat(Tensor.zeros(0, 0).cond()).isEqualTo(Tensor.scalar(0f));
        assertThat(Tensor.zeros(2, 3, 0).cond()).isEqualTo(Tensor.zeros(2));
    }

    @Test
    void eigenvaluesReadTheLowerTriangle() {
        Tensor x = Tensor.of(new double[][] {{2, 99}, {1, 2}});
        assertSame(x.eigh()[0], Tensor.of(1.0, 3.0));
        assertSame(x.eigvalsh(), Tensor.of(1.0, 3.0));
    }

    @Test
    void cofactorsOfSingularMatrices() {
        Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
        assertSame(x.cofactors(), Tensor.of(new double[][] {{-3, 6, -3}, {6, -12, 6}, {-3, 6, -3}}));
        assertSame(Tensor.zeros(DType.FLOAT64, 1, 1).cofactors(), Tensor.ones(DType.FLOAT64, 1, 1));
        assertSame(Tensor.zeros(DType.FLOAT64, 2, 3, 3).cofactors(), Tensor.zeros(DType.FLOAT64, 2, 3, 3));
    }

    @Test
    void changesOfCofactorsOfSingularMatrices() {
        Tensor x = Tensor.of(new double[][] {{1, 2}, {2, 4}});
        Tensor y = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        assertSame(x.cofactorsAlong(y), Tensor.of(new double[][] {{4, -3}, {-2, 1}}));
        Tensor rankOne = Tensor.of(new double[][] {{1, 0, 0}, {0, 0, 0}, {0, 0, 0}});
        Tensor z = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
        assertSame(rankOne.cofactorsAlong(z), Tensor.of(new double[][] {{0, 0, 0}, {0, 9, -8}, {0, -6, 5}}));
        assertSame(
                Tensor.stack(rankOne, rankOne).cofactorsAlong(Tensor.stack(z, z)),
                Tensor.stack(rankOne.cofactorsAlong(z), rankOne.cofactorsAlong(z)));
        assertSame(
                Tensor.zeros(DType.FLOAT64, 1, 1)
                        .cofactorsAlong(x.narrow(0, 0, 1).narrow(1, 0, 1)),
                Tensor.zeros(DType.FLOAT64, 1, 1));
        assertThat(Tensor.zeros(2, 0, 0).cofactorsAlong(Tensor.zeros(2, 0, 0))).isEqualTo(Tensor.zeros(2, 0, 0));
    }

    private static void assertOrthonormal(Tensor columns) {
        assertSame(
                columns.mT().matmul(columns),
                Tensor.eye(DType.FLOAT64, columns.dim(-1)).expandAs(columns.mT().matmul(columns)));
    }

    private static void assertSame(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        double size = Math.max(1, expected.abs().max().item());
        assertThat(actual.sub(expected).abs().max().item()).isLessThan(PRECISION * size);
    }
}
