package dev.jacobi.examples.benchmarks;

/** What grows. */
enum Quantity {
    TIME("Time of a gradient", "microseconds"),
    TAPE("Tape: what a pullback holds", "bytes"),
    COMPILATION("Time of compiling", "milliseconds"),
    CODE("Class files of the derivative", "bytes");

    private final String title;
    private final String unit;

    Quantity(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }
}
