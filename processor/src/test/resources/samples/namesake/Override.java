package samples.namesake;

/** Has the name of the library's, but is no annotation. */
final class Override {
    private Override() {}
}
