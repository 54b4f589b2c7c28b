package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** A switch as an expression; each arm's value is converted to the type. */
record Select(Type type, Term selector, List<Arm> arms) implements Term {
    @Override
    public List<Term> operands() {
        List<Term> out = new ArrayList<>(List.of(selector));
        arms.forEach(a -> out.add(a.value()));
        return out;
    }

    @Override
    public List<List<Statement>> bodies() {
        return arms.stream().map(Arm::body).toList();
    }

    @Override
    public Term with(List<Term> operands) {
        List<Arm> changed = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            changed.add(new Arm(arms.get(i).labels(), arms.get(i).body(), operands.get(i + 1)));
        }
        return new Select(type, operands.get(0), changed);
    }

    /** The same with other statements. */
    Term withBodies(List<List<Statement>> bodies) {
        List<Arm> changed = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            changed.add(new Arm(arms.get(i).labels(), bodies.get(i), arms.get(i).value()));
        }
        return new Select(type, selector, changed);
    }

    @Override
    public <R> R match(Term.Cases<R> cases) {
        return cases.select(this);
    }

    /** @param labels none for {@code default} */
    record Arm(List<Term.Literal> labels, List<Statement> body, Term value) {}
}
