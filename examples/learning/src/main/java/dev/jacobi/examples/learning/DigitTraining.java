package dev.jacobi.examples.learning;

import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A classifier and how it was trained.
 *
 * @param parameters the network's weights and offsets
 * @param losses of the images that it learned from and of those that it didn't see, after each epoch
 * @param accuracy which part of the unseen images it reads right
 */
record DigitTraining(Tensor[] parameters, List<Losses> losses, double accuracy) {
    private static final int TEST = 360;
    private static final int BATCH = 32;
    private static final int HIDDEN = 48;
    private static final double RATE = 3e-3;

    /** Cross-entropies after an epoch. */
    record Losses(double training, double test) {}

    /**
     * Trains on four fifths of the images, in small batches, all of them once in an epoch.
     *
     * @param seed of all that is at random: the same gives the same network
     */
    static DigitTraining run(Digits all, int epochs, long seed, Runnable afterEpoch) {
        Random random = new Random(seed);
        Digits digits = all.shuffled(random);
        Digits test = digits.part(0, TEST);
        Digits training = digits.part(TEST, digits.size());
        Tensor[] parameters = Network.random(random, Digits.PIXELS, HIDDEN, Digits.CLASSES);
        Adam adam = new Adam(parameters);
        List<Losses> losses = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            Digits order = training.shuffled(random);
            for (int from = 0; from < order.size(); from += BATCH) {
                Digits batch = order.part(from, Math.min(order.size(), from + BATCH));
                Tensor[] gradient = LossGrad.gradient(parameters, batch.pixels(), batch.classes());
                parameters = adam.step(parameters, gradient, RATE);
            }
            losses.add(new Losses(loss(parameters, training), loss(parameters, test)));
            afterEpoch.run();
        }
        return new DigitTraining(parameters, List.copyOf(losses), Classifier.accuracy(parameters, test));
    }

    private static double loss(Tensor[] parameters, Digits digits) {
        return Classifier.loss(parameters, digits.pixels(), digits.classes());
    }
}
