package samples.namesake;

/** Has the name of the library's, but another length. */
final class StringBuilder {
    StringBuilder(String text) {}

    int length() {
        return 100;
    }
}
