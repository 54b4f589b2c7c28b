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

/**
 * The adjoint of a variable that a loop carries is taken, set to zero and handed on. Where it comes back at once, as in
 * {@code sum += e}, nothing need be done:
 *
 * <pre>
 *   bar = sBar; sBar = 0; sBar += bar; eBar += bar    becomes    eBar += sBar
 *   bar = sBar; sBar = 0; sBar += 2 * bar             becomes    sBar = 2 * sBar
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
        return out;
    }

    private static List<Stmt> handedOver(List<Stmt> body, int at, Var taken, Var adjoint) {
        int back = at + 2;
        while (back < body.size() && !mentions(body.get(back), adjoint)) {
            back++;
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
