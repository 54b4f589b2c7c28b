package dev.jacobi.processor.random;

import java.util.List;

/**
 * An expression that makes a record or takes one apart.
 *
 * <pre>
 *   t ::= new R(t…) | t.c()
 * </pre>
 */
sealed interface RecordTerm extends Term {

    record Construct(Type type, List<Term> operands) implements RecordTerm {
        @Override
        public Term with(List<Term> changed) {
            return new Construct(type, List.copyOf(changed));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.construct(this);
        }
    }

    record Component(Term record, int index) implements RecordTerm {

        String name() {
            return record.type().components().get(index).name();
        }

        @Override
        public Type type() {
            return record.type().components().get(index).type();
        }

        @Override
        public List<Term> operands() {
            return List.of(record);
        }

        @Override
        public Term with(List<Term> operands) {
            return new Component(operands.get(0), index);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.component(this);
        }
    }
}
