package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** The side effects of generated programs: who was called, in which order, with what. */
public final class Journal {

    /** Of each thread its own: what runs for ever is left behind in its thread. */
    private static final ThreadLocal<List<String>> LINES = ThreadLocal.withInitial(ArrayList::new);

    private static final int MOST = 100_000;

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
        List<String> written = LINES.get();
        LINES.set(new ArrayList<>());
        return written;
    }

    private static void add(String line) {
        if (LINES.get().size() > MOST) {
            throw new IllegalStateException("too much is written");
        }
        LINES.get().add(line);
    }

    /** Writes a number down. */
    public static void note(double value) {
        add("note " + value);
    }

    /** Writes a decision down, and hands it through. */
    public static boolean check(boolean value) {
        add("check " + value);
        return value;
    }

    /** Counts. */
    public static int tick() {
        add("tick");
        return LINES.get().size();
    }

    /** A number that depends only on how much was written before. */
    public static double draw() {
        add("draw");
        return 0.5 + 0.25 * (LINES.get().size() % 5);
    }
}
