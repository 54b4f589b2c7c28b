package dev.jacobi.examples.learning;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Index;
import dev.jacobi.tensor.Tensor;

/** Reads digits: the network gives each of the ten a score, and the highest is its answer. */
final class Classifier {

    private Classifier() {}

    /**
     * Cross-entropy: the mean of -log p, p being what softmax makes of the right digit's score, exp(score) / Σ
     * exp(scores).
     */
    @Differentiable(wrt = "parameters")
    static double loss(Tensor[] parameters, Tensor pixels, Index labels) {
        return Network.output(parameters, pixels).crossEntropy(labels).item();
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
