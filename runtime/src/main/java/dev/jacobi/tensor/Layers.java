package dev.jacobi.tensor;

import java.util.random.RandomGenerator;

/** What layers of networks ask of their operands. */
final class Layers {
    private Layers() {}

    /** The transposed weight of a layer that takes vectors along the last dimension of {@code input}. */
    static Tensor weight(Tensor weight, Tensor input) {
        Checks.present("linear", "input", input);
        int outputs = outputs(weight).size();
        if (input.rank() == 0 || input.dim(-1) != weight.dim(-1)) {
            throw new ShapeMismatchException("linear: x has shape " + input.shape() + " and weight has shape "
                    + weight.shape() + "; their last dimensions must be equal");
        }
        Shape.of("linear", input.size() / Math.max(1, input.dim(-1)), outputs); // names it if that is too large
        return weight.t();
    }

    /** The shape of what comes of a vector: a number for each row of the weight, or one number. */
    private static Shape outputs(Tensor weight) {
        int rank = Checks.present("linear", "weight", weight).rank();
        if (rank != 1 && rank != 2) {
            throw new ShapeMismatchException(
                    "linear: weight has shape " + weight.shape() + " but must have 1 or 2 dimensions");
        }
        return weight.shape().slice(0, rank - 1);
    }

    static void checkBias(Tensor weight, Tensor bias) {
        if (!Checks.present("linear", "bias", bias).shape().equals(outputs(weight))) {
            throw new ShapeMismatchException("linear: weight has shape " + weight.shape() + " and bias has shape "
                    + bias.shape() + "; it must have a number for each row of the weight");
        }
    }

    /** The elements that dropout leaves: one number is drawn for each, row by row. */
    static Mask kept(Tensor x, RandomGenerator random, double p) {
        Checks.present("dropout", "random", random);
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("dropout: p is " + p + ", but must be from 0 to 1");
        }
        boolean[] kept = new boolean[x.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = random.nextDouble() >= p;
        }
        return new Mask(x.shape(), kept);
    }

    static int half(Tensor x, int dim) {
        int axis = x.shape().ownAxis("glu", dim);
        int length = x.shape().at(axis);
        if (length % 2 != 0) {
            throw new ShapeMismatchException("glu: x has shape " + x.shape() + ", and dimension " + axis
                    + " with its odd length can't be halved");
        }
        return length / 2;
    }

    /** The transposed keys, if they fit queries and values. */
    static Tensor keys(Tensor key, Tensor query, Tensor value) {
        atLeastMatrix("query", query);
        atLeastMatrix("key", key);
        atLeastMatrix("value", value);
        if (query.dim(-1) != key.dim(-1) || key.dim(-2) != value.dim(-2)) {
            throw new ShapeMismatchException(given(query, key, value)
                    + "; queries and keys must be equally long, and keys and values equally many");
        }
        if (!broadcasts(query, key) || !broadcasts(query, value) || !broadcasts(key, value)) {
            throw new ShapeMismatchException(given(query, key, value)
                    + "; counted from the last, dimensions before the last two must be equal or 1");
        }
        Shape.of(ATTENTION, Math.max(batch(query), batch(key)), query.dim(-2), key.dim(-2)); // if that is too large
        return key.mT();
    }

    private static final String ATTENTION = "scaledDotProductAttention";

    private static void atLeastMatrix(String operand, Tensor x) {
        if (Checks.present(ATTENTION, operand, x).rank() < 2) {
            throw new ShapeMismatchException(
                    ATTENTION + ": " + operand + " has shape " + x.shape() + " but must have at least 2 dimensions");
        }
    }

    private static String given(Tensor query, Tensor key, Tensor value) {
        return ATTENTION + ": x has shape " + query.shape() + ", key has shape " + key.shape() + " and value has shape "
                + value.shape();
    }

    private static int batch(Tensor x) {
        return x.shape().span(0, x.rank() - 2);
    }

    private static boolean broadcasts(Tensor x, Tensor y) {
        for (int i = 3; i <= Math.min(x.rank(), y.rank()); i++) {
            if (x.dim(-i) != y.dim(-i) && x.dim(-i) != 1 && y.dim(-i) != 1) {
                return false;
            }
        }
        return true;
    }

    /** The keys behind each query; none unless it counts. */
    static Mask future(Tensor query, Tensor key, boolean causal) {
        atLeastMatrix("query", query);
        atLeastMatrix("key", key);
        int keys = key.dim(-2);
        Shape shape = Shape.of(ATTENTION, query.dim(-2), keys);
        boolean[] out = new boolean[shape.size()];
        for (int i = 0; causal && i < out.length; i++) {
            out[i] = i % keys > i / keys;
        }
        return new Mask(shape, out);
    }

    static Mask unseen(Tensor scores, Mask mask) {
        if (!Broadcasting.fits(Checks.present(ATTENTION, "mask", mask).shape(), scores.shape())) {
            throw new ShapeMismatchException(ATTENTION + ": mask has shape " + mask.shape()
                    + ", which does not stretch to the shape " + scores.shape() + " of the scores");
        }
        return mask.not();
    }
}
