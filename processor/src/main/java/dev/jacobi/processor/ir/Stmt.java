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
 *        | Store              a[i] = e;
 *        | Accumulate         aBar[i] += e;      Increment of an element
 *        | If                 if (c) { … } else { … }
 *        | Loop               while (c) { … }    or  for (int i = e; c; i += k) { … }
 *        | Reverse            a loop's iterations from the last to the first; {@code Tapes} makes loops of them
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

        R store(Store s);

        R accumulate(Accumulate s);

        R branch(If s);

        R loop(Loop s);

        R reverse(Reverse s);

        R effect(Effect s);

        R raise(Throw s);
    }

    /** What a statement is to the source line it comes from. */
    enum Role {
        PRIMAL,
        TANGENT,
        ADJOINT,
        /** A loop each iteration of which runs its backward sweep just behind its forward sweep. */
        TOGETHER,
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

    /** Writes an element of an array. */
    record Store(Expr array, Expr index, Expr value, Note note) implements Stmt {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.store(this);
        }
    }

    /** Adds to an element of an array: an adjoint's. */
    record Accumulate(Expr array, Expr index, Expr value, Note note) implements Stmt {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accumulate(this);
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

    /**
     * A loop, asked before each iteration. There are no jumps: what leaves a loop early is part of its condition.
     * Variables from outside that the body assigns are <em>carried</em> from one iteration to the next.
     *
     * @param label tells loops of one function apart, and finds the loop that a {@link Reverse} runs backwards
     * @param counter a variable of the loop's own that steps by a constant and that the body doesn't assign; or null
     * @param wish how the user wants it to be reversed; null where nothing is said
     */
    record Loop(
            String label,
            @Nullable Counter counter,
            Expr condition,
            List<Stmt> body,
            @Nullable Wish wish,
            Note note) implements Stmt {
        public Loop {
            body = List.copyOf(body);
        }

        /** A loop of which nothing is said. */
        public Loop(String label, @Nullable Counter counter, Expr condition, List<Stmt> body, Note note) {
            this(label, counter, condition, body, null, note);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.loop(this);
        }

        /** The loop with another body. */
        public Loop with(List<Stmt> newBody) {
            return new Loop(label, counter, condition, newBody, wish, note);
        }
    }

    /** What a user says about how a loop is to be reversed. */
    sealed interface Wish {}

    /**
     * Iterations are computed again from snapshots.
     *
     * @param snapshots how many are kept at a time; 0 for one before each iteration
     */
    record Checkpointed(int snapshots) implements Wish {}

    /** {@code int i = from; …; i += step}. */
    record Counter(Var variable, Expr from, int step) {}

    /**
     * The iterations of a loop that has run, from the last to the first. The body reads variables of that loop's body
     * and those that it carries as they were in (for those carried: at the start of) the iteration that is undone.
     *
     * @param label the loop's
     */
    record Reverse(String label, List<Stmt> body, Note note) implements Stmt {
        public Reverse {
            body = List.copyOf(body);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reverse(this);
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
