package samples.namesake;

/** Has the name of the library's, but can't be thrown. */
final class ArithmeticException {
    ArithmeticException(String text) {}
}
