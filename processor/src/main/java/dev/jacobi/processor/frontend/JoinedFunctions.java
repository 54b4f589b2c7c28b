package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Branches.Body;
import dev.jacobi.processor.frontend.Branches.Side;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Joins the functions that the sides of a branch make a variable mean: behind the branch it is one of all these, and a
 * number tells which. What a function uses of variables that end with its side gets variables before the branch.
 */
final class JoinedFunctions {

    private final NameSupply names;
    private final Captures captures;
    private final Frame frame;
    private final Span span;

    JoinedFunctions(NameSupply names, Captures captures, Frame frame, Span span) {
        this.names = names;
        this.captures = captures;
        this.frame = frame;
        this.span = span;
    }

    /** The variables that one of the sides has made mean another function. */
    static Set<String> changed(Frame frame, Side then, Side otherwise) {
        Set<String> changed = new TreeSet<>();
        for (String name : frame.names()) {
            if (isChanged(name, frame, then) || isChanged(name, frame, otherwise)) {
                changed.add(name);
            }
        }
        return changed;
    }

    private static boolean isChanged(String name, Frame frame, Side side) {
        return side.matters(name)
                && (!Identity.same(
                                frame.closures.get(name), side.frame().closures.get(name))
                        || !Identity.same(
                                frame.choices.get(name), side.frame().choices.get(name)));
    }

    /** What a variable means in a frame, if that is a function. */
    static @Nullable Handed held(String name, Frame frame) {
        Closure closure = frame.closures.get(name);
        Choice choice = frame.choices.get(name);
        Frame.Local local = frame.locals.get(name);
        if (closure != null || choice == null || choice.isTable() || local == null || local.value() == null) {
            return closure;
        }
        return choice.held(local.value(), frame);
    }

    /** Makes a variable mean one of the functions that it means at the ends of the sides. */
    void join(String name, Side then, Body thenBody, Side otherwise, Body otherwiseBody) {
        Handed a = then.matters(name) ? held(name, then.frame()) : null;
        Handed b = otherwise.matters(name) ? held(name, otherwise.frame()) : null;
        List<Closure> options = new ArrayList<>(moved(a, thenBody, ended(otherwise, otherwiseBody)));
        int first = options.size();
        options.addAll(moved(b, otherwiseBody, ended(then, thenBody)));
        if (options.size() == 1) {
            options.get(0).bind(name, frame);
        } else if (!options.isEmpty()) {
            Var number = new Var(names.fresh(Branches.wish(name)), Type.Scalar.INT);
            frame.out.add(new Stmt.Declare(number, null, new Stmt.Note(Stmt.Role.PRIMAL, span)));
            assign(ended(then, thenBody), number, number(a, 0));
            assign(ended(otherwise, otherwiseBody), number, number(b, first));
            new Handed.Chosen(options, new Expr.Ref(number, span)).bind(name, frame);
        }
    }

    /** A side behind which something can be assigned; null where it throws. */
    private static @Nullable Body ended(Side side, Body body) {
        return side.exit() == Branches.Exit.THROW ? null : body;
    }

    private static void assign(@Nullable Body body, Var variable, Expr value) {
        if (body != null) {
            body.assign(variable, value);
        }
    }

    private Expr number(@Nullable Handed function, int first) {
        Expr.Literal start = new Expr.Literal(String.valueOf(first), Type.Scalar.INT, span);
        if (!(function instanceof Handed.Chosen chosen)) {
            return start;
        }
        return first == 0 ? chosen.number() : Operators.sum(chosen.number(), start, span);
    }

    private List<Closure> moved(@Nullable Handed function, Body own, @Nullable Body other) {
        Map<Var, Expr> outside = new HashMap<>();
        List<Closure> moved = new ArrayList<>();
        for (Closure option : options(function)) {
            moved.add(option.moved("function", captures, (name, local) -> moved(name, local, own, other, outside)));
        }
        return moved;
    }

    private static List<Closure> options(@Nullable Handed function) {
        if (function instanceof Handed.Chosen chosen) {
            return chosen.options();
        }
        return function instanceof Closure closure ? List.of(closure) : List.of();
    }

    private Frame.Local moved(String name, Frame.Local local, Body own, @Nullable Body other, Map<Var, Expr> outside) {
        Expr value = local.value();
        if (value == null) {
            return local;
        }
        List<Expr> leaves = new ArrayList<>();
        List<Type.Component> parts = Leaves.of(Branches.wish(name), local.type());
        List<Expr> values = Leaves.of(value);
        for (int i = 0; i < values.size(); i++) {
            String wish = parts.size() == values.size() ? parts.get(i).name() : name;
            leaves.add(moved(wish, own.now(values.get(i)), own, other, outside));
        }
        return local.with(Leaves.build(value.type(), leaves.iterator(), span));
    }

    private Expr moved(String wish, Expr value, Body own, @Nullable Body other, Map<Var, Expr> outside) {
        if (Walk.reads(value).stream().noneMatch(own::declares)) {
            return value;
        }
        Expr known = value instanceof Expr.Ref ref ? outside.get(ref.variable()) : null;
        if (known != null) {
            return known;
        }
        Var joined = new Var(names.fresh(wish), value.type());
        frame.out.add(new Stmt.Declare(joined, null, new Stmt.Note(Stmt.Role.PRIMAL, span)));
        own.assign(joined, value);
        assign(other, joined, Branches.placeholder(value.type(), span));
        Expr now = new Expr.Ref(joined, span);
        if (value instanceof Expr.Ref ref) {
            outside.put(ref.variable(), now);
        }
        return now;
    }
}
