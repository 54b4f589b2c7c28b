package dev.jacobi.tensor;

import java.util.Arrays;

/** How far vectors are from each other, and in how much the same direction. */
final class Distances {
    /** PyTorch's lower bound of lengths that are divided by. */
    private static final double SHORTEST = 1e-8;

    private Distances() {}

    static Tensor cosineSimilarity(Tensor x, Tensor y, int dim) {
        ElementLosses.checkEqual("cosineSimilarity", x, y);
        int axis = x.shape().axis("cosineSimilarity", dim);
        return Reductions.sum(directions(x, axis).mul(directions(y, axis)), axis, false);
    }

    private static Tensor directions(Tensor x, int axis) {
        Tensor lengths = RowReductions.norm(x, 2, Axes.of(x.shape(), axis), true);
        return x.div(lengths.clamp(SHORTEST, Double.POSITIVE_INFINITY));
    }

    static Tensor cdist(Tensor x, Tensor y) {
        Checks.present("cdist", "y", y);
        if (x.rank() < 2 || y.rank() < 2 || x.dim(-1) != y.dim(-1)) {
            throw new ShapeMismatchException("cdist: x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; both must have at least 2 dimensions, the last of one length");
        }
        Shape xStack = x.shape().slice(0, x.rank() - 2);
        Shape yStack = y.shape().slice(0, y.rank() - 2);
        Shape stack = Broadcasting.shape("cdist", xStack, yStack);
        // Names the operation if that is too large.
        int[] dims = Arrays.copyOf(stack.toArray(), stack.rank() + 3);
        dims[stack.rank()] = x.dim(-2);
        dims[stack.rank() + 1] = y.dim(-2);
        dims[stack.rank() + 2] = x.dim(-1);
        Shape.of("cdist", dims);
        Tensor differences = x.unsqueeze(-2).sub(y.unsqueeze(-3));
        return RowReductions.norm(differences, 2, Axes.of(differences.shape(), differences.rank() - 1), false);
    }

    /** Where in a matrix of all distances those of pairs are, each of which is there twice. */
    static Index pairs(Tensor x) {
        Checks.rank("pdist", "x", x, 2);
        int n = x.dim(0);
        Shape.of("pdist", n, n); // names the operation if that is too large
        int[] positions = new int[(int) ((long) n * (n - 1) / 2)];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                positions[next++] = i * n + j;
            }
        }
        return new Index(Shape.of(positions.length), positions);
    }
}
