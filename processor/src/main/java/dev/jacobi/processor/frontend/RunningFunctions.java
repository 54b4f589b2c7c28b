package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions whose bodies are being read in the places of calls, the innermost last. One that a field holds can call
 * itself by the field's name, and would be read without end.
 */
final class RunningFunctions {

    /** How often a function may stand inside itself. */
    private static final int DEPTH = 8;

    private final List<Closure> running = new ArrayList<>();

    void enter(Closure function, Span call) {
        if (running.stream().filter(function::isSame).count() > DEPTH) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    call,
                    "a function that calls itself",
                    "make it a static method, which may call itself, and use a reference to that: Model::method"));
        }
        running.add(function);
    }

    void leave() {
        running.remove(running.size() - 1);
    }
}
