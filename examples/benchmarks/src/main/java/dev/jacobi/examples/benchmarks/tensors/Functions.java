package dev.jacobi.examples.benchmarks.tensors;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;

/** The functions. Jacobi's gradients are those of these methods. */
final class Functions {

    private Functions() {}

    @Differentiable
    static Tensor quartic(Tensor x) {
        return x.pow(2).add(x.pow(4)).sum();
    }

    /** @param y one row of probabilities for each row of logits */
    @Differentiable(wrt = "x")
    static Tensor crossEntropy(Tensor x, Tensor y) {
        return x.crossEntropy(y);
    }

    /** @param rows observations, each multiplied with its label, 1 or -1 */
    @Differentiable(wrt = "w")
    static Tensor logistic(Tensor w, Tensor rows) {
        return rows.mv(w).neg().softplus().mean();
    }

    /** The log-determinant of the covariance of x's columns, with 1 added to the variances. */
    @Differentiable
    static Tensor logDet(Tensor x) {
        int samples = x.dim(0);
        Tensor deviations = x.sub(x.mean(0));
        Tensor covariance = deviations.t().matmul(deviations).div(samples);
        return covariance.add(Tensor.eye(x.dtype(), x.dim(1))).logdet();
    }

    /** The sum of the kernel matrix exp(-|xᵢ - xⱼ|²/2) of x's rows. */
    @Differentiable
    static Tensor kernel(Tensor x) {
        Tensor norms = x.square().sum(1);
        Tensor distances = norms.unsqueeze(1).add(norms).sub(x.matmul(x.t()).mul(2));
        return distances.mul(-0.5).exp().sum();
    }

    /**
     * The mean square of what three layers make of x.
     *
     * @param parameters weights and offsets of each layer
     */
    @Differentiable(wrt = "parameters")
    static Tensor perceptron(Tensor[] parameters, Tensor x) {
        Tensor first = x.matmul(parameters[0]).add(parameters[1]).tanh();
        Tensor second = first.matmul(parameters[2]).add(parameters[3]).tanh();
        return second.matmul(parameters[4]).add(parameters[5]).square().mean();
    }

    @Differentiable(wrt = "x")
    static Tensor product(Tensor x, Tensor m) {
        return x.mm(m);
    }
}
