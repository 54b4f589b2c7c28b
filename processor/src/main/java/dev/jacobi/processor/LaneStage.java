package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.simplify.Simplify;
import dev.jacobi.processor.split.Splitter;
import dev.jacobi.processor.transform.adjoint.Fusion;
import dev.jacobi.processor.transform.adjoint.Sweeps;
import dev.jacobi.processor.transform.lanes.Lanes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the methods that take several directions at once, where these pay. */
final class LaneStage {

    private static final Type VECTOR = new Type.Array(Type.Scalar.DOUBLE);

    /** A method that is cut into pieces keeps its variables in fields, and several lanes of them would be slow. */
    private static final Splitter SIZE = new Splitter(Splitter.LIMIT, Set.of());

    private final Optimisations optimisations;
    private final Simplify simplify;
    private final boolean everywhere;

    /** @param everywhere whether to make them even where they don't pay */
    LaneStage(Optimisations optimisations, Simplify simplify, boolean everywhere) {
        this.optimisations = optimisations;
        this.simplify = simplify;
        this.everywhere = everywhere;
    }

    /** Where the columns of a matrix are computed one by one: by one vector that the method leaves alone. */
    boolean serves(Function primal, SortedSet<Integer> active, SortedSet<Integer> snapshots) {
        boolean vector = active.size() == 1
                && primal.parameters().get(active.first()).type().equals(VECTOR)
                && snapshots.contains(active.first());
        boolean others = snapshots.containsAll(arrays(primal));
        boolean result = primal.type().equals(VECTOR) || primal.type().isFloating();
        return vector && others && result && optimisations.has(Optimisation.LANES);
    }

    private static List<Integer> arrays(Function primal) {
        return IntStream.range(0, primal.parameters().size())
                .filter(i -> Memory.isArray(primal.parameters().get(i).type()))
                .boxed()
                .toList();
    }

    /**
     * The method's name; null where there is none.
     *
     * @param along takes a direction, its last parameter
     */
    @Nullable
    String method(Function along, Plan plan) {
        Type.Array results = new Type.Array(along.type());
        DerivedFunctions callees = Objects.requireNonNull(plan.derived());
        Optional<Function> made =
                Lanes.of(along, 1, results, callees, everywhere).map(this::tidied);
        if (made.isEmpty() || isLarge(made.get())) {
            return null;
        }
        FunctionName name = made.get().name();
        plan.made().put(name, made.get());
        plan.call(name);
        return plan.method(name);
    }

    /** The same of a Hessian's product with a direction. */
    @Nullable
    String method(FunctionName jvp, Adjoint sweeps, Plan plan) {
        FunctionName hvp = new FunctionName.Gradient(jvp, sweeps.active());
        return method(Fusion.function(sweeps, hvp, plan.headers().result(hvp)), plan);
    }

    static boolean isLarge(Function function) {
        return SIZE.isLarge(function.body(), List.of());
    }

    private Function tidied(Function function) {
        return Sweeps.completed(simplify.coalesced(function));
    }
}
