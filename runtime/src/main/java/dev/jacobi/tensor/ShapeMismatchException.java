package dev.jacobi.tensor;

/**
 * Thrown where the shapes of an operation's arguments don't fit each other. The message names the operation, the
 * arguments, their shapes, and what would fit.
 */
public final class ShapeMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** An exception with the given message. */
    public ShapeMismatchException(String message) {
        super(message);
    }
}
