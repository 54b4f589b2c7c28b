package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The array parameters that can't be null: the first thing that a function does is to read their length or an element,
 * or to do that with others before them. With null it throws, and has done nothing by then.
 */
public final class Presence {

    private final List<Var> parameters;
    private final SortedSet<Integer> present = new TreeSet<>();

    /** Other names of parameters. */
    private final Map<Var, Var> names = new HashMap<>();

    private Presence(Function function) {
        this.parameters = function.parameters();
    }

    /** The indices of the parameters. */
    public static SortedSet<Integer> of(Function function) {
        Presence presence = new Presence(function);
        if (presence.runs(function.body()) && function.result() != null) {
            presence.evaluates(function.result());
        }
        return presence.present;
    }

    /** @return whether what stands behind is sure to happen, and nothing has happened that others see */
    private boolean runs(List<Stmt> body) {
        for (Stmt statement : body) {
            boolean simple = statement instanceof Stmt.Declare || statement instanceof Stmt.Assign;
            for (Expr e : first(statement)) {
                if (!evaluates(e)) {
                    return false;
                }
            }
            if (!simple) {
                return false;
            }
            if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Ref ref) {
                names.put(s.variable(), names.getOrDefault(ref.variable(), ref.variable()));
            }
        }
        return true;
    }

    /** What a statement evaluates in any case, in order. */
    private static List<Expr> first(Stmt statement) {
        if (statement instanceof Stmt.Loop loop) {
            List<Expr> first = new ArrayList<>();
            if (loop.counter() != null) {
                first.add(loop.counter().from());
            }
            first.add(loop.condition());
            return first;
        }
        return Walk.own(statement);
    }

    /** @return whether evaluation goes on, and nothing has happened that others see */
    private boolean evaluates(Expr e) {
        if (e instanceof Expr.Choose choose) {
            return evaluates(choose.condition()) && isPlain(choose.whenTrue()) && isPlain(choose.whenFalse());
        }
        if (e instanceof Expr.Apply apply && isLazy(apply.primitive())) {
            return evaluates(apply.operands().get(0))
                    && isPlain(apply.operands().get(1));
        }
        for (Expr operand : Walk.operands(e)) {
            if (!evaluates(operand)) {
                return false;
            }
        }
        if (e instanceof Expr.Apply apply && asks(apply.primitive())) {
            met(apply.operands().get(0));
        }
        return !(e instanceof Expr.Call)
                && !(e instanceof Expr.Apply apply && !apply.primitive().pure());
    }

    /** Whether an expression that may not be evaluated has no effect. */
    private static boolean isPlain(Expr e) {
        return !(e instanceof Expr.Call)
                && !(e instanceof Expr.Apply apply && !apply.primitive().pure())
                && Walk.operands(e).stream().allMatch(Presence::isPlain);
    }

    private static boolean isLazy(Primitive primitive) {
        return primitive.form() == Primitive.Form.INFIX
                && (primitive.name().equals("&&") || primitive.name().equals("||"));
    }

    /** Whether a primitive throws where its first operand, an array, is null. */
    private static boolean asks(Primitive primitive) {
        return switch (primitive.form()) {
            case INDEX, METHOD -> true;
            case FIELD -> primitive.name().equals("length");
            default -> false;
        };
    }

    private void met(Expr array) {
        if (array instanceof Expr.Ref ref && array.type() instanceof Type.Array) {
            int i = parameters.indexOf(names.getOrDefault(ref.variable(), ref.variable()));
            if (i >= 0) {
                present.add(i);
            }
        }
    }
}
