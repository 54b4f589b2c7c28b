package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The adjoint of a variable that a loop carries is taken, set to zero and handed on. Where it comes back at once, as in
 * {@code sum += e}, nothing need be done:
 *
 * <pre>
 *   bar = sBar; sBar = 0; sBar += bar; eBar += bar    becomes    eBar += sBar
 *   bar = sBar; sBar = 0; sBar += 2 * bar             becomes    sBar = 2 * sBar
 *   bar = sBar; sBar = 0; if (c) { sBar += bar; eBar += bar } else sBar += bar
 *                                                     becomes    if (c) eBar += sBar
 *   s2Bar = sBar; eBar += s2Bar; sBar = s2Bar         becomes    eBar += sBar
 * </pre>
 */
final class Handover {

    private Handover() {}

    static List<Stmt> simplify(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            out.add(Walk.withBlocks(statement, Handover::simplify));
        }
        for (int i = 0; i + 1 < out.size(); i++) {
            if (out.get(i) instanceof Stmt.Declare taken
                    && taken.value() instanceof Expr.Ref adjoint
                    && out.get(i + 1) instanceof Stmt.Assign zeroed
                    && zeroed.variable().equals(adjoint.variable())
                    && Arithmetic.is(zeroed.value(), 0)) {
                List<Stmt> before = out;
                out = handedOver(before, i, taken.variable(), adjoint.variable());
                i -= out == before ? 0 : 1; // what has moved up here may be the next one's
            }
        }
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i) instanceof Stmt.Declare held && held.value() instanceof Expr.Ref adjoint) {
                out = givenBack(out, i, held.variable(), adjoint.variable());
            }
        }
        return out;
    }

    /** A name for an adjoint that goes back to it unchanged. */
    private static List<Stmt> givenBack(List<Stmt> body, int at, Var held, Var adjoint) {
        List<Stmt> rest = body.subList(at + 1, body.size());
        int back = -1;
        for (int i = 0; i < rest.size(); i++) {
            boolean returns = rest.get(i) instanceof Stmt.Assign s
                    && s.variable().equals(adjoint)
                    && s.value() instanceof Expr.Ref ref
                    && ref.variable().equals(held);
            Set<Var> assigned = Walk.assigns(List.of(rest.get(i)));
            if (assigned.contains(held) || assigned.contains(adjoint) && (!returns || back >= 0)) {
                return body;
            }
            back = returns ? i : back;
        }
        if (back < 0) {
            return body;
        }
        List<Stmt> out = new ArrayList<>(body);
        out.remove(at + 1 + back);
        out.remove(at);
        return renamed(out, held, adjoint);
    }

    private static List<Stmt> handedOver(List<Stmt> body, int at, Var taken, Var adjoint) {
        int back = at + 2;
        while (back < body.size() && !mentions(body.get(back), adjoint)) {
            back++;
        }
        if (back < body.size() && returnsOnce(body.subList(back, body.size()), taken, adjoint)) {
            List<Stmt> out = new ArrayList<>(body.subList(0, at));
            out.addAll(withoutReturn(body.subList(at + 2, body.size()), adjoint));
            return renamed(out, taken, adjoint);
        }
        boolean returns = back < body.size()
                && body.get(back) instanceof Stmt.Increment s
                && s.variable().equals(adjoint)
                && !Walk.reads(s.value()).contains(adjoint);
        if (!returns) {
            return body;
        }
        Stmt.Increment increment = (Stmt.Increment) body.get(back);
        boolean whole =
                increment.value() instanceof Expr.Ref ref && ref.variable().equals(taken);
        List<Stmt> out = new ArrayList<>(body);
        if (whole && lastUse(body, taken) < nextChange(body, back + 1, adjoint)) {
            out.remove(back);
            out.remove(at + 1);
            out.remove(at);
            return renamed(out, taken, adjoint);
        }
        out.set(back, new Stmt.Assign(adjoint, increment.value(), increment.note()));
        out.remove(at + 1);
        if (lastUse(body, taken) <= back) {
            out.remove(at);
            return renamed(out, taken, adjoint);
        }
        return out;
    }

    /** Whether on every path an adjoint gets back just what was taken, and nothing is done with it otherwise. */
    private static boolean returnsOnce(List<Stmt> body, Var taken, Var adjoint) {
        Stmt only = null;
        for (Stmt statement : body) {
            if (mentions(statement, adjoint)) {
                if (only != null) {
                    return false;
                }
                only = statement;
            }
        }
        if (only instanceof Stmt.If s) {
            return !Walk.reads(s.condition()).contains(adjoint)
                    && returnsOnce(s.then(), taken, adjoint)
                    && returnsOnce(s.otherwise(), taken, adjoint);
        }
        return only instanceof Stmt.Increment s
                && s.variable().equals(adjoint)
                && s.value() instanceof Expr.Ref ref
                && ref.variable().equals(taken);
    }

    private static List<Stmt> withoutReturn(List<Stmt> body, Var adjoint) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            boolean returned =
                    statement instanceof Stmt.Increment s && s.variable().equals(adjoint);
            if (!returned) {
                out.add(Walk.withBlocks(statement, block -> withoutReturn(block, adjoint)));
            }
        }
        return out;
    }

    private static List<Stmt> renamed(List<Stmt> body, Var taken, Var adjoint) {
        return body.isEmpty()
                ? body
                : Substitution.of(Map.of(
                                taken, new Expr.Ref(adjoint, body.get(0).note().span())))
                        .rewrite(body);
    }

    private static boolean mentions(Stmt statement, Var variable) {
        List<Stmt> one = List.of(statement);
        return Walk.reads(one).contains(variable) || Walk.assigns(one).contains(variable);
    }

    private static int lastUse(List<Stmt> body, Var variable) {
        for (int i = body.size() - 1; i >= 0; i--) {
            if (Walk.reads(List.of(body.get(i))).contains(variable)) {
                return i;
            }
        }
        return -1;
    }

    private static int nextChange(List<Stmt> body, int from, Var variable) {
        for (int i = from; i < body.size(); i++) {
            if (Walk.assigns(List.of(body.get(i))).contains(variable)) {
                return i;
            }
        }
        return body.size();
    }
}
