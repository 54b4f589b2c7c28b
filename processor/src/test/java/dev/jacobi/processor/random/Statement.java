package dev.jacobi.processor.random;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A statement of a generated program.
 *
 * <pre>
 *   s ::= type v; | type v = t; | t; | if (t) b else b | { s… } | return t; | throw …; | assert t : …;
 *       | switch (t) { case l…: s… } | switch (t) { case l… -> { s… } } | loop | jump | lambda
 * </pre>
 */
sealed interface Statement
        permits Statement.Declare,
                Statement.Evaluate,
                Statement.If,
                Statement.Block,
                Statement.Return,
                Statement.Throw,
                Statement.Assert,
                Statement.Switch,
                Loop,
                Jump,
                Lambda {

    List<Term> terms();

    List<List<Statement>> bodies();

    /** The same with other terms and bodies. */
    Statement with(List<Term> terms, List<List<Statement>> bodies);

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R declare(Declare statement);

        R evaluate(Evaluate statement);

        R branch(If statement);

        R block(Block statement);

        R giveBack(Return statement);

        R raise(Throw statement);

        R claim(Assert statement);

        R choose(Switch statement);

        R loop(Loop statement);

        R jump(Jump statement);

        R define(Lambda statement);
    }

    /** How a declaration is written. */
    enum Style {
        PLAIN,
        VAR,
        FINAL,
        NO_DERIVATIVE,
        /** The counter of a loop that keeps snapshots. */
        CHECKPOINT
    }

    record Declare(Variable variable, Style style, Optional<Term> value) implements Statement {
        @Override
        public List<Term> terms() {
            return value.stream().toList();
        }

        @Override
        public List<List<Statement>> bodies() {
            return List.of();
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return new Declare(variable, style, terms.stream().findFirst());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.declare(this);
        }
    }

    record Evaluate(Term term) implements Statement {
        @Override
        public List<Term> terms() {
            return List.of(term);
        }

        @Override
        public List<List<Statement>> bodies() {
            return List.of();
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return new Evaluate(terms.get(0));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.evaluate(this);
        }
    }

    /** @param otherwise empty for none */
    record If(Term condition, List<Statement> then, List<Statement> otherwise) implements Statement {
        @Override
        public List<Term> terms() {
            return List.of(condition);
        }

        @Override
        public List<List<Statement>> bodies() {
            return List.of(then, otherwise);
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return new If(terms.get(0), bodies.get(0), bodies.get(1));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.branch(this);
        }
    }

    record Block(List<Statement> body) implements Statement {
        @Override
        public List<Term> terms() {
            return List.of();
        }

        @Override
        public List<List<Statement>> bodies() {
            return List.of(body);
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return new Block(bodies.get(0));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.block(this);
        }
    }

    /** @param value empty in a void method */
    record Return(Optional<Term> value) implements Statement {
        @Override
        public List<Term> terms() {
            return value.stream().toList();
        }

        @Override
        public List<List<Statement>> bodies() {
            return List.of();
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return new Return(terms.stream().findFirst());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.giveBack(this);
        }
    }

    record Throw(String message) implements Statement {
        @Override
        public List<Term> terms() {
            return List.of();
        }

        @Override
        public List<List<Statement>> bodies() {
            return List.of();
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return this;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.raise(this);
        }
    }

    record Assert(Term condition, String message) implements Statement {
        @Override
        public List<Term> terms() {
            return List.of(condition);
        }

        @Override
        public List<List<Statement>> bodies() {
            return List.of();
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return new Assert(terms.get(0), message);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.claim(this);
        }
    }

    /** @param arrows whether it is of the new style, in which no case falls into the next */
    record Switch(Term selector, boolean arrows, List<Case> cases) implements Statement {
        @Override
        public List<Term> terms() {
            return List.of(selector);
        }

        @Override
        public List<List<Statement>> bodies() {
            return cases.stream().map(Case::body).toList();
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            return new Switch(
                    terms.get(0),
                    arrows,
                    IntStream.range(0, cases.size())
                            .mapToObj(i -> new Case(cases.get(i).labels(), bodies.get(i)))
                            .toList());
        }

        @Override
        public <R> R match(Statement.Cases<R> all) {
            return all.choose(this);
        }
    }

    /** @param labels none for {@code default} */
    record Case(List<Term.Literal> labels, List<Statement> body) {}
}
