package dev.jacobi.tensor;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /**
     * A seed for each tensor of an array, stretched to its shape; null where the array holds null.
     *
     * @param seed tensors, or arrays of such, as many as the value has
     */
    public static <T extends @Nullable Object> T[] like(T[] seed, T[] value, String member) {
        if (value == null) {
            return value; // no result, no seed
        }
        if (seed == null) {
            throw new NullPointerException(member + ": the seed is null");
        }
        if (seed.length != value.length) {
            throw new IllegalArgumentException(member + ": the seed has " + seed.length + " elements, but "
                    + result(member) + " has " + value.length + ": give one for each");
        }
        T[] all = value.clone();
        for (int i = 0; i < value.length; i++) {
            Object element = value[i];
            if (element instanceof Tensor tensor) {
                Array.set(all, i, like((Tensor) seed[i], tensor, member));
            } else if (element instanceof Object[] row) {
                Array.set(all, i, like((Object[]) seed[i], row, member));
            }
        }
        return all;
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
     * The seed 1 for a value with a single element.
     *
     * @throws ShapeMismatchException if it has more elements, or none
     */
    public static Tensor one(Tensor value) {
        return one(value, "a gradient");
    }

    /**
     * Refuses a direction of an array of tensors that isn't shaped like it: with a tensor of the same shape and type
     * for each tensor, and null for null.
     */
    public static void checkDirection(
            @Nullable Object @Nullable [] direction,
            @Nullable Object @Nullable [] parameter,
            String member,
            String name) {
        if (parameter == null) {
            return; // nothing moves
        }
        if (direction == null) {
            throw new NullPointerException(member + ": the direction of " + name + " is null");
        }
        boolean same = direction.length == parameter.length;
        for (int i = 0; same && i < parameter.length; i++) {
            if (parameter[i] instanceof Object[] row && direction[i] instanceof Object[] rowDirection) {
                checkDirection(rowDirection, row, member, name);
            } else {
                same = kind(direction[i]).equals(kind(parameter[i]));
            }
        }
        if (!same) {
            throw new ShapeMismatchException(member + ": the direction of " + name + " is " + kinds(direction)
                    + ", but " + name + " is " + kinds(parameter) + "; they must be alike");
        }
    }

    private static String kinds(@Nullable Object[] tensors) {
        return Arrays.stream(tensors).map(Seeds::kind).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String kind(@Nullable Object element) {
        return element instanceof Tensor tensor
                ? tensor.dtype() + " " + tensor.shape()
                : element instanceof Object[] row ? kinds(row) : "null";
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
