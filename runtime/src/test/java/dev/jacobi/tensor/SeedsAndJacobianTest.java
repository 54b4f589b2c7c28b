package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

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
}
