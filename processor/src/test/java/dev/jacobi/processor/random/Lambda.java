package dev.jacobi.processor.random;

import java.util.List;
import java.util.Optional;

/** A local function of one double: {@code DoubleUnaryOperator f = v -> t;}. */
record Lambda(String name, Variable parameter, Term body) implements Statement {

    @Override
    public List<Term> terms() {
        return List.of(body);
    }

    @Override
    public List<List<Statement>> bodies() {
        return List.of();
    }

    @Override
    public Statement with(List<Term> terms, List<List<Statement>> bodies) {
        return new Lambda(name, parameter, terms.get(0));
    }

    @Override
    public <R> R match(Statement.Cases<R> cases) {
        return cases.define(this);
    }

    /** What it is in a run: with the variables as they were where it was made. */
    record Closure(Lambda lambda, Frame frame) {}

    /** Its call. */
    record Apply(String name, Term operand) implements Term {
        @Override
        public Type type() {
            return Type.DOUBLE;
        }

        @Override
        public List<Term> operands() {
            return List.of(operand);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Apply(name, operands.get(0));
        }

        @Override
        public <R> R match(Term.Cases<R> cases) {
            return cases.apply(this);
        }
    }

    /**
     * Whether one is defined inside a term, in a switch. There javac 17 finds no type for the lambda if the term is the
     * value of a {@code var}.
     */
    static boolean isIn(Term term) {
        return term.operands().stream().anyMatch(Lambda::isIn)
                || term.bodies().stream().anyMatch(Lambda::isIn);
    }

    private static boolean isIn(List<Statement> statements) {
        return statements.stream()
                .anyMatch(s -> s instanceof Lambda
                        || s.terms().stream().anyMatch(Lambda::isIn)
                        || s.bodies().stream().anyMatch(Lambda::isIn));
    }

    /** A call of a lambda in scope, if there is one. */
    static Optional<Term> call(Workshop shop, int depth, Scope scope) {
        return scope.lambdas().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Apply(shop.dice.pick(scope.lambdas()), shop.terms.term(Type.DOUBLE, depth - 1, scope)));
    }
}
