package dev.jacobi.processor.random;

import java.util.List;

/**
 * An expression of a generated program.
 *
 * <pre>
 *   t ::= literal | v | op t | t op t | (type) t | t ? t : t | Math.f(t…) | m(t…) | v = t | v op= t | v++ | ++v | Journal.f(t…)
 *       | switch (t) { case l… -> t; case l… -> { s… yield t; } } | array term
 * </pre>
 */
sealed interface Term
        permits Term.Literal,
                Term.Read,
                Term.Prefix,
                Term.Binary,
                Term.Cast,
                Term.Choose,
                Term.Elementary,
                Term.Invoke,
                Term.Assign,
                Term.Advance,
                Term.Recorded,
                Select,
                ArrayTerm,
                RecordTerm,
                FunctionTerm,
                Lambda.Apply {

    Type type();

    List<Term> operands();

    /** The statements inside. */
    default List<List<Statement>> bodies() {
        return List.of();
    }

    /** The same with other operands. */
    Term with(List<Term> operands);

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R literal(Literal term);

        R read(Read term);

        R prefix(Prefix term);

        R binary(Binary term);

        R cast(Cast term);

        R choose(Choose term);

        R elementary(Elementary term);

        R invoke(Invoke term);

        R assign(Assign term);

        R advance(Advance term);

        R recorded(Recorded term);

        R select(Select term);

        R array(ArrayTerm term);

        R construct(RecordTerm.Construct term);

        R component(RecordTerm.Component term);

        R function(FunctionTerm term);

        R apply(Lambda.Apply term);
    }

    record Literal(String text, Type type) implements Term {
        @Override
        public List<Term> operands() {
            return List.of();
        }

        @Override
        public Term with(List<Term> operands) {
            return this;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.literal(this);
        }
    }

    record Read(Variable variable) implements Term {
        @Override
        public Type type() {
            return variable.type();
        }

        @Override
        public List<Term> operands() {
            return List.of();
        }

        @Override
        public Term with(List<Term> operands) {
            return this;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.read(this);
        }
    }

    record Prefix(String operator, Term operand) implements Term {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public List<Term> operands() {
            return List.of(operand);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Prefix(operator, operands.get(0));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.prefix(this);
        }
    }

    record Binary(Operator operator, Term left, Term right) implements Term {
        @Override
        public Type type() {
            return operator.result(left.type(), right.type());
        }

        @Override
        public List<Term> operands() {
            return List.of(left, right);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Binary(operator, operands.get(0), operands.get(1));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.binary(this);
        }
    }

    record Cast(Type type, Term operand) implements Term {
        @Override
        public List<Term> operands() {
            return List.of(operand);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Cast(type, operands.get(0));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cast(this);
        }
    }

    record Choose(Term condition, Term whenTrue, Term whenFalse) implements Term {
        @Override
        public Type type() {
            return Type.promote(whenTrue.type(), whenFalse.type());
        }

        @Override
        public List<Term> operands() {
            return List.of(condition, whenTrue, whenFalse);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Choose(operands.get(0), operands.get(1), operands.get(2));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.choose(this);
        }
    }

    /** A call of a method of {@code Math}. */
    record Elementary(MathFunction function, List<Term> operands) implements Term {
        @Override
        public Type type() {
            return function.result();
        }

        @Override
        public Term with(List<Term> changed) {
            return new Elementary(function, List.copyOf(changed));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.elementary(this);
        }
    }

    /** A call of another method of the program. */
    record Invoke(Signature method, List<Term> operands) implements Term {
        @Override
        public Type type() {
            return method.result();
        }

        @Override
        public Term with(List<Term> changed) {
            return new Invoke(method, List.copyOf(changed));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.invoke(this);
        }
    }

    /** @param operator what is done before the {@code =}, as in {@code +=}; empty for plain assignment */
    record Assign(Variable target, java.util.Optional<Operator> operator, Term value) implements Term {
        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public List<Term> operands() {
            return List.of(value);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Assign(target, operator, operands.get(0));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.assign(this);
        }
    }

    /** {@code v++} and its kin. */
    record Advance(Variable target, boolean up, boolean prefix) implements Term {
        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public List<Term> operands() {
            return List.of();
        }

        @Override
        public Term with(List<Term> operands) {
            return this;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.advance(this);
        }
    }

    /** A call with a side effect that must happen as often, and in the order, in which the primal makes it. */
    record Recorded(Journal.Entry entry, List<Term> operands) implements Term {
        @Override
        public Type type() {
            return entry.result();
        }

        @Override
        public Term with(List<Term> changed) {
            return new Recorded(entry, List.copyOf(changed));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recorded(this);
        }
    }
}
