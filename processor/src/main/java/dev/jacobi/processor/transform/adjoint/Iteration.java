package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The iteration whose sweeps run together. Its tapes are made once, before the outermost loop of this kind, and used by
 * one iteration after the other.
 *
 * @param isNone whether the sweeps are those of the whole function
 * @param own the variables that change from one iteration to the next
 */
record Iteration(boolean isNone, Set<Var> own) {

    static final Iteration NONE = new Iteration(true, Set.of());

    Iteration {
        own = Set.copyOf(own);
    }

    /** An iteration of a loop. */
    static Iteration of(Stmt.Loop outermost) {
        Set<Var> own = new HashSet<>(Walk.declares(List.of(outermost)));
        own.addAll(Walk.assigns(List.of(outermost)));
        return new Iteration(false, own);
    }

    /** Whether a length has to be asked for in each iteration: before the first one it might throw, or be another. */
    boolean changes(Expr length) {
        Set<Var> reads = Walk.reads(length);
        reads.retainAll(own);
        return !isNone && (!reads.isEmpty() || !isFree(length));
    }

    /** {@code Math.max} of numbers that can be had without an exception. */
    private static boolean isFree(Expr length) {
        boolean larger = length instanceof Expr.Apply apply
                && apply.primitive().signature().equals("java.lang.Math.max(int,int)");
        return larger ? Walk.operands(length).stream().allMatch(Effects::isFree) : Effects.isFree(length);
    }
}
