package dev.jacobi.examples.lyapunov;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;

/**
 * The right-hand sides f of ẋ = f(x).
 *
 * <p>Each takes a state, a vector of two numbers, or many states at once as the columns of a matrix of two rows, and
 * gives the velocity of each in the same form.
 */
final class Dynamics {
    private Dynamics() {}

    /** A pendulum with friction: x₁ is its angle, x₂ its angular velocity. ẋ₁ = x₂, ẋ₂ = −sin x₁ − x₂/2. */
    @Differentiable
    static Tensor pendulum(Tensor x) {
        Tensor angle = x.get(0);
        Tensor velocity = x.get(1);
        return Tensor.stack(velocity, angle.sin().neg().sub(velocity.mul(0.5)));
    }

    /**
     * The Van der Pol oscillator run backwards in time, so that its limit cycle repels and the origin attracts. ẋ₁ =
     * −x₂, ẋ₂ = x₁ − (1 − x₁²)·x₂.
     */
    @Differentiable
    static Tensor vanDerPol(Tensor x) {
        Tensor x1 = x.get(0);
        Tensor x2 = x.get(1);
        return Tensor.stack(x2.neg(), x1.sub(x1.square().rsub(1).mul(x2)));
    }
}
