package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An expression with an array in it.
 *
 * <pre>
 *   t ::= t[t] | t[t] op= t | t[t]++ | t.length | new type[t]… | new type[] {t…} | Arrays.f(t…)
 * </pre>
 */
sealed interface ArrayTerm extends Term {

    <R> R matchArray(ArrayCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.array(this);
    }

    interface ArrayCases<R> {
        R element(Element term);

        R put(Put term);

        R step(Step term);

        R length(Length term);

        R create(Create term);

        R initialise(Initialise term);

        R library(Library term);
    }

    record Element(Term array, Term index) implements ArrayTerm {
        @Override
        public Type type() {
            return array.type().element();
        }

        @Override
        public List<Term> operands() {
            return List.of(array, index);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Element(operands.get(0), operands.get(1));
        }

        @Override
        public <R> R matchArray(ArrayCases<R> cases) {
            return cases.element(this);
        }
    }

    /** @param operator what is done before the {@code =}, as in {@code +=}; empty for plain assignment */
    record Put(Term array, Term index, Optional<Operator> operator, Term value) implements ArrayTerm {
        @Override
        public Type type() {
            return array.type().element();
        }

        @Override
        public List<Term> operands() {
            return List.of(array, index, value);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Put(operands.get(0), operands.get(1), operator, operands.get(2));
        }

        @Override
        public <R> R matchArray(ArrayCases<R> cases) {
            return cases.put(this);
        }
    }

    /** {@code a[i]++} and its kin. */
    record Step(Term array, Term index, boolean up, boolean prefix) implements ArrayTerm {
        @Override
        public Type type() {
            return array.type().element();
        }

        @Override
        public List<Term> operands() {
            return List.of(array, index);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Step(operands.get(0), operands.get(1), up, prefix);
        }

        @Override
        public <R> R matchArray(ArrayCases<R> cases) {
            return cases.step(this);
        }
    }

    record Length(Term array) implements ArrayTerm {
        @Override
        public Type type() {
            return Type.INT;
        }

        @Override
        public List<Term> operands() {
            return List.of(array);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Length(operands.get(0));
        }

        @Override
        public <R> R matchArray(ArrayCases<R> cases) {
            return cases.length(this);
        }
    }

    /** @param lengths one for every dimension */
    record Create(Type type, List<Term> lengths) implements ArrayTerm {
        @Override
        public List<Term> operands() {
            return lengths;
        }

        @Override
        public Term with(List<Term> operands) {
            return new Create(type, List.copyOf(operands));
        }

        @Override
        public <R> R matchArray(ArrayCases<R> cases) {
            return cases.create(this);
        }
    }

    record Initialise(Type type, List<Term> elements) implements ArrayTerm {
        @Override
        public List<Term> operands() {
            return elements;
        }

        @Override
        public Term with(List<Term> operands) {
            return new Initialise(type, List.copyOf(operands));
        }

        @Override
        public <R> R matchArray(ArrayCases<R> cases) {
            return cases.initialise(this);
        }

        /** All that have an element less. */
        List<Term> shorter() {
            List<Term> out = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                List<Term> left = new ArrayList<>(elements);
                left.remove(i);
                out.add(with(left));
            }
            return out;
        }
    }

    record Library(ArrayFunction function, List<Term> operands) implements ArrayTerm {
        @Override
        public Type type() {
            return function.makesArray() ? operands.get(0).type() : Type.VOID;
        }

        @Override
        public Term with(List<Term> changed) {
            return new Library(function, List.copyOf(changed));
        }

        @Override
        public <R> R matchArray(ArrayCases<R> cases) {
            return cases.library(this);
        }
    }
}
