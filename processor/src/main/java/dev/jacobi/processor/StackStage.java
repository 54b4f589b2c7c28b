package dev.jacobi.processor;

import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.fuse.Fusing;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Verifier;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.simplify.Simplify;
import dev.jacobi.processor.split.Splitter;
import dev.jacobi.processor.transform.stack.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the backward sweeps that take many seeds at once, for Jacobians of methods that give a tensor. */
final class StackStage {

    private static final Splitter SIZE = new Splitter(Splitter.LIMIT, Set.of());

    private final MethodDoors doors;
    private final Functions functions;
    private final Optimisations optimisations;
    private final Simplify simplify;
    private final boolean verify;
    private final boolean everywhere;

    /** @param everywhere whether to make them even where they don't pay */
    StackStage(
            MethodDoors doors,
            Functions functions,
            Optimisations optimisations,
            Simplify simplify,
            boolean verify,
            boolean everywhere) {
        this.doors = doors;
        this.functions = functions;
        this.optimisations = optimisations;
        this.simplify = simplify;
        this.verify = verify;
        this.everywhere = everywhere;
    }

    /**
     * A sweep for each parameter that has one, by its place among those that are differentiated by.
     *
     * @param unfused the sweeps before operations are put into loops
     * @param halves the sweeps of the pullback, which keeps what these read
     */
    Map<Integer, Function> sweeps(Subject subject, Adjoint unfused, Adjoint halves, Plan plan) {
        boolean tensors = unfused.primal().type() instanceof Type.Tensor
                && !doors.takeApart(subject)
                && functions.thrown(subject.name()).isEmpty()
                && unfused.seeds().size() == 1
                && unfused.bars().size() == unfused.active().size();
        if (!tensors || !optimisations.has(Optimisation.STACKED_SEEDS)) {
            return Map.of();
        }
        boolean fuses = optimisations.has(Optimisation.FUSED_LOOPS);
        Adjoint sweeps = fuses ? Fusing.twins(unfused) : unfused;
        Map<Integer, Function> all = new TreeMap<>();
        for (int i = 0; i < sweeps.bars().size(); i++) {
            Optional<Function> stacked = Stack.of(sweep(sweeps, i), sweeps, everywhere);
            if (stacked.isPresent() && isOfPullback(stacked.get(), halves)) {
                Function finished = fuses ? plan.fusing(optimisations).stacked(stacked.get()) : stacked.get();
                all.put(i, finished);
                if (verify) {
                    Verifier.check(finished);
                }
            }
        }
        return all;
    }

    /** The backward sweep by one parameter, as a function of what it reads and the seed. */
    private Function sweep(Adjoint sweeps, int bar) {
        List<Var> parameters = new ArrayList<>(sweeps.kept());
        parameters.remove(sweeps.seed());
        parameters.add(sweeps.seed());
        Function primal = sweeps.primal();
        return simplify.needed(new Function(
                primal.name(),
                parameters,
                primal.reserved(),
                sweeps.backward(),
                sweeps.bars().get(bar),
                Type.Tensor.TYPE));
    }

    /** Whether it can be a method of the pullback, which is short enough to be one class. */
    private boolean isOfPullback(Function sweep, Adjoint halves) {
        Expr rows = Objects.requireNonNull(sweep.result());
        Set<Var> read = new HashSet<>(Walk.reads(sweep.body()));
        read.addAll(Walk.reads(rows));
        Walk.declares(sweep.body()).forEach(read::remove);
        read.remove(sweep.parameters().get(sweep.parameters().size() - 1)); // the seeds
        return halves.kept().containsAll(read) && !SIZE.isLarge(sweep.body(), List.of(rows));
    }
}
