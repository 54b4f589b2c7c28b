package dev.jacobi.processor.random;

import java.util.List;
import java.util.Optional;

/**
 * What leaves a statement, and the label that it leaves by.
 *
 * <pre>
 *   s ::= break; | break l; | continue; | continue l; | l: s
 * </pre>
 */
sealed interface Jump extends Statement {

    <R> R matchJump(JumpCases<R> cases);

    @Override
    default List<Term> terms() {
        return List.of();
    }

    @Override
    default List<List<Statement>> bodies() {
        return List.of();
    }

    @Override
    default Statement with(List<Term> terms, List<List<Statement>> bodies) {
        return this;
    }

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.jump(this);
    }

    interface JumpCases<R> {
        R leave(Break statement);

        R next(Continue statement);

        R labelled(Labelled statement);
    }

    record Break(Optional<String> label) implements Jump {
        @Override
        public <R> R matchJump(JumpCases<R> cases) {
            return cases.leave(this);
        }
    }

    record Continue(Optional<String> label) implements Jump {
        @Override
        public <R> R matchJump(JumpCases<R> cases) {
            return cases.next(this);
        }
    }

    /** @param statement a loop or a block */
    record Labelled(String label, Statement statement) implements Jump {
        @Override
        public List<List<Statement>> bodies() {
            return List.of(List.of(statement));
        }

        @Override
        public Statement with(List<Term> terms, List<List<Statement>> bodies) {
            List<Statement> body = bodies.get(0);
            return new Labelled(label, body.size() == 1 ? body.get(0) : new Statement.Block(body));
        }

        @Override
        public <R> R matchJump(JumpCases<R> cases) {
            return cases.labelled(this);
        }
    }
}
