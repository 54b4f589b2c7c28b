package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * {@code hstack}, {@code vstack} and {@code dstack}: joining tensors that count as having 1, 2 or 3 dimensions at
 * least.
 */
final class Stacking {
    private Stacking() {}

    /** The tensors with dimensions added until there are {@code rank}. */
    static Tensor[] wide(String operation, int rank, Tensor... xs) {
        Checks.tensors(operation, xs);
        if (rank < 1 || rank > 3) {
            throw new IllegalArgumentException(operation + ": the rank is " + rank + ", but must be 1, 2 or 3");
        }
        Tensor[] wide = new Tensor[xs.length];
        Arrays.setAll(wide, i -> Dimensions.atLeast(xs[i], rank));
        return wide;
    }

    /** Columns, or elements of vectors, are joined by {@code hstack}, rows by {@code vstack}. */
    static int dim(int rank, Tensor... wide) {
        return rank == 1 ? Math.min(1, wide[0].rank() - 1) : rank == 2 ? 0 : 2;
    }

    static Tensor join(String operation, int rank, Tensor... xs) {
        Tensor[] wide = wide(operation, rank, xs);
        return Joining.cat(operation, dim(rank, wide), wide);
    }

    static int start(String operation, int rank, int i, Tensor... xs) {
        Tensor[] wide = wide(operation, rank, xs);
        return Joining.start(operation, checked(operation, i, xs), dim(rank, wide), wide);
    }

    static int length(String operation, int rank, int i, Tensor... xs) {
        Tensor[] wide = wide(operation, rank, xs);
        return wide[checked(operation, i, xs)].dim(dim(rank, wide));
    }

    private static int checked(String operation, int i, Tensor... xs) {
        if (i < 0 || i >= xs.length) {
            throw new IndexOutOfBoundsException(operation + ": there is no tensor " + i + " among " + xs.length);
        }
        return i;
    }

    static Tensor[] unstacked(Tensor x, int rank, Tensor... xs) {
        Tensor[] wide = wide("unstacked", rank, xs);
        Tensor[] parts = x.uncat(dim(rank, wide), wide);
        Arrays.setAll(parts, i -> parts[i].reshapeAs(xs[i]));
        return parts;
    }
}
