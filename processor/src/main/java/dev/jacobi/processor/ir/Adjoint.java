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
 * @param value the result, of a record its parts; null where there is none
 * @param valueShadows the shadow of a result that is an array, or of each part that is one
 * @param seeds hold the adjoints of the result, or of its parts, at the start of the backward sweep; none for what has
 *     no derivative, or whose derivative is brought in its shadow
 * @param backward computes the adjoints
 * @param bars the adjoints of those active parameters that have no shadow, in order
 */
public record Adjoint(
        Function primal,
        SortedSet<Integer> active,
        List<Var> shadows,
        List<Stmt> forward,
        @Nullable Expr value,
        List<Var> valueShadows,
        List<Var> seeds,
        List<Stmt> backward,
        List<Expr> bars) {
    public Adjoint {
        shadows = List.copyOf(shadows);
        valueShadows = List.copyOf(valueShadows);
        seeds = List.copyOf(seeds);
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
        bars = List.copyOf(bars);
    }

    /** With other sweeps. */
    public Adjoint with(List<Stmt> newForward, List<Stmt> newBackward) {
        return new Adjoint(primal, active, shadows, newForward, value, valueShadows, seeds, newBackward, bars);
    }

    /** Everything that the forward sweep takes. */
    public List<Var> parameters() {
        List<Var> parameters = new ArrayList<>(primal.parameters());
        parameters.addAll(shadows);
        return parameters;
    }

    /** The one seed of a result that is no record. */
    public Var seed() {
        return seeds.get(0);
    }

    /** The result, or the parts of a record. */
    public List<Expr> values() {
        return value == null ? List.of() : value instanceof Expr.Build build ? build.components() : List.of(value);
    }

    /** What a function gives, by name: one value, or the parts of a record. */
    public static List<Type.Component> parts(Type result) {
        if (result instanceof Type.Struct struct) {
            return struct.components();
        }
        return result == Type.Scalar.VOID ? List.of() : List.of(new Type.Component("value", result));
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
        given.addAll(valueShadows);
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
