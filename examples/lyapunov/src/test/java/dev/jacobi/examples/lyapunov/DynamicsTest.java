package dev.jacobi.examples.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.check.GradientCheck;
import dev.jacobi.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The generated derivatives of the dynamics against those found with pencil and paper, and against differences. */
class DynamicsTest {
    private static final Tensor POINT = Tensor.of(0.7, -1.3);

    @Test
    void pendulumAtTheOrigin() {
        assertThat(PlanarSystem.PENDULUM.linearization()).isEqualTo(Tensor.of(new double[][] {{0, 1}, {-1, -0.5}}));
    }

    @Test
    void vanDerPolAtTheOrigin() {
        assertThat(PlanarSystem.VAN_DER_POL.linearization()).isEqualTo(Tensor.of(new double[][] {{0, -1}, {1, -1}}));
    }

    @Test
    void pendulumElsewhere() {
        GradientCheck.of(Dynamics::pendulum)
                .jacobian(PendulumGrad::jacobian)
                .vjp(PendulumGrad::vjp)
                .jvp(PendulumGrad::jvp)
                .at(POINT);
    }

    @Test
    void vanDerPolElsewhere() {
        GradientCheck.of(Dynamics::vanDerPol)
                .jacobian(VanDerPolGrad::jacobian)
                .vjp(VanDerPolGrad::vjp)
                .jvp(VanDerPolGrad::jvp)
                .at(POINT);
    }
}
