package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loop of a generated program. It may run for ever; the interpreter finds out before compiled code runs.
 *
 * <pre>
 *   s ::= for (declarations; t; t…) b | for (type v : t) b | while (t) b | do b while (t);
 * </pre>
 */
sealed interface Loop extends Statement {

    List<Statement> body();

    <R> R matchLoop(LoopCases<R> cases);

    @Override
    default List<List<Statement>> bodies() {
        return List.of(body());
    }

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.loop(this);
    }

    interface LoopCases<R> {
        R count(For statement);

        R each(Each statement);

        R repeat(While statement);

        R repeatAfter(Do statement);
    }

    record For(List<Statement.Declare> start, Term condition, List<Term> updates, List<Statement> body)
            implements Loop {
        @Override
        public List<Term> terms() {
            List<Term> out = new ArrayList<>();
            start.forEach(s -> out.addAll(s.terms()));
            out.add(condition);
            out.addAll(updates);
            return out;
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            List<Statement.Declare> changed = new ArrayList<>();
            for (int i = 0; i < start.size(); i++) {
                Statement.Declare s = start.get(i);
                changed.add(new Statement.Declare(s.variable(), s.style(), Optional.of(terms.get(i))));
            }
            int from = start.size() + 1;
            return new For(changed, terms.get(from - 1), List.copyOf(terms.subList(from, terms.size())), bodies.get(0));
        }

        @Override
        public <R> R matchLoop(LoopCases<R> cases) {
            return cases.count(this);
        }
    }

    record Each(Variable variable, Term array, List<Statement> body) implements Loop {
        @Override
        public List<Term> terms() {
            return List.of(array);
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return new Each(variable, terms.get(0), bodies.get(0));
        }

        @Override
        public <R> R matchLoop(LoopCases<R> cases) {
            return cases.each(this);
        }
    }

    record While(Term condition, List<Statement> body) implements Loop {
        @Override
        public List<Term> terms() {
            return List.of(condition);
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return new While(terms.get(0), bodies.get(0));
        }

        @Override
        public <R> R matchLoop(LoopCases<R> cases) {
            return cases.repeat(this);
        }
    }

    record Do(List<Statement> body, Term condition) implements Loop {
        @Override
        public List<Term> terms() {
            return List.of(condition);
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return new Do(bodies.get(0), terms.get(0));
        }

        @Override
        public <R> R matchLoop(LoopCases<R> cases) {
            return cases.repeatAfter(this);
        }
    }
}
