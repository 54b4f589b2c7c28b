package dev.jacobi.tensor;

/** How far vectors are from each other, and in how much the same direction. */
final class Distances {
    /** PyTorch's lower bound of lengths that are divided by. */
    private static final double SHORTEST = 1e-8;

    private Distances() {}

    /** Of tensors of one shape. */
    static Tensor cosines(Tensor x, Tensor y, int dim) {
        ElementLosses.checkEqual("cosineSimilarity", x, y);
        int axis = x.shape().axis("cosineSimilarity", dim);
        return Reductions.sum(directions(x, axis).mul(directions(y, axis)), axis, false);
    }

    private static Tensor directions(Tensor x, int axis) {
        Tensor lengths = RowReductions.norm(x, 2, Axes.of(x.shape(), axis), true);
        return x.div(lengths.clamp(SHORTEST, Double.POSITIVE_INFINITY));
    }
}
