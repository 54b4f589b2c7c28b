package dev.jacobi.processor.random;

import java.util.List;

/**
 * An expression whose value is a function of one double.
 *
 * <pre>
 *   t ::= v -> t | v -> { s… } | new DoubleUnaryOperator() { … } | Math::f | Sample::m | this::m | t.andThen(t) | t.compose(t)
 * </pre>
 */
sealed interface FunctionTerm extends Term {

    @Override
    default Type type() {
        return Type.FUNCTION;
    }

    <R> R matchFunction(FunctionCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.function(this);
    }

    interface FunctionCases<R> {
        R arrow(Arrow term);

        R ofMath(OfMath term);

        R ofMethod(OfMethod term);

        R block(Block term);

        R joined(Joined term);
    }

    record Arrow(Variable parameter, Term body) implements FunctionTerm {
        @Override
        public List<Term> operands() {
            return List.of(body);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Arrow(parameter, operands.get(0));
        }

        @Override
        public <R> R matchFunction(FunctionCases<R> cases) {
            return cases.arrow(this);
        }
    }

    /**
     * One whose body is statements.
     *
     * @param anonymous whether it is written as an anonymous class
     */
    record Block(Variable parameter, List<Statement> body, boolean anonymous) implements FunctionTerm {
        @Override
        public List<Term> operands() {
            return List.of();
        }

        @Override
        public List<List<Statement>> bodies() {
            return List.of(body);
        }

        @Override
        public Term with(List<Term> operands) {
            return this;
        }

        @Override
        public <R> R matchFunction(FunctionCases<R> cases) {
            return cases.block(this);
        }
    }

    /** @param second whether the other function is called with what the first gives, and not the other way round */
    record Joined(Term first, Term other, boolean second) implements FunctionTerm {
        @Override
        public List<Term> operands() {
            return List.of(first, other);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Joined(operands.get(0), operands.get(1), second);
        }

        @Override
        public <R> R matchFunction(FunctionCases<R> cases) {
            return cases.joined(this);
        }
    }

    /** A reference to a method of {@code Math}. */
    record OfMath(MathFunction math) implements FunctionTerm {
        @Override
        public List<Term> operands() {
            return List.of();
        }

        @Override
        public Term with(List<Term> operands) {
            return this;
        }

        @Override
        public <R> R matchFunction(FunctionCases<R> cases) {
            return cases.ofMath(this);
        }
    }

    /** A reference to another method of the program. */
    record OfMethod(Signature method) implements FunctionTerm {
        @Override
        public List<Term> operands() {
            return List.of();
        }

        @Override
        public Term with(List<Term> operands) {
            return this;
        }

        @Override
        public <R> R matchFunction(FunctionCases<R> cases) {
            return cases.ofMethod(this);
        }
    }
}
