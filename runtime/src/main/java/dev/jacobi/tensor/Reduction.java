package dev.jacobi.tensor;

/** What a loss makes of the losses of single elements. PyTorch: the argument {@code reduction}. */
public enum Reduction {
    /** Their mean, 0-d; NaN if there are none. PyTorch's default. */
    MEAN,

    /** Their sum, 0-d. */
    SUM,

    /** Nothing: each keeps its place. */
    NONE;

    Tensor of(Tensor losses) {
        return switch (this) {
            case MEAN -> losses.mean();
            case SUM -> losses.sum();
            case NONE -> losses;
        };
    }

    /** The adjoint of {@link #of}. */
    Tensor adjoint(Tensor bar, Tensor like) {
        if (this == NONE && !bar.shape().equals(like.shape()) || this != NONE && bar.rank() != 0) {
            throw new ShapeMismatchException("unreduced: x has shape " + bar.shape() + ", which is not what the "
                    + "reduction " + this + " makes of the shape " + like.shape());
        }
        return switch (this) {
            case MEAN -> bar.div(like.size()).expandTo(like);
            case SUM, NONE -> bar.expandTo(like);
        };
    }
}
