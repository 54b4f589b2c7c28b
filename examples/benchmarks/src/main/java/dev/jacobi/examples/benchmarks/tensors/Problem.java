package dev.jacobi.examples.benchmarks.tensors;

import java.util.List;
import java.util.Random;

/** A function of tensors and the sizes that it is measured at. */
public enum Problem {
    /** Σ x² + x⁴, by x. */
    QUARTIC("x² + x⁴", "10 1000 1000000"),
    /** Softmax cross-entropy, by the logits. */
    CROSS_ENTROPY("softmax cross-entropy", "1x10 100x10 10000x100"),
    /** The loss of logistic regression, by the weights. */
    LOGISTIC("logistic regression", "5x2 100x10 10000x100"),
    /** The log-determinant of a covariance, by the samples. */
    LOG_DET("log det of a covariance", "5x2 50x20 5000x200"),
    /** The sum of a matrix of kernels, by the points. */
    KERNEL("RBF kernel matrix", "3x3 32x4 1000x4"),
    /** A perceptron of three layers, by all weights: rows in a batch, and the width of the layers. */
    PERCEPTRON("MLP of 3 layers", "1x16 32x64 256x128 1024x512"),
    /** The Jacobian of x·M by x. */
    PRODUCT("Jacobian of x·M", "2 32 1000");

    private final String title;
    private final String sizes;

    /** @param sizes with spaces between them */
    Problem(String title, String sizes) {
        this.title = title;
        this.sizes = sizes;
    }

    String title() {
        return title;
    }

    /** In words: a length, or rows and columns. */
    List<String> sizes() {
        return List.of(sizes.split(" ", -1));
    }

    /** Where it is evaluated. */
    Inputs inputs(String size) {
        String[] parts = size.split("x", -1);
        int columns = Integer.parseInt(parts[parts.length - 1]);
        int rows = parts.length == 1 ? 1 : Integer.parseInt(parts[0]);
        Random random = new Random(rows + columns);
        return switch (this) {
            case QUARTIC -> Inputs.of(Array.random(random, 1, columns));
            case CROSS_ENTROPY ->
                Inputs.of(Array.random(random, 1, rows, columns), Array.oneHot(random, rows, columns));
            case LOGISTIC -> Inputs.of(Array.random(random, 1, columns), Array.random(random, 1, rows, columns));
            case LOG_DET, KERNEL -> Inputs.of(Array.random(random, 1, rows, columns));
            case PERCEPTRON -> perceptron(random, rows, columns);
            case PRODUCT -> Inputs.of(Array.random(random, 1, 1, columns), Array.random(random, 1, columns, columns));
        };
    }

    private static Inputs perceptron(Random random, int batch, int width) {
        double deviation = 1 / Math.sqrt(width);
        List<Array> parameters = List.of(
                Array.random(random, deviation, width, width),
                Array.random(random, deviation, width),
                Array.random(random, deviation, width, width),
                Array.random(random, deviation, width),
                Array.random(random, deviation, width, width),
                Array.random(random, deviation, width));
        return new Inputs(parameters, List.of(Array.random(random, 1, batch, width)));
    }

    /** Variables, by which is differentiated, and constants. */
    record Inputs(List<Array> variables, List<Array> constants) {

        /** @param constants none, or one */
        static Inputs of(Array variable, Array... constants) {
            return new Inputs(List.of(variable), List.of(constants));
        }
    }
}
