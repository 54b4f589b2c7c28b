package dev.jacobi.processor;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.transform.Signatures;
import dev.jacobi.processor.transform.adjoint.Reversal;
import dev.jacobi.processor.transform.adjoint.Tapes;
import dev.jacobi.processor.transform.inplace.JoinedFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The functions of one class's derivatives both of whose sweeps may run in one method: that is called with the seeds.
 */
final class JoinedSweeps {

    /** How many calls deep functions are looked at. */
    private static final int DEEP = 32;

    /** A function's own code. */
    interface Bodies {
        Function of(FunctionName name);
    }

    private final ReverseStage reverse;
    private final Signatures signatures;
    private final Bodies bodies;

    /** Nothing for those that are being made. */
    private final Map<FunctionName.Forward, Optional<Adjoint>> made = new HashMap<>();

    private int depth;

    JoinedSweeps(ReverseStage reverse, Signatures signatures, Bodies bodies) {
        this.reverse = reverse;
        this.signatures = signatures;
        this.bodies = bodies;
    }

    /** The sweeps of a function; nothing while they are being made, or too many others are. */
    Optional<Adjoint> of(FunctionName.Forward half) {
        Optional<Adjoint> known = made.get(half);
        if (known != null || depth == DEEP) {
            return known == null ? Optional.empty() : known;
        }
        made.put(half, Optional.empty());
        depth++;
        Function primal = bodies.of(half.of());
        SortedSet<Integer> steady = Pipeline.all(primal);
        Adjoint sweeps = reverse.sweeps(primal, half.active(), half.sharing(), steady, signatures, Reversal.Use.SWEEP);
        Adjoint seeded = JoinedFunction.seeded(sweeps);
        Adjoint together = reverse.together(seeded, half.sharing(), steady, this::recordNothing, null);
        depth--;
        made.put(half, Optional.of(together));
        return Optional.of(together);
    }

    /**
     * Whether the sweeps of a function record nothing. Where they do, they are faster in methods of their own: the JIT
     * compiler does better with these.
     */
    boolean recordNothing(FunctionName.Forward half) {
        return of(half).filter(sweeps -> !Tapes.records(sweeps)).isPresent();
    }
}
