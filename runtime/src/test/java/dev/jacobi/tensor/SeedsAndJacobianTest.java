package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeedsAndJacobianTest {
    private static final Tensor M = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    private static final Tensor X = Tensor.of(1f, 1f);
    private static final Tensor VALUE = M.mv(X);

    @Test
    void seedsTakeTheShapeAndTypeOfTheValue() {
        assertThat(Seeds.like(Tensor.of(2f), VALUE, "FGrad.vjp")).isEqualTo(Tensor.of(2.0, 2, 2));
        assertThat(Seeds.one(Tensor.of(5.0), "FGrad.gradient")).isEqualTo(Tensor.of(1.0));
    }

    @Test
    void directionsTakeTheTypeOfTheParameter() {
        assertThat(Seeds.direction(Tensor.of(1.0, 2), X, "FGrad.jvp", "x")).isEqualTo(Tensor.of(1f, 2f));
        assertThat(Seeds.direction(Tensor.scalar(3.0), Tensor.of(1f), "FGrad.jvp", "x"))
                .isEqualTo(Tensor.of(3f));
        assertThat(Seeds.direction(Tensor.of(3f), Tensor.scalar(1.0), "FGrad.jvp", "x"))
                .isEqualTo(Tensor.scalar(3.0));
    }

    @Test
    void rowsAndColumnsGiveTheSameJacobian() {
        Tensor byRows = Jacobian.byRows(VALUE, X, seed -> M.t().mv(seed).sumTo(X));
        Tensor byColumns = Jacobian.byColumns(VALUE, X, direction -> M.mv(direction));
        assertThat(byRows).isEqualTo(M).isEqualTo(byColumns);
    }

    @Test
    void theShapeIsThatOfTheResultThenOfTheParameter() {
        Tensor x = Tensor.of(new float[][] {{1, 2, 3}});
        assertThat(Jacobian.byRows(x.sum(1), x, seed -> seed.unsqueeze(1).expandAs(x))
                        .shape())
                .isEqualTo(Shape.of(1, 1, 3));
        assertThat(Jacobian.byColumns(x.sum(), x, Tensor::sum).shape()).isEqualTo(Shape.of(1, 3));
    }

    @Test
    void numbersAsParametersAddNoDimension() {
        assertThat(Jacobian.byRows(X.mul(3), 3.0, seed -> seed.mul(X).sum().item()))
                .isEqualTo(X);
        assertThat(Jacobian.byColumns(X.mul(3), 3.0, direction -> X.mul(direction)))
                .isEqualTo(X);
    }

    @Test
    void aSeedForEachTensorOfAnArray() {
        Tensor[] value = {Tensor.of(1f, 2f), null};
        assertThat(Seeds.like(new Tensor[] {Tensor.of(3f), null}, value, "FGrad.vjp"))
                .containsExactly(Tensor.of(3f, 3f), null);
        assertThatThrownBy(() -> Seeds.like(new Tensor[1], value, "FGrad.vjp"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FGrad.vjp: the seed has 1 elements, but F's result has 2: give one for each");
    }

    @Test
    void directionsOfArraysOfTensorsAreLikeThem() {
        Tensor[] parameter = {Tensor.of(1f, 2f), null};
        Seeds.checkDirection(new Tensor[] {Tensor.of(0f, 1f), null}, parameter, "FGrad.jvp", "x");
        assertThatThrownBy(() -> Seeds.checkDirection(
                        new Tensor[] {Tensor.of(0.0, 1.0), Tensor.of(1f)}, parameter, "FGrad.jvp", "x"))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessage("FGrad.jvp: the direction of x is {FLOAT64 [2], FLOAT32 [1]}, but x is"
                        + " {FLOAT32 [2], null}; they must be alike");
    }
}
