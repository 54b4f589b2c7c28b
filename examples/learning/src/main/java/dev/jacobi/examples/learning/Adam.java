package dev.jacobi.examples.learning;

import dev.jacobi.tensor.Tensor;
import java.util.Arrays;

/**
 * Gradient descent whose steps are as long as the rate, whatever the gradient's size (Kingma and Ba, "Adam: a method
 * for stochastic optimization", 2015).
 */
final class Adam {
    private static final double DECAY1 = 0.9;
    private static final double DECAY2 = 0.999;
    private static final double SMALL = 1e-8;

    /** Running means of the gradient and of its squares. */
    private final Tensor[] mean;

    private final Tensor[] square;
    private int steps;

    Adam(Tensor[] parameters) {
        mean = Arrays.stream(parameters).map(Tensor::zerosLike).toArray(Tensor[]::new);
        square = mean.clone();
    }

    /** The parameters after a step against the gradient. */
    Tensor[] step(Tensor[] parameters, Tensor[] gradient, double rate) {
        steps++;
        double correction1 = 1 - Math.pow(DECAY1, steps);
        double correction2 = 1 - Math.pow(DECAY2, steps);
        Tensor[] next = new Tensor[parameters.length];
        for (int i = 0; i < next.length; i++) {
            mean[i] = mean[i].mul(DECAY1).add(gradient[i].mul(1 - DECAY1));
            square[i] = square[i].mul(DECAY2).add(gradient[i].square().mul(1 - DECAY2));
            Tensor length = square[i].div(correction2).sqrt().add(SMALL);
            next[i] = parameters[i].sub(mean[i].mul(rate / correction1).div(length));
        }
        return next;
    }
}
