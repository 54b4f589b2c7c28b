package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.options.Optimisations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes note of what {@link Tapes} decides and why, for who wants to read it; nobody asks for it otherwise. */
public final class Retentions {

    /** How the backward sweep comes by a value of an iteration. */
    public enum Reason {
        /** It is as cheap to compute again as to read back. */
        COMPUTED_AGAIN,
        /** Recorded: the loop hands it on, so the next iteration overwrites it. */
        CARRIED,
        /** Recorded: branches give it its value. */
        BRANCHES,
        /** Recorded: it is dear to compute. */
        DEAR,
        /** Recorded: it has been read from an array that is written later. */
        OVERWRITTEN,
        /** Recorded: computing it again might have an effect, or give something else. */
        EFFECT,
        /** Recorded: what it is computed from is itself gone by then. */
        OUT_OF_REACH
    }

    /**
     * One decision.
     *
     * @param tape where the variable is recorded; null where it is computed again
     * @param value what gives it its value; null for several
     * @param loop the loop whose iterations make it
     */
    public record Retention(
            Var variable,
            @Nullable Var tape,
            Reason reason,
            @Nullable Expr value,
            Span loop) {}

    private final List<Retention> all = new ArrayList<>();

    /** The decisions, in the order in which they were made. */
    public List<Retention> all() {
        return List.copyOf(all);
    }

    /**
     * Takes note of one loop's decisions.
     *
     * @param tapes where is recorded what isn't computed again, in the same order
     * @param sized whether they are made in their size
     */
    void add(
            Stmt.Loop loop,
            Kept kept,
            List<Var> tapes,
            boolean sized,
            Steadiness steadiness,
            Optimisations optimisations) {
        Set<Var> carried = Walk.carried(loop.body());
        int next = 0;
        for (Var variable : kept.all()) {
            Expr computed = kept.computed().get(variable);
            if (computed != null) {
                all.add(new Retention(variable, null, Reason.COMPUTED_AGAIN, computed, span(loop)));
                continue;
            }
            Expr value = Kept.value(variable, loop.body());
            Reason reason = carried.contains(variable)
                    ? Reason.CARRIED
                    : value == null ? Reason.BRANCHES : why(value, sized, steadiness, optimisations);
            all.add(new Retention(variable, tapes.get(next++), reason, value, span(loop)));
        }
    }

    private static Reason why(Expr value, boolean sized, Steadiness steadiness, Optimisations optimisations) {
        if (!steadiness.isSteady(value)) {
            return Reason.OVERWRITTEN;
        }
        if (!Kept.isComputedAgain(value, sized, optimisations)) {
            return Reason.DEAR;
        }
        return Kept.isPure(value) ? Reason.OUT_OF_REACH : Reason.EFFECT;
    }

    private static Span span(Stmt.Loop loop) {
        return loop.note().span();
    }
}
