package dev.jacobi.examples.notebook;

/** Runs the example. */
public final class Notebook {
    private Notebook() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("Not written yet");
    }
}
