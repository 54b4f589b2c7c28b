package dev.jacobi.examples.learning;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;

/**
 * V(x) = |φ(x) - φ(0)|² + ε·|x|² with a network φ: 0 at rest and positive elsewhere, whatever the network's parameters.
 * They are to be such that V falls along the pendulum's motions: V̇ = ∇V·f < 0.
 */
final class NeuralLyapunov {
    /** ε: the least that V may be, for |x| = 1. */
    private static final double LEAST = 0.05;

    /** How fast V is to fall, in proportion to |x|². */
    private static final double FALL = 0.1;

    private NeuralLyapunov() {}

    /** V of each row of x. */
    static Tensor values(Tensor[] parameters, Tensor x) {
        Tensor rest = Network.output(parameters, Tensor.zeros(1, 2));
        Tensor difference = Network.output(parameters, x).sub(rest);
        return difference.square().sum(1).add(x.square().sum(1).mul(LEAST));
    }

    /** Its gradient by x has ∇V of each state in the state's row, as each of the terms depends on one row alone. */
    @Differentiable(value = "VGrad", wrt = "x")
    static double sumOfValues(Tensor[] parameters, Tensor x) {
        return values(parameters, x).sum().item();
    }

    /** V̇ = ∇V·f of each row of x. */
    static Tensor rates(Tensor[] parameters, Tensor x) {
        return VGrad.gradient(parameters, x).mul(Pendulum.rate(x)).sum(1);
    }

    /** By how much V falls too slowly, in the mean over the states: (V̇ / |x|² + α)⁺. */
    @Differentiable(value = "FallGrad", wrt = "parameters")
    static double loss(Tensor[] parameters, Tensor x) {
        Tensor relative = rates(parameters, x).div(x.square().sum(1));
        return relative.add(FALL).relu().mean().item();
    }
}
