package dev.jacobi.tensor;

import java.util.Arrays;

/** Tensors stretched to one shape together: as the axes of a grid, or as broadcasting does it. */
final class Grids {
    private Grids() {}

    static Tensor[] meshgrid(String indexing, Tensor... xs) {
        Shape grid = grid("meshgrid", indexing, xs);
        Tensor[] grids = new Tensor[xs.length];
        for (int i = 0; i < xs.length; i++) {
            grids[i] = Broadcasting.expand("meshgrid", xs[i].reshaped(axis(indexing, i, xs)), grid);
        }
        return grids;
    }

    /** What each axis moved: the sum over all other dimensions of its grid. */
    static Tensor[] meshgridBack(String indexing, Tensor[] bars, Tensor... xs) {
        grid("meshgridBack", indexing, xs);
        Tensor[] filled = Joining.filled("meshgridBack", bars, meshgrid(indexing, xs));
        Tensor[] axes = new Tensor[xs.length];
        for (int i = 0; i < xs.length; i++) {
            axes[i] = Broadcasting.sumTo(filled[i], axis(indexing, i, xs))
                    .reshaped(xs[i].shape())
                    .to(xs[i].dtype());
        }
        return axes;
    }

    static Tensor[] broadcast(Tensor... xs) {
        Shape common = common("broadcastTensors", xs);
        return Arrays.stream(xs)
                .map(x -> Broadcasting.expand("broadcastTensors", x, common))
                .toArray(Tensor[]::new);
    }

    static Tensor[] broadcastBack(Tensor[] bars, Tensor... xs) {
        common("broadcastTensorsBack", xs);
        Tensor[] filled = Joining.filled("broadcastTensorsBack", bars, broadcast(xs));
        Tensor[] sums = new Tensor[xs.length];
        for (int i = 0; i < xs.length; i++) {
            sums[i] = filled[i].sumTo(xs[i]);
        }
        return sums;
    }

    private static Shape common(String operation, Tensor... xs) {
        Checks.tensors(operation, xs);
        Shape common = xs[0].shape();
        for (int i = 1; i < xs.length; i++) {
            String before = i == 1 ? "tensor 0" : "what is before it";
            common = Masks.shape(operation, before, common, "tensor " + i, xs[i].shape());
        }
        return common;
    }

    private static Shape grid(String operation, String indexing, Tensor... xs) {
        if (!Checks.present(operation, "indexing", indexing).equals("ij") && !indexing.equals("xy")) {
            throw new IllegalArgumentException(operation + ": indexing is \"" + indexing + "\", not \"ij\" or \"xy\"");
        }
        Checks.tensors(operation, xs);
        int[] lengths = new int[xs.length];
        for (int i = 0; i < xs.length; i++) {
            if (xs[i].rank() > 1) {
                throw new ShapeMismatchException(operation + ": tensor " + i + " has shape " + xs[i].shape()
                        + " but must have one dimension, or none");
            }
            lengths[dimension(indexing, i, xs.length)] = xs[i].size();
        }
        return Shape.owning(operation, lengths);
    }

    /** The shape of a vector along its own dimension of the grid. */
    private static Shape axis(String indexing, int i, Tensor... xs) {
        int[] lengths = new int[xs.length];
        Arrays.fill(lengths, 1);
        lengths[dimension(indexing, i, xs.length)] = xs[i].size();
        return Shape.owning(lengths);
    }

    /** "xy" counts as in a plane: the first vector runs along the columns, the second along the rows. */
    private static int dimension(String indexing, int i, int count) {
        return indexing.equals("xy") && i < 2 && count > 1 ? 1 - i : i;
    }
}
