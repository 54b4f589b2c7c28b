package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes pure computations that nothing reads, and branches that do nothing. Effects stay. */
final class DeadCode {

    private DeadCode() {}

    /** @param after the variables that are read behind the body */
    static List<Stmt> remove(List<Stmt> body, Set<Var> after) {
        return new DeadCode().block(body, new HashSet<>(after));
    }

    private List<Stmt> block(List<Stmt> body, Set<Var> live) {
        List<Stmt> reversed = new ArrayList<>();
        for (int i = body.size() - 1; i >= 0; i--) {
            Stmt statement = body.get(i);
            Stmt kept = statement instanceof Stmt.If s ? branch(s, live) : needed(statement, live);
            if (kept != null) {
                if (!(kept instanceof Stmt.If)) {
                    Walk.own(kept).forEach(e -> live.addAll(Walk.reads(e)));
                }
                reversed.add(kept);
            }
        }
        Collections.reverse(reversed);
        return reversed;
    }

    /** The statement if anything needs it; of one that only has an effect, the effect. */
    private static @Nullable Stmt needed(Stmt statement, Set<Var> live) {
        if (statement instanceof Stmt.Declare s && !live.contains(s.variable())) {
            return s.value() == null || isPure(s.value()) ? null : new Stmt.Effect(s.value(), s.note());
        }
        if (statement instanceof Stmt.Assign s && !live.contains(s.variable())) {
            return isPure(s.value()) ? null : new Stmt.Effect(s.value(), s.note());
        }
        boolean idle = statement instanceof Stmt.Increment s && !live.contains(s.variable());
        return idle ? null : statement;
    }

    private Stmt.@Nullable If branch(Stmt.If s, Set<Var> live) {
        Set<Var> then = new HashSet<>(live);
        Set<Var> otherwise = new HashSet<>(live);
        List<Stmt> thenBody = block(s.then(), then);
        List<Stmt> otherwiseBody = block(s.otherwise(), otherwise);
        if (thenBody.isEmpty() && otherwiseBody.isEmpty() && isPure(s.condition())) {
            return null;
        }
        live.addAll(then);
        live.addAll(otherwise);
        live.addAll(Walk.reads(s.condition()));
        return new Stmt.If(s.condition(), thenBody, otherwiseBody, s.note());
    }

    private static boolean isPure(Expr e) {
        boolean[] pure = {true};
        Walk.expressions(
                e,
                inner -> pure[0] &= !(inner instanceof Expr.Call)
                        && !(inner instanceof Expr.Apply apply
                                && !apply.primitive().pure()));
        return pure[0];
    }
}
