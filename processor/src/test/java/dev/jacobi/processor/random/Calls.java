package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Which methods statements call. */
final class Calls {

    private final List<Signature> found = new ArrayList<>();

    private Calls() {}

    static List<Signature> in(List<Statement> statements) {
        Calls calls = new Calls();
        calls.body(statements);
        return calls.found;
    }

    private void body(List<Statement> statements) {
        for (Statement statement : statements) {
            statement.terms().forEach(this::term);
            statement.bodies().forEach(this::body);
        }
    }

    private void term(Term term) {
        if (term instanceof Term.Invoke invoke) {
            found.add(invoke.method());
        }
        term.operands().forEach(this::term);
        term.bodies().forEach(this::body);
    }
}
