package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;

/** A loop, and one iteration of it, as functions of what they read from outside. */
final class FixedPointPieces {

    private final Reading reading;
    private final Scope scope;
    private final Span span;
    private final Stmt.Note note;
    private final NameSupply names = new NameSupply();

    FixedPointPieces(Reading reading, Scope scope, Span span) {
        this.reading = reading;
        this.scope = scope;
        this.span = span;
        this.note = new Stmt.Note(Stmt.Role.PRIMAL, span);
    }

    /** A function, and the variables whose values it takes. */
    record Piece(FunctionName.Primal name, List<Var> parameters, Type type) {}

    /**
     * The loop: takes what variables hold before it, and gives what they hold behind it.
     *
     * @param states those whose arrays are copied, so that the loop writes to nobody else's
     * @param given those that are wanted
     */
    Piece loop(Stmt.Loop loop, List<Var> states, List<Var> given, Map<Var, String> wishes) {
        List<Stmt> whole = List.of(loop);
        Set<Var> outside = new LinkedHashSet<>(given);
        outside.addAll(Walk.carried(loop.body()));
        outside.addAll(Walk.reads(whole));
        Walk.declares(whole).forEach(outside::remove);
        take(outside, whole);
        Set<Var> changing = Walk.carried(loop.body());
        changing.addAll(states);
        List<Stmt> body = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        for (Var variable : given) {
            values.add(new Expr.Ref(variable, span));
        }
        for (Var variable : outside) {
            if (changing.contains(variable)) {
                Var own = own(variable, states.contains(variable), body);
                Rewriter renaming = Substitution.rename(variable, own);
                whole = renaming.rewrite(whole);
                values.replaceAll(renaming::rewrite);
            }
        }
        body.addAll(whole);
        return add("Loop", outside, body, given, values, wishes);
    }

    /** One iteration: takes what its variables hold before it, and others, and gives what they hold behind it. */
    Piece iteration(FixedPointReader.Read read, List<Var> states, List<Expr> next, Map<Var, String> wishes) {
        List<Stmt> body = LastIteration.of(read.iteration(), next, read.leaving());
        Set<Var> outside = outside(states, body, next);
        take(outside, body);
        boolean writes = mayWrite(body);
        List<Stmt> all = new ArrayList<>();
        List<Expr> values = new ArrayList<>(next);
        for (Var state : states) {
            if (writes && state.type() instanceof Type.Array) {
                Rewriter renaming = Substitution.rename(state, own(state, true, all));
                body = renaming.rewrite(body);
                values.replaceAll(renaming::rewrite);
            }
        }
        all.addAll(body);
        return add("Step", outside, all, states, values, wishes);
    }

    private static Set<Var> outside(List<Var> states, List<Stmt> body, List<Expr> next) {
        Set<Var> outside = new LinkedHashSet<>(states);
        outside.addAll(Walk.reads(body));
        next.forEach(e -> outside.addAll(Walk.reads(e)));
        Walk.declares(body).forEach(outside::remove);
        return outside;
    }

    private void take(Set<Var> outside, List<Stmt> body) {
        outside.forEach(v -> names.fresh(v.name()));
        Walk.declares(body).forEach(v -> names.fresh(v.name()));
    }

