package dev.jacobi.tensor;

/**
 * Checks and completes the seeds and directions that a caller hands to a derivative. Used by generated code; a
 * {@code member} is the name the message gives to what was called, such as {@code VGrad.vjp}.
 */
public final class Seeds {
    private Seeds() {}

    /**
     * The seed stretched to the shape of the value that it weighs, in the value's type.
     *
     * @throws NullPointerException if the seed is null
     * @throws ShapeMismatchException if it doesn't stretch to that shape
     */
    public static Tensor like(Tensor seed, Tensor value, String member) {
        if (seed == null) {
            throw new NullPointerException(member + ": the seed is null");
        }
        if (!Broadcasting.fits(seed.shape(), value.shape())) {
            throw new ShapeMismatchException(member + ": the seed has shape " + seed.shape()
                    + ", which does not broadcast to the shape " + value.shape() + " of " + result(member));
        }
        return seed.expandTo(value);
    }

    /** {@code V's result} for {@code VGrad.vjp}, else {@code the result}. */
    private static String result(String member) {
        int end = member.indexOf("Grad.");
        return end > 0 ? member.substring(0, end) + "'s result" : "the result";
    }

    /**
     * The seed 1 for a value with a single element.
     *
     * @throws ShapeMismatchException if it has more elements, or none
     */
    public static Tensor one(Tensor value, String member) {
        if (value.size() != 1) {
            throw new ShapeMismatchException(member + " needs a single-number result, but the result has shape "
                    + value.shape() + ": use vjp with a seed, or jacobian");
        }
        return Tensor.onesLike(value);
    }

    /**
     * The direction in the parameter's type. It must have the parameter's shape; only a 0-d tensor and one with a
     * single element stand for each other.
     *
     * @throws NullPointerException if the direction is null
     * @throws ShapeMismatchException if it has another shape
     */
    public static Tensor direction(Tensor direction, Tensor parameter, String member, String name) {
        if (direction == null) {
            throw new NullPointerException(member + ": the direction of " + name + " is null");
        }
        boolean single = direction.size() == 1 && parameter.size() == 1 && direction.rank() * parameter.rank() == 0;
        if (!single && !direction.shape().equals(parameter.shape())) {
            throw new ShapeMismatchException(member + ": the direction of " + name + " has shape " + direction.shape()
                    + ", but " + name + " has shape " + parameter.shape() + "; they must be equal");
        }
        return direction.to(parameter.dtype()).reshaped(parameter.shape());
    }
}
