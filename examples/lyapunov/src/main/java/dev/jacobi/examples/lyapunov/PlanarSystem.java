package dev.jacobi.examples.lyapunov;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A system to analyse.
 *
 * @param file a name for files
 * @param equations its right-hand sides, for people
 * @param axes what its two coordinates are called
 * @param f takes states to velocities: see {@link Dynamics}
 * @param jacobian the derivatives of {@code f}: at a state, [i][j] = ∂fᵢ/∂xⱼ
 */
record PlanarSystem(
        String name,
        String file,
        List<String> equations,
        List<String> axes,
        Window window,
        UnaryOperator<Tensor> f,
        UnaryOperator<Tensor> jacobian) {
    static final PlanarSystem PENDULUM = new PlanarSystem(
            "Damped pendulum",
            "pendulum",
            List.of("x1' = x2", "x2' = -sin x1 - x2/2"),
            List.of("angle x1", "angular velocity x2"),
            new Window(-4, 4, -4, 4),
            Dynamics::pendulum,
            PendulumGrad::jacobian);

    static final PlanarSystem VAN_DER_POL = new PlanarSystem(
            "Reversed Van der Pol oscillator",
            "van-der-pol",
            List.of("x1' = -x2", "x2' = x1 - (1 - x1^2) x2"),
            List.of("x1", "x2"),
            new Window(-3.2, 3.2, -3.2, 3.2),
            Dynamics::vanDerPol,
            VanDerPolGrad::jacobian);

    static final List<PlanarSystem> ALL = List.of(PENDULUM, VAN_DER_POL);

    /** A = ∂f/∂x at the origin: near it, the system is ẋ ≈ A·x. */
    Tensor linearization() {
        return jacobian.apply(Tensor.zeros(DType.FLOAT64, 2));
    }
}
