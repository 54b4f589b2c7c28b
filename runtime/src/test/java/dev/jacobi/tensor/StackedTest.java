package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stacks against their tensors one by one, and the Jacobians that are made of stacks. */
class StackedTest {
    private static final int COUNT = 5;

    private static final Tensor ROW = random(3);
    private static final Tensor MATRIX = random(2, 3);
    private static final Tensor WIDE = random(3, 9);
    private static final Tensor MATRICES = random(4, 2, 3);

    private static Tensor random(int... shape) {
        return Tensor.randn(new Random(Arrays.hashCode(shape)), DType.FLOAT64, shape);
    }

    private static Arguments of(Shape shape, UnaryOperator<Tensor> stacked, UnaryOperator<Tensor> alone) {
        return arguments(shape, stacked, alone);
    }

    /** The shape of each tensor, what is done with the stack of them, and with each. */
    static Stream<Arguments> operations() {
        Shape number = Shape.of();
        Shape row = Shape.of(3);
        Shape pair = Shape.of(2);
        Shape matrix = Shape.of(2, 3);
        Shape matrices = Shape.of(4, 2, 3);
        return Stream.of(
                of(matrix, s -> Stacked.sumTo(s, ROW), t -> t.sumTo(ROW)),
                of(matrix, s -> Stacked.sumTo(s, Tensor.scalar(1f)), t -> t.sumTo(Tensor.scalar(1f))),
                of(matrices, s -> Stacked.sumTo(s, random(2, 1)), t -> t.sumTo(random(2, 1))),
                of(number, s -> Stacked.expandTo(s, MATRIX), t -> t.expandTo(MATRIX)),
                of(row, s -> Stacked.expandTo(s, MATRICES), t -> t.expandTo(MATRICES)),
                of(pair, s -> Stacked.expandAlong(s, MATRIX, 1), t -> t.expandAlong(MATRIX, 1)),
                of(pair, s -> Stacked.expandAlong(s, MATRIX, -1), t -> t.expandAlong(MATRIX, -1)),
                of(matrix, s -> Stacked.reshapeAs(s, random(6)), t -> t.reshapeAs(random(6))),
                of(matrix, Stacked::t, Tensor::t),
                of(row, Stacked::t, Tensor::t),
                of(matrices, s -> Stacked.permute(s, 2, 0, -2), t -> t.permute(2, 0, -2)),
                of(matrices, s -> Stacked.permuteBack(s, 2, 0, -2), t -> t.permuteBack(2, 0, -2)),
                of(matrices, Stacked::sum, Tensor::sum),
                of(number, Stacked::sum, Tensor::sum),
                of(row, s -> Stacked.placed(s, MATRICES, 2, -1), t -> t.placed(MATRICES, 2, -1)),
                of(matrix, s -> Stacked.placedAt(s, random(2, 5), 1, 2), t -> t.placedAt(random(2, 5), 1, 2)),
                of(matrix, s -> Stacked.placedAt(s, random(2, 5), -1, -4), t -> t.placedAt(random(2, 5), -1, -4)),
                of(matrix, s -> Stacked.softmaxBar(s, MATRIX, 0), t -> t.softmaxBar(MATRIX, 0)),
                of(matrix, s -> Stacked.logSoftmaxBar(s, MATRIX, -1), t -> t.logSoftmaxBar(MATRIX, -1)),
                of(
                        matrices,
                        s -> Stacked.standardizedBar(s, MATRICES, random(4, 1, 1), 2),
                        t -> t.standardizedBar(MATRICES, random(4, 1, 1), 2)),
                of(row, s -> Stacked.outer(s, ROW), t -> t.outer(ROW)),
                of(number, s -> Stacked.aligned(s, MATRIX).mul(MATRIX), t -> t.mul(MATRIX)),
                of(row, s -> Stacked.aligned(s, ROW, MATRIX).mul(MATRIX), t -> t.mul(MATRIX)),
                of(row, s -> Stacked.aligned(s, MATRIX.gt(0)).masked(MATRIX.gt(0)), t -> t.masked(MATRIX.gt(0))));
    }

    static Stream<Arguments> products() {
        Shape row = Shape.of(3);
        Shape pair = Shape.of(2);
        Shape matrix = Shape.of(2, 3);
        Shape matrices = Shape.of(4, 2, 3);
        Tensor turned = random(4, 3, 2);
        return Stream.of(
                of(row, s -> Stacked.matmul(s, ROW), t -> t.matmul(ROW)),
                of(row, s -> Stacked.matmul(s, WIDE), t -> t.matmul(WIDE)),
                of(row, s -> Stacked.matmul(s, turned), t -> t.matmul(turned)),
                of(matrix, s -> Stacked.matmul(s, ROW), t -> t.matmul(ROW)),
                of(matrix, s -> Stacked.matmul(s, WIDE), t -> t.matmul(WIDE)),
                of(matrix, s -> Stacked.matmul(s, turned), t -> t.matmul(turned)),
                of(matrices, s -> Stacked.matmul(s, WIDE), t -> t.matmul(WIDE)),
                of(matrices, s -> Stacked.matmul(s, turned), t -> t.matmul(turned)),
                of(row, s -> Stacked.times(ROW, s), ROW::matmul),
                of(row, s -> Stacked.times(MATRIX, s), MATRIX::matmul),
                of(row, s -> Stacked.times(MATRICES, s), MATRICES::matmul),
                of(matrix, s -> Stacked.times(random(2), s), random(2)::matmul),
                of(
                        matrix,
                        s -> Stacked.times(WIDE.t().narrow(1, 0, 2), s),
                        WIDE.t().narrow(1, 0, 2)::matmul),
                of(matrix, s -> Stacked.times(turned, s), turned::matmul),
                of(matrices, s -> Stacked.times(random(7, 2), s), random(7, 2)::matmul),
                bars(Shape.of(2, 9), MATRIX, WIDE),
                bars(Shape.of(9), ROW, WIDE),
                bars(pair, MATRIX, ROW),
                bars(Shape.of(4, 2), MATRICES, ROW),
                bars(Shape.of(4, 2, 9), MATRICES, WIDE),
                bars(Shape.of(4, 2, 2), MATRIX, turned),
                bars(Shape.of(4, 2, 2), MATRICES, random(1, 3, 2)),
                bars(Shape.of(4, 2), ROW, turned),
                rights(Shape.of(2, 9), MATRIX, WIDE),
                rights(Shape.of(2, 2), MATRIX, random(3, 2)),
                rights(Shape.of(9), ROW, WIDE),
                rights(pair, MATRIX, ROW),
                rights(Shape.of(4, 2), MATRICES, ROW),
                rights(Shape.of(4, 2, 9), MATRICES, WIDE),
                rights(Shape.of(4, 2, 2), MATRIX, turned),
                rights(Shape.of(4, 2, 2), MATRICES, random(1, 3, 2)),
                rights(Shape.of(4, 2), ROW, turned));
    }

