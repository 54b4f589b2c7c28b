package samples.namesake;

/** Has the name of the library's, but other methods. */
final class Math {
    private Math() {}

    static double sin(double x) {
        return 2 * x;
    }
}
