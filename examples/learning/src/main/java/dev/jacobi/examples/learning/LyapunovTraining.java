package dev.jacobi.examples.learning;

import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A Lyapunov function and how it was trained.
 *
 * @param parameters the network's weights and offsets
 * @param losses of each step's states
 */
record LyapunovTraining(Tensor[] parameters, List<Double> losses) {
    /** States have angles and speeds up to this. */
    static final double EDGE = 3;

    private static final int BATCH = 128;
    private static final double RATE = 3e-3;

    /**
     * Trains on new states in each step.
     *
     * @param seed of all that is at random: the same gives the same function
     */
    static LyapunovTraining run(int steps, long seed, Runnable afterStep) {
        Random random = new Random(seed);
        Tensor[] parameters = Network.random(random, 2, 24, 24, 8);
        Adam adam = new Adam(parameters);
        List<Double> losses = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            FallGrad.ValueAndGradient loss = FallGrad.valueAndGradient(parameters, states(random));
            losses.add(loss.value());
            double rate = RATE * (1 - (double) step / steps); // smaller and smaller, so that it settles
            parameters = adam.step(parameters, loss.gradient(), rate);
            afterStep.run();
        }
        return new LyapunovTraining(parameters, List.copyOf(losses));
    }

    /** All over the square; more densely around the origin, where V must curve rightly. */
    private static Tensor states(Random random) {
        float[][] states = new float[BATCH][2];
        for (float[] state : states) {
            double scale = EDGE * Math.max(1e-2, random.nextDouble());
            state[0] = (float) (scale * random.nextDouble(-1, 1));
            state[1] = (float) (scale * random.nextDouble(-1, 1));
        }
        return Tensor.of(states);
    }

    /** States around the origin where V first reaches a level, a row for each of so many directions. */
    Tensor reaching(double level, int directions) {
        float[][] states = new float[directions][2];
        for (int i = 0; i < directions; i++) {
            double angle = 2 * Math.PI * i / directions;
            for (double radius = 0; value(states[i]) < level; radius += 1e-2) {
                states[i][0] = (float) (radius * Math.cos(angle));
                states[i][1] = (float) (radius * Math.sin(angle));
            }
        }
        return Tensor.of(states);
    }

    private double value(float[] state) {
        return NeuralLyapunov.values(parameters, Tensor.from(state, 1, 2)).item();
    }
}
