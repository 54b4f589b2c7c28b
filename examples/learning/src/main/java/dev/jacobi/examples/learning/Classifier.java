package dev.jacobi.examples.learning;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;

/** Reads digits: the network gives each of the ten a score, and the highest is its answer. */
final class Classifier {

    private Classifier() {}

    /**
     * Cross-entropy: the mean of -log p, p being what softmax makes of the right digit's score, exp(score) / Σ
     * exp(scores).
     *
     * @param oneHot 1 in the column of each image's digit, 0 elsewhere
     */
    @Differentiable(wrt = "parameters")
    static double loss(Tensor[] parameters, Tensor pixels, Tensor oneHot) {
        Tensor scores = Network.output(parameters, pixels);
        Tensor top = scores.amax(1, true); // lest exp overflow
        Tensor logOfSum = scores.sub(top).exp().sum(1, true).log().add(top);
        return logOfSum.sub(scores).mul(oneHot).sum(1).mean().item();
    }

    /** Which part of the digits it reads right. */
    static double accuracy(Tensor[] parameters, Digits digits) {
        double[][] scores = Network.output(parameters, digits.pixels()).toDoubleMatrix();
        int right = 0;
        for (int i = 0; i < scores.length; i++) {
            if (highest(scores[i]) == digits.labels().get(i)) {
                right++;
            }
        }
        return (double) right / scores.length;
    }

    private static int highest(double[] scores) {
        int highest = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[highest]) {
                highest = i;
            }
        }
        return highest;
    }
}
