package dev.jacobi.processor.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * The adjoint of a function, its two sweeps still side by side; the backend makes methods of them.
 *
 * @param primal the function
 * @param active the parameters that are differentiated by
 * @param forward computes the value and what the backward sweep reads
 * @param value the result
 * @param seed holds the result's adjoint at the start of the backward sweep
 * @param backward computes the adjoints
 * @param bars the adjoints of the active parameters, in order
 */
public record Adjoint(
        Function primal,
        SortedSet<Integer> active,
        List<Stmt> forward,
        Expr value,
        Var seed,
        List<Stmt> backward,
        List<Expr> bars) {
    public Adjoint {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
        bars = List.copyOf(bars);
    }

    /**
     * The values that the backward sweep reads from the forward one, parameters included, in the order of their making.
     */
    public List<Var> kept() {
        Set<Var> read = new HashSet<>(Walk.reads(backward));
        bars.forEach(bar -> read.addAll(Walk.reads(bar)));
        List<Var> kept = new ArrayList<>(primal.parameters());
        kept.addAll(Walk.declares(forward));
        kept.retainAll(read);
        return kept;
    }
}
