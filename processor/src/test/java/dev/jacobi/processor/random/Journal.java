package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** The side effects of generated programs: who was called, in which order, with what. */
public final class Journal {

    private static List<String> lines = new ArrayList<>();

    private Journal() {}

    /** The calls there are. */
    enum Entry {
        NOTE("note", List.of(Type.DOUBLE), Type.VOID),
        CHECK("check", List.of(Type.BOOLEAN), Type.BOOLEAN),
        TICK("tick", List.of(), Type.INT),
        DRAW("draw", List.of(), Type.DOUBLE);

        private final String method;
        private final List<Type> parameters;
        private final Type result;

        Entry(String method, List<Type> parameters, Type result) {
            this.method = method;
            this.parameters = parameters;
            this.result = result;
        }

        String method() {
            return method;
        }

        List<Type> parameters() {
            return parameters;
        }

        Type result() {
            return result;
        }
    }

    /** Starts anew, and gives what was written before. */
    static List<String> restart() {
        List<String> written = lines;
        lines = new ArrayList<>();
        return written;
    }

    /** Writes a number down. */
    public static void note(double value) {
        lines.add("note " + value);
    }

    /** Writes a decision down, and hands it through. */
    public static boolean check(boolean value) {
        lines.add("check " + value);
        return value;
    }

    /** Counts. */
    public static int tick() {
        lines.add("tick");
        return lines.size();
    }

    /** A number that depends only on how much was written before. */
    public static double draw() {
        lines.add("draw");
        return 0.5 + 0.25 * (lines.size() % 5);
    }
}
