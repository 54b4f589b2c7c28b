package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
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

    /** Expressions that Java takes for statements. */
    private static final Set<Primitive.Form> CALLS =
            Set.of(Primitive.Form.METHOD, Primitive.Form.STATIC_METHOD, Primitive.Form.NEW);

    private DeadCode() {}

    /** @param after the variables that are read behind the body */
    static List<Stmt> remove(List<Stmt> body, Set<Var> after) {
        return new DeadCode().block(body, new HashSet<>(after));
    }

    private List<Stmt> block(List<Stmt> body, Set<Var> live) {
        List<Stmt> reversed = new ArrayList<>();
        for (int i = body.size() - 1; i >= 0; i--) {
            Stmt statement = body.get(i);
            Stmt kept = statement instanceof Stmt.If s
                    ? branch(s, live)
                    : statement instanceof Stmt.Loop l
                            ? loop(l, live)
                            : statement instanceof Stmt.Reverse r ? reverse(r, live) : needed(statement, live);
            if (kept != null) {
                if (Walk.blocks(kept).isEmpty()) {
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
            return s.value() == null ? null : effect(s.value(), statement, live);
        }
        if (statement instanceof Stmt.Assign s && !live.contains(s.variable())) {
            return effect(s.value(), statement, live);
        }
        boolean idle = statement instanceof Stmt.Increment s && !live.contains(s.variable());
        return idle ? null : statement;
    }

    /** What remains of a value that nobody reads: nothing, a call's effect, or the statement that may throw. */
    private static @Nullable Stmt effect(Expr value, Stmt statement, Set<Var> live) {
        if (Effects.isFree(value) || statement.note().role() != Stmt.Role.PRIMAL && !changesSomething(value)) {
            return null;
        }
        boolean stands = value instanceof Expr.Call
                || value instanceof Expr.Apply apply
                        && CALLS.contains(apply.primitive().form());
        if (stands) {
            return new Stmt.Effect(value, statement.note());
        }
        if (statement instanceof Stmt.Assign assign) {
            live.add(assign.variable());
        }
        return statement;
    }

    /** Whether it does anything besides computing a value. */
    private static boolean changesSomething(Expr e) {
        boolean own = e instanceof Expr.Call
                || e instanceof Expr.Apply apply
                        && !apply.primitive().pure()
                        && ArrayOperation.of(apply.primitive()) == ArrayOperation.NONE;
        return own || Walk.operands(e).stream().anyMatch(DeadCode::changesSomething);
    }

    /** What an iteration reads is live at the end of the one before. A loop stays: it may never end. */
    private Stmt loop(Stmt.Loop s, Set<Var> live) {
        Walk.own(s).forEach(e -> live.addAll(Walk.reads(e)));
        List<Stmt> body = repeated(s.body(), live);
        return s.with(body);
    }

    private @Nullable Stmt reverse(Stmt.Reverse s, Set<Var> live) {
        List<Stmt> body = repeated(s.body(), live);
        return body.isEmpty() ? null : new Stmt.Reverse(s.label(), body, s.note());
    }

    private List<Stmt> repeated(List<Stmt> body, Set<Var> live) {
        List<Stmt> kept;
        int before;
        do {
            before = live.size();
            kept = block(body, live);
        } while (live.size() > before);
        return kept;
    }

    private Stmt.@Nullable If branch(Stmt.If s, Set<Var> live) {
        Set<Var> then = new HashSet<>(live);
        Set<Var> otherwise = new HashSet<>(live);
        List<Stmt> thenBody = block(s.then(), then);
        List<Stmt> otherwiseBody = block(s.otherwise(), otherwise);
        if (thenBody.isEmpty() && otherwiseBody.isEmpty() && Effects.isFree(s.condition())) {
            return null;
        }
        live.addAll(then);
        live.addAll(otherwise);
        live.addAll(Walk.reads(s.condition()));
        return new Stmt.If(s.condition(), thenBody, otherwiseBody, s.note());
    }
}
