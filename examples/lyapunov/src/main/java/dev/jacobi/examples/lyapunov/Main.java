package dev.jacobi.examples.lyapunov;

/** Runs the example. */
public final class Main {
    private Main() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("Not written yet");
    }
}
