package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements of the intermediate language.
 *
 * <pre>
 * Stmt ::= Declare            double y = e;      or  double y;
 *        | Assign             y = e;
 *        | Increment          xBar += e;         the adjoint's own statement
 *        | If                 if (c) { … } else { … }
 *        | Effect             e;                 evaluated for its effect
 *        | Throw              throw e;
 * </pre>
 */
public sealed interface Stmt {

    Note note();

    <R> R match(Cases<R> cases);

    /** One method per kind of statement: a missing case doesn't compile. */
    interface Cases<R> {
        R declare(Declare s);

        R assign(Assign s);

        R increment(Increment s);

        R branch(If s);

        R effect(Effect s);

        R raise(Throw s);
    }

    /** What a statement is to the source line it comes from. */
    enum Role {
        PRIMAL,
        TANGENT,
        ADJOINT,
        /** Makes room for a value of the forward sweep that the backward sweep reads. */
        KEPT
    }

    /** Where a statement comes from: the end-of-line comment of the output. */
    record Note(Role role, Span span) {}

    /** Declares a variable; without an initial value, every branch of what follows assigns it. */
    record Declare(Var variable, @Nullable Expr value, Note note) implements Stmt {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.declare(this);
        }
    }

    /** Assigns a variable declared before. */
    record Assign(Var variable, Expr value, Note note) implements Stmt {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.assign(this);
        }
    }

    /** Adds to a variable declared before. */
    record Increment(Var variable, Expr value, Note note) implements Stmt {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.increment(this);
        }
    }

    /** A branch. */
    record If(Expr condition, List<Stmt> then, List<Stmt> otherwise, Note note) implements Stmt {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.branch(this);
        }
    }

    /** Evaluates for the effect alone. */
    record Effect(Expr value, Note note) implements Stmt {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.effect(this);
        }
    }

    /** Throws. */
    record Throw(Expr value, Note note) implements Stmt {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.raise(this);
        }
    }
}
