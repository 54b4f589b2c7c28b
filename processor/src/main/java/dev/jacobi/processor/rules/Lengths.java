package dev.jacobi.processor.rules;

/**
 * Divisions by lengths. Where a length is 0, so is its derivative (a subgradient), and of it that of every order. So
 * nothing is divided by 0, and masked after: backwards, a zero seed would meet 0/0. A length of 0 counts as infinite
 * instead: what is divided by it is 0 with all its derivatives.
 */
final class Lengths {
    private Lengths() {}

    /** x/length, 0 where the length is 0. */
    static String over(String x, String length) {
        return x + ".div(" + nonZero(length) + ")";
    }

    /** What there is to divide by. */
    static String nonZero(String length) {
        return "Tensor.where(" + length + ".ne(0), " + length + ", Double.POSITIVE_INFINITY)";
    }

    /** |x|, and 1 where x is 0, for what is masked there: powers and logarithms of 0 have no derivatives. */
    static String size(String x) {
        return "Tensor.where(" + x + ".ne(0), " + x + ".abs(), 1)";
    }
}
