package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;

/** A network of layers of long short-term memory that predicts the next element of a sequence. */
final class LongShortTermMemory {
    private LongShortTermMemory() {}

    /**
     * How bad the predictions are.
     *
     * @param main for each layer its weights and its biases, each for the forget, in and out gates and the change
     * @param extra the weights of the input and of the output, and the output's biases
     * @param state for each layer its hidden state and its cells
     */
    @Differentiable(
            value = "LossGrad",
            wrt = {"main", "extra"})
    static double loss(double[][] main, double[][] extra, double[][] state, double[][] sequence) {
        int layers = main.length / 2;
        int width = extra[0].length;
        double[][] hidden = new double[layers][];
        double[][] cells = new double[layers][];
        for (int layer = 0; layer < layers; layer++) {
            hidden[layer] = state[2 * layer].clone();
            cells[layer] = state[2 * layer + 1].clone();
        }
        double total = 0;
        for (int t = 0; t + 1 < sequence.length; t++) {
            double[] input = product(sequence[t], extra[0]);
            step(input, main[0], main[1], hidden[0], cells[0]);
            for (int layer = 1; layer < layers; layer++) {
                step(hidden[layer - 1], main[2 * layer], main[2 * layer + 1], hidden[layer], cells[layer]);
            }
            total += logLikelihood(hidden[layers - 1], extra[1], extra[2], sequence[t + 1]);
        }
        return -total / ((sequence.length - 1) * width);
    }

    private static double[] product(double[] x, double[] y) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            product[i] = x[i] * y[i];
        }
        return product;
    }

    private static void step(double[] input, double[] weight, double[] bias, double[] hidden, double[] cells) {
        int width = hidden.length;
        for (int i = 0; i < width; i++) {
            double forget = sigmoid(input[i] * weight[i] + bias[i]);
            double in = sigmoid(hidden[i] * weight[width + i] + bias[width + i]);
            double out = sigmoid(input[i] * weight[2 * width + i] + bias[2 * width + i]);
            double change = Math.tanh(hidden[i] * weight[3 * width + i] + bias[3 * width + i]);
            cells[i] = cells[i] * forget + in * change;
            hidden[i] = out * Math.tanh(cells[i]);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Σ goldᵢ·(yᵢ − log(2 + Σ exp(y))) of the output y that the last layer's state gives. */
    private static double logLikelihood(double[] hidden, double[] weight, double[] bias, double[] gold) {
        double exponentials = 2;
        double agreement = 0;
        double golds = 0;
        for (int i = 0; i < hidden.length; i++) {
            double y = hidden[i] * weight[i] + bias[i];
            exponentials += Math.exp(y);
            agreement += gold[i] * y;
            golds += gold[i];
        }
        return agreement - golds * Math.log(exponentials);
    }
}
