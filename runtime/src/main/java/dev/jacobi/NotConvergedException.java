package dev.jacobi;

/**
 * The derivative of a {@link FixedPoint} loop can't be had: the loop had not arrived where it stays, or the iteration
 * that computes the derivative arrives nowhere.
 */
public final class NotConvergedException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /** An exception that says which loop it is, and why. */
    public NotConvergedException(String message) {
        super(message);
    }
}
