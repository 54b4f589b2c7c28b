package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an iteration of a loop can be computed again from: the state that goes from one iteration to the next.
 *
 * @param parts the variables that the loop carries, and the arrays from outside that it uses and that somebody writes,
 *     in the loop or behind it
 * @param carried those of the parts that the body assigns
 * @param following the arrays with derivatives among which carried variables choose: their shadows follow them. These
 *     are all that may be the same array as one of them
 * @param rows the other arrays with derivatives whose rows are put in other places before or behind the loop
 */
record LoopState(List<Var> parts, Set<Var> carried, List<Var> following, List<Var> rows) {

    /** @param visible the variables from outside that are read in the loop or later */
    static LoopState of(Stmt.Loop loop, List<Var> visible, Activity activity, Steadiness steadiness) {
        Memory memory = activity.memory();
        Set<Var> carried = Walk.carried(loop.body());
        Set<Var> changing = new HashSet<>();
        for (Var variable : carried) {
            if (Memory.isArray(variable.type())) {
                changing.add(memory.region(variable));
            }
        }
        Set<Var> read = Walk.reads(loop.body());
        Set<Var> written = written(loop, memory);
        Set<Var> parts = new LinkedHashSet<>(carried);
        List<Var> following = new ArrayList<>();
        List<Var> rows = new ArrayList<>();
        for (Var variable : visible) {
            if (!Memory.isArray(variable.type())) {
                continue;
            }
            Expr.Ref ref = new Expr.Ref(variable, Span.NOWHERE);
            Var region = memory.region(variable);
            boolean follows = changing.contains(region);
            boolean changes = !steadiness.isSteadyArray(ref) || written.contains(region);
            if (follows || read.contains(variable) && changes) {
                parts.add(variable);
                if (activity.isActiveArray(ref) && follows) {
                    following.add(variable);
                } else if (activity.isActiveArray(ref)
                        && Memory.hasRows(variable.type())
                        && steadiness.movesRows(region)) {
                    rows.add(variable);
                }
            }
        }
        return new LoopState(List.copyOf(parts), carried, following, rows);
    }

    /** The regions that the loop itself may write: an array that is filled here and read later is steady. */
    private static Set<Var> written(Stmt.Loop loop, Memory memory) {
        Set<Var> written = new HashSet<>();
        for (Stmt statement : Walk.all(loop.body())) {
            if (statement instanceof Stmt.Store s) {
                add(s.array(), memory, written);
            }
            Walk.own(statement).forEach(e -> handed(e, memory, written));
        }
        return written;
    }

    private static void handed(Expr e, Memory memory, Set<Var> written) {
        boolean path = e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX;
        for (Expr operand : Walk.operands(e)) {
            if (!path) {
                add(operand, memory, written);
            }
            handed(operand, memory, written);
        }
    }

    private static void add(Expr array, Memory memory, Set<Var> written) {
        Var region = Memory.isArray(array.type()) ? memory.region(array) : null;
        if (region != null && (memory.isWritten(region) || memory.movesRows(region))) {
            written.add(region);
        }
    }
}
