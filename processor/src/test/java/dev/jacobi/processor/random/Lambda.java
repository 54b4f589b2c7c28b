package dev.jacobi.processor.random;

import java.util.List;

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

    /** The call of a function. */
    record Apply(Term function, Term operand) implements Term {
        @Override
        public Type type() {
            return Type.DOUBLE;
        }

        @Override
        public List<Term> operands() {
            return List.of(function, operand);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Apply(operands.get(0), operands.get(1));
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
        return term instanceof FunctionTerm
                || term.operands().stream().anyMatch(Lambda::isIn)
                || term.bodies().stream().anyMatch(Lambda::isIn);
    }

    private static boolean isIn(List<Statement> statements) {
        return statements.stream()
                .anyMatch(s -> s instanceof Lambda
                        || s.terms().stream().anyMatch(Lambda::isIn)
                        || s.bodies().stream().anyMatch(Lambda::isIn));
    }
}
