package dev.jacobi.processor;

import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.analysis.Escapes;
import dev.jacobi.processor.analysis.Leaks;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.InPlace;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.transform.inplace.BarParameters;
import dev.jacobi.processor.transform.inplace.Reuse;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the sweeps that work in the caller's arrays and in memory that is used again. */
final class ReuseStage {

    private final CallGraph calls;
    private final Leaks leaks;
    private final Optimisations optimisations;

    ReuseStage(CallGraph calls, Leaks leaks, Optimisations optimisations) {
        this.calls = calls;
        this.leaks = leaks;
        this.optimisations = optimisations;
    }

    /** Tensors can't be added into, and all that is computed with them is new: no member is made for them. */
    boolean serves(Function primal, Set<Integer> active) {
        boolean tensors = primal.type() instanceof Type.Tensor || Shadows.holdsTensors(primal.type());
        for (int i : active) {
            Type type = primal.parameters().get(i).type();
            tensors |= type instanceof Type.Tensor || Shadows.holdsTensors(type);
        }
        return !tensors;
    }

    /**
     * The sweeps with requests in the place of arrays that are made.
     *
     * @param resultStays whether the caller, too, lets go of what the function gives back
     */
    Adjoint sweeps(Adjoint taped, Sharing sharing, boolean resultStays, Plan plan) {
        Function primal = taped.primal();
        Memory memory = calls.dependence(primal, sharing).memory();
        return Reuse.of(taped, memory, Escapes.of(primal, memory, leaks, resultStays), plan, optimisations);
    }

    /** The member for users. */
    InPlace member(Function primal, Adjoint sweeps) {
        Memory memory = calls.dependence(primal, Sharing.NONE).memory();
        SortedSet<Integer> written = Changes.written(primal, memory);
        Set<Integer> changed = withResult(primal, memory, written);
        return BarParameters.of(sweeps, written, changed, primal.type() == Type.Scalar.VOID);
    }

    /** The array parameters that the function writes to or gives back. */
    private static Set<Integer> withResult(Function primal, Memory memory, Set<Integer> written) {
        Set<Integer> given = new TreeSet<>(written);
        for (int i = 0; i < primal.parameters().size(); i++) {
            if (memory.region(primal.parameters().get(i)).equals(memory.result())) {
                given.add(i);
            }
        }
        return given;
    }
}
