package dev.jacobi.tensor;

/** Elements that move between channels and places, or between channels. */
final class Shuffling {
    private Shuffling() {}

    /** From {@code […, C·f², H, W]} to {@code […, C, H·f, W·f]}, or back. */
    static Tensor pixels(String operation, Tensor x, int factor, boolean toPlaces) {
        int rank = x.rank();
        if (rank < 3) {
            throw new ShapeMismatchException(
                    operation + ": x has shape " + x.shape() + " but must have at least 3 dimensions");
        }
        if (factor < 1) {
            throw new IllegalArgumentException(operation + ": the factor " + factor + " is not positive");
        }
        long square = (long) factor * factor;
        boolean fits = toPlaces ? x.dim(-3) % square == 0 : x.dim(-2) % factor == 0 && x.dim(-1) % factor == 0;
        if (!fits) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + ", but "
                    + (toPlaces
                            ? "its channels, in dimension " + (rank - 3) + ", must be a multiple of " + square
                            : "its last two dimensions must be multiples of " + factor));
        }
        Shape batch = x.shape().slice(0, rank - 3);
        int stack = batch.size();
        if (toPlaces) {
            int channels = (int) (x.dim(-3) / square);
            Shape shape =
                    batch.concat(operation, Shape.of(operation, channels, x.dim(-2) * factor, x.dim(-1) * factor));
            return x.reshaped(Shape.of(operation, stack, channels, factor, factor, x.dim(-2), x.dim(-1)))
                    .permute(0, 1, 4, 2, 5, 3)
                    .reshaped(shape);
        }
        int height = x.dim(-2) / factor;
        int width = x.dim(-1) / factor;
        Shape shape = batch.concat(operation, Shape.of(operation, (int) (x.dim(-3) * square), height, width));
        return x.reshaped(Shape.of(stack, x.dim(-3), height, factor, width, factor))
                .permute(0, 1, 3, 5, 2, 4)
                .reshaped(shape);
    }

    /** The channels, along dimension 1, of so many groups by turns. */
    static Tensor channels(Tensor x, int groups) {
        if (x.rank() < 3) {
            throw new ShapeMismatchException(
                    "channelShuffle: x has shape " + x.shape() + " but must have at least 3 dimensions");
        }
        if (groups < 1) {
            throw new IllegalArgumentException("channelShuffle: the number of groups " + groups + " is not positive");
        }
        if (x.dim(1) % groups != 0) {
            throw new ShapeMismatchException("channelShuffle: the " + x.dim(1) + " channels of x with shape "
                    + x.shape() + " don't make " + groups + " equal groups");
        }
        int inner = x.shape().span(2, x.rank());
        return x.reshaped(Shape.of(x.dim(0), groups, x.dim(1) / groups, inner))
                .transpose(1, 2)
                .reshaped(x.shape());
    }
}
