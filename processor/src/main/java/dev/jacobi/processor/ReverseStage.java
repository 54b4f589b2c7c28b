package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Meanwhile;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Verifier;
import dev.jacobi.processor.options.Computing;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.simplify.Simplify;
import dev.jacobi.processor.transform.Preparation;
import dev.jacobi.processor.transform.RepeatedValues;
import dev.jacobi.processor.transform.Signatures;
import dev.jacobi.processor.transform.adjoint.Independence;
import dev.jacobi.processor.transform.adjoint.Retentions;
import dev.jacobi.processor.transform.adjoint.Reversal;
import dev.jacobi.processor.transform.adjoint.Tapes;
import dev.jacobi.processor.transform.kernels.Kernels;
import dev.jacobi.processor.transform.lanes.Batches;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the two sweeps of reverse mode, then what their loops record. */
final class ReverseStage {

    private final CallGraph calls;
    private final Partials partials;
    private final Stages stages;
    private final Optimisations optimisations;
    private final Simplify simplify;
    private final boolean verify;
    private final Computing computing;

    /** @param computing by what loops compute dear functions */
    ReverseStage(
            CallGraph calls,
            Partials partials,
            Stages stages,
            Optimisations optimisations,
            Simplify simplify,
            boolean verify,
            Computing computing) {
        this.calls = calls;
        this.partials = partials;
        this.stages = stages;
        this.optimisations = optimisations;
        this.simplify = simplify;
        this.verify = verify;
        this.computing = computing;
    }

    /** The function with its intermediate values named, and reversed. */
    Adjoint sweeps(
            Function primal,
            SortedSet<Integer> active,
            Sharing sharing,
            Meanwhile meanwhile,
            Signatures signatures,
            Reversal.Use use) {
        Function batched = batched(primal, active, sharing, signatures);
        Activity activity = Activity.of(batched, active, sharing, calls);
        boolean shares = optimisations.has(Optimisation.COMMON_SUBEXPRESSIONS);
        Function named = prepared(batched, activity, steadiness(batched, activity.memory(), meanwhile));
        long start = stages.start();
        Activity again = Activity.of(named, active, sharing, calls);
        Function prepared = shares ? RepeatedValues.joined(named, batched, again) : named;
        Steadiness steadiness = steadiness(prepared, again.memory(), meanwhile);
        Adjoint adjoint = Reversal.of(prepared, active, again, steadiness, partials, signatures, use, shares);
        stages.stop(Stages.Stage.ADJOINT, start);
        return adjoint;
    }

    private Function batched(Function primal, SortedSet<Integer> active, Sharing sharing, Signatures signatures) {
        if (!optimisations.has(Optimisation.BATCHES)) {
            return primal;
        }
        Batches batches = new Batches(calls::body, signatures::result, calls);
        Function batched = batches.in(primal, Activity.of(primal, active, sharing, calls));
        if (verify) {
            Verifier.check(batched);
        }
        return batched;
    }

    private Function prepared(Function primal, Activity activity, Steadiness steadiness) {
        long start = stages.start();
        Function prepared = Preparation.prepare(primal, activity, steadiness, partials, optimisations);
        stages.stop(Stages.Stage.PREPARE, start);
        if (verify) {
            Verifier.check(prepared);
        }
        return prepared;
    }

    private Steadiness steadiness(Function primal, Memory memory, Meanwhile meanwhile) {
        return Steadiness.of(
                primal,
                memory,
                meanwhile,
                optimisations.has(Optimisation.FILLED_ARRAYS),
                optimisations.has(Optimisation.FINISHED_ARRAYS));
    }

    /** The adjoint tidied, with what its loops record. */
    Adjoint taped(Adjoint adjoint, Sharing sharing, Meanwhile meanwhile, @Nullable Retentions log) {
        long start = stages.start();
        Adjoint simplified = simplify.adjoint(adjoint);
        Memory memory = memory(adjoint, sharing);
        Adjoint taped = withKernels(
                Tapes.planned(simplified, memory, steadiness(adjoint.primal(), memory, meanwhile), optimisations, log),
                memory);
        stages.stop(Stages.Stage.SIMPLIFY, start);
        return taped;
    }

    /** Sweeps without loops tidied: they record nothing. */
    Adjoint tidied(Adjoint sweeps) {
        long start = stages.start();
        Adjoint simplified = simplify.adjoint(sweeps);
        stages.stop(Stages.Stage.SIMPLIFY, start);
        return simplified;
    }

    /**
     * The same for two sweeps that run in one method.
     *
     * @param joins which functions may have both sweeps in one method, too
     */
    Adjoint together(
            Adjoint adjoint,
            Sharing sharing,
            Meanwhile meanwhile,
            Predicate<FunctionName.Forward> joins,
            @Nullable Retentions log) {
        if (!optimisations.has(Optimisation.INDEPENDENCE) && !optimisations.has(Optimisation.JOINED_CALLS)) {
            return taped(adjoint, sharing, meanwhile, log);
        }
        long start = stages.start();
        Adjoint simplified = simplify.adjoint(adjoint);
        Memory memory = memory(adjoint, sharing);
        Steadiness steadiness = steadiness(adjoint.primal(), memory, meanwhile);
        Adjoint taped =
                withKernels(Independence.planned(simplified, memory, steadiness, optimisations, joins, log), memory);
        stages.stop(Stages.Stage.SIMPLIFY, start);
        return taped;
    }

    private Adjoint withKernels(Adjoint taped, Memory memory) {
        return computing == Computing.JAVA ? taped : Kernels.in(taped, memory, computing == Computing.EVERYWHERE);
    }

    private Memory memory(Adjoint adjoint, Sharing sharing) {
        return Activity.of(adjoint.primal(), adjoint.active(), sharing, calls).memory();
    }
}