    private static boolean mayWrite(List<Stmt> body) {
        Set<Var> made = new LinkedHashSet<>(Walk.declares(body));
        for (Stmt statement : Walk.all(body)) {
            boolean store = statement instanceof Stmt.Store s && !isMade(s.array(), made, body);
            if (store || Walk.own(statement).stream().anyMatch(LastIteration::mayWrite)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an array is one that the body has made. */
    private static boolean isMade(Expr array, Set<Var> made, List<Stmt> body) {
        if (!(array instanceof Expr.Ref ref) || !made.contains(ref.variable())) {
            return false;
        }
        for (Stmt statement : Walk.all(body)) {
            boolean declared =
                    statement instanceof Stmt.Declare s && s.variable().equals(ref.variable());
            boolean assigned =
                    statement instanceof Stmt.Assign a && a.variable().equals(ref.variable());
            boolean fresh = statement instanceof Stmt.Declare s
                    && s.value() instanceof Expr.Apply apply
                    && (apply.primitive().form() == Primitive.Form.NEW_ARRAY
                            || apply.primitive().name().equals("clone"));
            if (assigned || declared && !fresh) {
                return false;
            }
        }
        return true;
    }

    /** A variable for what a parameter brings, of an array a copy. */
    private Var own(Var parameter, boolean copied, List<Stmt> body) {
        Var own = new Var(names.fresh(parameter.name()), parameter.type());
        Expr value = new Expr.Ref(parameter, span);
        if (copied) {
            value = copied(value, parameter.name(), body);
        }
        body.add(new Stmt.Declare(own, value, note));
        return own;
    }

    /** A copy of an array, and of its rows. */
    private Expr copied(Expr value, String wish, List<Stmt> out) {
        if (!(value.type() instanceof Type.Array array)) {
            return value;
        }
        if (!(array.element() instanceof Type.Array)) {
            return new Expr.Apply(Primitive.cloning(array), List.of(value), span);
        }
        Expr count = new Expr.Apply(Primitive.length(array), List.of(value), span);
        Primitive room = Primitive.newArray(array, List.of(Type.Scalar.INT));
        Expr rows = hold(wish, new Expr.Apply(room, List.of(count), span), out);
        Var index = new Var(names.fresh("i"), Type.Scalar.INT);
        Expr at = new Expr.Ref(index, span);
        List<Stmt> each = new ArrayList<>();
        Expr row = hold("row", new Expr.Apply(Primitive.index(array, Type.Scalar.INT), List.of(value, at), span), each);
        Expr copy = hold("row", copied(row, "row", each), each);
        each.add(new Stmt.Store(rows, at, copy, note));
        Primitive less = Primitive.infix("<", Type.Scalar.INT, Type.Scalar.BOOLEAN);
        Expr length = new Expr.Apply(Primitive.length(array), List.of(rows), span);
        Stmt.Counter counter = new Stmt.Counter(index, new Expr.Literal("0", Type.Scalar.INT, span), 1);
        Expr more = new Expr.Apply(less, List.of(at, length), span);
        out.add(new Stmt.Loop(names.fresh("rows"), counter, more, each, note));
        return rows;
    }

    private Expr hold(String wish, Expr value, List<Stmt> out) {
        Var variable = new Var(names.fresh(wish), value.type());
        out.add(new Stmt.Declare(variable, value, note));
        return new Expr.Ref(variable, span);
    }

    private Piece add(
            String word,
            Set<Var> parameters,
            List<Stmt> body,
            List<Var> given,
            List<Expr> values,
            Map<Var, String> wishes) {
        List<Var> renamed = new ArrayList<>();
        List<Stmt> code = body;
        List<Expr> results = new ArrayList<>(values);
        for (Var parameter : parameters) {
            if (parameter.type() instanceof Type.Struct struct) {
                throw new Refusal(Problem.of(
                        Kind.FIXED_POINT,
                        span,
                        "the loop uses " + parameter.name() + ", an object of " + struct.className() + ",",
                        "read its numbers into variables before the loop"));
            }
            Var own = new Var(inPiece(parameter, wishes), parameter.type());
            Rewriter renaming = Substitution.rename(parameter, own);
            code = renaming.rewrite(code);
            results.replaceAll(renaming::rewrite);
            renamed.add(own);
        }
        List<Type.Component> components = new ArrayList<>();
        given.forEach(v ->
                components.add(new Type.Component(NameSupply.ofComponent(wishes.getOrDefault(v, v.name())), v.type())));
        Element at = Objects.requireNonNull(scope.origin().element());
        FunctionName.Primal name = reading.members.piece(at, word, renamed, code, components, results, span);
        return new Piece(name, List.copyOf(parameters), reading.members.result(name));
    }

    /** What the source calls a variable, where nothing else is called so. */
    private String inPiece(Var parameter, Map<Var, String> wishes) {
        String wish = wishes.get(parameter);
        return wish == null || !names.fresh(wish).equals(wish) ? parameter.name() : wish;
    }

    /** Refuses an iteration that depends on how many there have been: it has no fixed point. */
    void refuseCounter(FixedPointReader.Read read, List<Var> states, List<Expr> next, String instead) {
        List<Stmt> body = LastIteration.of(read.iteration(), next, read.leaving());
        Stmt.Counter counter = read.loop().counter();
        if (counter == null || !outside(states, body, next).contains(counter.variable())) {
            return;
        }
        List<Expr> all = new ArrayList<>(next);
        Walk.all(body).forEach(s -> all.addAll(Walk.own(s)));
        for (Expr e : all) {
            if (Walk.reads(e).contains(counter.variable())) {
                throw new Refusal(Problem.of(
                        Kind.FIXED_POINT,
                        e.span(),
                        "the iteration depends on " + counter.variable().name() + ", which counts the iterations",
                        instead));
            }
        }
    }
}
