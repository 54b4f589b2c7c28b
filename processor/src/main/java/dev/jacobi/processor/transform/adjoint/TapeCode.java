package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements around tapes: making and growing them, and counting iterations. */
final class TapeCode {

    private static final Type.Scalar INT = Type.Scalar.INT;

    private TapeCode() {}

    private static Stmt.Note kept(Span span) {
        return new Stmt.Note(Stmt.Role.KEPT, span);
    }

    static Expr made(Type.Array type, Expr length, Span span) {
        return new Expr.Apply(Primitive.newArray(type, List.of(INT)), List.of(length), span);
    }

    /** {@code if (xTape.length < n) xTape = new double[Math.max(n, 2 * xTape.length)];} */
    static Stmt enlarged(Var tape, Expr needed, Span span) {
        Expr length = new Expr.Apply(Primitive.length(tape.type()), List.of(new Expr.Ref(tape, span)), span);
        Expr few = new Expr.Apply(Primitive.infix("<", INT, Type.Scalar.BOOLEAN), List.of(length, needed), span);
        Expr two = new Expr.Literal("2", INT, span);
        Expr twice = new Expr.Apply(Primitive.infix("*", INT, INT), List.of(two, length), span);
        Expr made = made((Type.Array) tape.type(), Trips.larger(needed, twice), span);
        return new Stmt.If(few, List.of(new Stmt.Assign(tape, made, kept(span))), List.of(), kept(span));
    }

    /** {@code if (at == xTape.length) xTape = Shadows.grown(xTape, at + 1);} */
    static Stmt grow(List<Var> tapes, Expr position, Span span) {
        Expr.Ref first = new Expr.Ref(tapes.get(0), span);
        Expr length = new Expr.Apply(Primitive.length(first.type()), List.of(first), span);
        Primitive equal = Primitive.infix("==", INT, Type.Scalar.BOOLEAN);
        List<Stmt> grown = grown(tapes, Trips.combined("+", position, new Expr.Literal("1", INT, span)), span);
        return new Stmt.If(new Expr.Apply(equal, List.of(position, length), span), grown, List.of(), kept(span));
    }

    /** {@code xTape = Shadows.grown(xTape, needed);} */
    static List<Stmt> grown(List<Var> tapes, Expr needed, Span span) {
        List<Stmt> grown = new ArrayList<>();
        for (Var tape : tapes) {
            Expr longer = Shadows.call("grown", tape.type(), true, span, new Expr.Ref(tape, span), needed);
            grown.add(new Stmt.Assign(tape, longer, kept(span)));
        }
        return grown;
    }

    static Stmt step(Var counter, int step, Span span) {
        Expr.Ref now = new Expr.Ref(counter, span);
        Expr one = new Expr.Literal("1", INT, span);
        Primitive sign = Primitive.infix(step > 0 ? "+" : "-", INT, INT);
        return new Stmt.Assign(counter, new Expr.Apply(sign, List.of(now, one), span), kept(span));
    }

    /** {@code times = Counters.next(times);}: there is no tape that would be full before. */
    static Stmt next(Var times, Span span) {
        return new Stmt.Assign(times, Trips.next(times, span), kept(span));
    }

    /** The counter with a first value that the backward sweep can read: one that is not simple gets a name. */
    static Stmt.Counter firstKept(Stmt.Counter counter, NameSupply names, List<Stmt> out, Span span) {
        if (counter.from() instanceof Expr.Literal || counter.from() instanceof Expr.Ref) {
            return counter;
        }
        Var first = new Var(names.fresh("first"), INT);
        out.add(new Stmt.Declare(first, counter.from(), kept(span)));
        return new Stmt.Counter(counter.variable(), new Expr.Ref(first, span), counter.step());
    }

    /** The counter of a loop whose trips are counted: {@code i = from + step * (position - start)}. */
    static Stmt counter(Stmt.Counter counter, Expr position, @Nullable Var start, Span span) {
        Expr done = start == null ? position : Trips.combined("-", position, new Expr.Ref(start, span));
        Expr steps = done;
        if (Math.abs(counter.step()) != 1) {
            Expr size = new Expr.Literal(String.valueOf(Math.abs(counter.step())), INT, span);
            steps = new Expr.Apply(Primitive.infix("*", INT, INT), List.of(size, done), span);
        }
        boolean fromZero = counter.step() > 0
                && counter.from() instanceof Expr.Literal literal
                && literal.text().equals("0");
        Expr value = fromZero
                ? steps
                : new Expr.Apply(
                        Primitive.infix(counter.step() > 0 ? "+" : "-", INT, INT),
                        List.of(counter.from(), steps),
                        span);
        return new Stmt.Declare(counter.variable(), value, kept(span));
    }

    /** {@code for (int k = times - 1; k >= 0; k--)}. */
    static Stmt counted(String label, Var index, @Nullable Var times, List<Stmt> body, Stmt.Note note) {
        Span span = note.span();
        if (times == null) {
            throw new IllegalStateException("a loop that was not counted");
        }
        Expr last = Trips.combined("-", new Expr.Ref(times, span), new Expr.Literal("1", INT, span));
        Expr zero = new Expr.Literal("0", INT, span);
        Primitive compare = Primitive.infix(">=", INT, Type.Scalar.BOOLEAN);
        Expr more = new Expr.Apply(compare, List.of(new Expr.Ref(index, span), zero), span);
        return new Stmt.Loop(label, new Stmt.Counter(index, last, -1), more, body, note);
    }

    /** {@code while (at > start)}. */
    static Stmt untilStart(String label, @Nullable Var at, @Nullable Var start, List<Stmt> body, Stmt.Note note) {
        if (at == null || start == null) {
            throw new IllegalStateException("a loop that was not counted");
        }
        Span span = note.span();
        Primitive compare = Primitive.infix(">", INT, Type.Scalar.BOOLEAN);
        Expr more = new Expr.Apply(compare, List.of(new Expr.Ref(at, span), new Expr.Ref(start, span)), span);
        return new Stmt.Loop(label, null, more, body, note);
    }
}
