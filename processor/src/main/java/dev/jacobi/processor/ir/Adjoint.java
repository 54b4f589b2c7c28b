package dev.jacobi.processor.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The adjoint of a function, its two sweeps still side by side; the backend makes methods of them.
 *
 * @param primal the function
 * @param active the parameters that are differentiated by
 * @param shadows what the forward sweep takes besides the primal's parameters: for each active array an array of the
 *     same shape that the backward sweep adds derivatives to
 * @param forward computes the value and what the backward sweep reads
 * @param value the result; null where there is none
 * @param valueShadow the shadow of a result that is an array; null where it is none
 * @param seed holds the result's adjoint at the start of the backward sweep; null where there is none
 * @param backward computes the adjoints
 * @param bars the adjoints of those active parameters that have no shadow, in order
 */
public record Adjoint(
        Function primal,
        SortedSet<Integer> active,
        List<Var> shadows,
        List<Stmt> forward,
        @Nullable Expr value,
        @Nullable Var valueShadow,
        @Nullable Var seed,
        List<Stmt> backward,
        List<Expr> bars) {
    public Adjoint {
        shadows = List.copyOf(shadows);
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
        bars = List.copyOf(bars);
    }

    /** With other sweeps. */
    public Adjoint with(List<Stmt> newForward, List<Stmt> newBackward) {
        return new Adjoint(primal, active, shadows, newForward, value, valueShadow, seed, newBackward, bars);
    }

    /** Everything that the forward sweep takes. */
    public List<Var> parameters() {
        List<Var> parameters = new ArrayList<>(primal.parameters());
        parameters.addAll(shadows);
        return parameters;
    }

    /** The variables that are read behind the backward sweep. */
    public Set<Var> results() {
        Set<Var> results = new HashSet<>();
        bars.forEach(bar -> results.addAll(Walk.reads(bar)));
        return results;
    }

    /** The variables that are read behind the forward sweep, but for those that the backward sweep reads. */
    public Set<Var> given() {
        Set<Var> given = new HashSet<>();
        if (value != null) {
            given.addAll(Walk.reads(value));
        }
        if (valueShadow != null) {
            given.add(valueShadow);
        }
        return given;
    }

    /**
     * The values that the backward sweep reads from the forward one, parameters included, in the order of their making.
     */
    public List<Var> kept() {
        Set<Var> read = new HashSet<>(Walk.reads(backward));
        read.addAll(results());
        Walk.declares(backward).forEach(read::remove);
        List<Var> kept = new ArrayList<>(parameters());
        kept.addAll(Walk.declares(forward));
        kept.retainAll(read);
        return kept;
    }
}
