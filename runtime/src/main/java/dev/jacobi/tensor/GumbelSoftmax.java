package dev.jacobi.tensor;

import java.util.random.RandomGenerator;

/** Choices among the scores of classes, drawn at random and made smooth: the softmax of scores with noise. */
final class GumbelSoftmax {
    private GumbelSoftmax() {}

    static Tensor of(Tensor x, RandomGenerator random, double tau, int dim) {
        x.along("gumbelSoftmax", dim);
        return x.add(noise(x, random)).div(tau).softmax(dim);
    }

    /** −ln E with E from the exponential distribution, which is Gumbel's, for each element of {@code x}. */
    static Tensor noise(Tensor x, RandomGenerator random) {
        return Sequences.random(
                "gumbelSoftmax",
                random,
                r -> -Math.log(r.nextExponential()),
                x.dtype(),
                x.shape().toArray());
    }
}