    private static Arguments bars(Shape bar, Tensor x, Tensor y) {
        return of(bar, s -> Stacked.matmulBarLeft(s, x, y), t -> t.matmulBarLeft(x, y));
    }

    private static Arguments rights(Shape bar, Tensor x, Tensor y) {
        return of(bar, s -> Stacked.matmulBarRight(s, x, y), t -> t.matmulBarRight(x, y));
    }

    @ParameterizedTest
    @MethodSource({"operations", "products"})
    void eachTensorIsWorkedOnByItself(Shape shape, UnaryOperator<Tensor> stacked, UnaryOperator<Tensor> alone) {
        Tensor[] tensors = new Tensor[COUNT];
        Arrays.setAll(tensors, i -> Tensor.randn(new Random(i), DType.FLOAT64, shape.toArray()));
        Tensor expected = Tensor.stack(Arrays.stream(tensors).map(alone).toArray(Tensor[]::new));
        Tensor actual = stacked.apply(Tensor.stack(tensors));
        assertThat(actual.dtype()).isEqualTo(expected.dtype());
        assertThat(actual.shape()).isEqualTo(expected.shape());
        double error = expected.dtype() == DType.FLOAT32 ? 1e-6 : 1e-14; // sums in another order
        assertThat(actual.sub(expected).abs().max().item()).isLessThan(error * 8);
    }

    @Test
    void stacksThatWouldBeTooLargeArentMade() {
        Tensor large = Tensor.zeros(1 << 20);
        Tensor stack = Tensor.zeros(COUNT, 1);
        List<Function<Tensor, Tensor>> all = List.of(
                s -> Stacked.expandTo(s, large),
                s -> Stacked.aligned(s, large),
                s -> Stacked.each(large, s),
                s -> Stacked.outer(s, large),
                s -> Stacked.matmul(s, large.unsqueeze(0)),
                s -> Stacked.matmulBarLeft(s, large, large.unsqueeze(1)),
                s -> Stacked.matmulBarRight(s, large, large.unsqueeze(1)));
        for (Function<Tensor, Tensor> operation : all) {
            assertThatThrownBy(() -> operation.apply(stack)).isInstanceOf(Stacked.TooLarge.class);
        }
    }

    /** Rows come in their order, whatever the size of the last stack; all stacks are about as large. */
    @Test
    void aJacobianIsMadeOfStacks() {
        Tensor x = random(300);
        Tensor m = random(300, 300);
        List<Integer> counts = new ArrayList<>();
        Tensor jacobian = Jacobian.byRows(m.mv(x), x, seed -> seed.matmul(m), seeds -> {
            counts.add(seeds.dim(0));
            return Stacked.matmul(seeds, m);
        });
        assertThat(jacobian).isEqualTo(m);
        assertThat(counts).containsExactly(100, 100, 100);
    }

    @Test
    void stacksThatAreTooLargeAreHalved() {
        Tensor x = random(64);
        List<Integer> counts = new ArrayList<>();
        Tensor jacobian = Jacobian.byRows(x.mul(2), x, seed -> seed.mul(2), seeds -> {
            counts.add(seeds.dim(0));
            assertThat(Stacked.each(Tensor.zeros(1 << 18), seeds).rank()).isEqualTo(2);
            return seeds.mul(2);
        });
        assertThat(jacobian).isEqualTo(Tensor.eye(DType.FLOAT64, 64).mul(2));
        assertThat(counts).containsExactly(64, 32, 16, 16, 16, 16);
    }

    /** Where something doesn't fit, or there are few rows, seeds go alone. */
    @Test
    void otherwiseSeedsGoAlone() {
        Tensor x = random(9);
        Tensor twice = Tensor.eye(DType.FLOAT64, 9).mul(2);
        Function<Tensor, Tensor> alone = seed -> seed.mul(2);
        assertThat(Jacobian.byRows(x, x, alone, seeds -> seeds.mm(x))).isEqualTo(twice);
        assertThat(Jacobian.byRows(x, x, alone, seeds -> seeds.sum(5))).isEqualTo(twice);
        assertThat(Jacobian.byRows(x, x, alone, seeds -> seeds.narrow(0, 1, 8))).isEqualTo(twice);
        Tensor few = random(7);
        assertThat(Jacobian.byRows(few, few, alone, seeds -> {
                    throw new AssertionError("a stack of " + seeds.shape());
                }))
                .isEqualTo(Tensor.eye(DType.FLOAT64, 7).mul(2));
    }
}
