package dev.jacobi.processor;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Meanwhile;
import dev.jacobi.processor.transform.Signatures;
import dev.jacobi.processor.transform.adjoint.Reversal;
import dev.jacobi.processor.transform.adjoint.Tapes;
import dev.jacobi.processor.transform.inplace.JoinedFunction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    private final Map<FunctionName.Forward, Optional<Adjoint>> made = new HashMap<>();

    /** Those that are being made: methods that call themselves are taken to record nothing, until it shows. */
    private final Set<FunctionName.Forward> hoped = new HashSet<>();

    /** Those of which it was taken so. */
    private final Set<FunctionName.Forward> relied = new HashSet<>();

    /** Those of which that was wrong. */
    private final Set<FunctionName.Forward> hopeless = new HashSet<>();

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
        Set<FunctionName.Forward> before = Set.copyOf(made.keySet());
        made.put(half, Optional.empty());
        if (!hopeless.contains(half)) {
            hoped.add(half);
        }
        Adjoint together = sweeps(half);
        boolean wrong = hoped.remove(half) && Tapes.records(together);
        if (relied.remove(half) && wrong) {
            hopeless.add(half);
            made.keySet().retainAll(before);
            made.put(half, Optional.empty());
            together = sweeps(half);
        }
        made.put(half, Optional.of(together));
        return Optional.of(together);
    }

    private Adjoint sweeps(FunctionName.Forward half) {
        depth++;
        Function primal = bodies.of(half.of());
        Meanwhile nothing = Meanwhile.nothing(primal);
        Adjoint sweeps = reverse.sweeps(primal, half.active(), half.sharing(), nothing, signatures, Reversal.Use.SWEEP);
        Adjoint seeded = JoinedFunction.seeded(sweeps);
        Adjoint together = reverse.together(seeded, half.sharing(), nothing, this::recordNothing, null);
        depth--;
        return together;
    }

    /**
     * Whether the sweeps of a function record nothing. Where they do, they are faster in methods of their own: the JIT
     * compiler does better with these.
     */
    boolean recordNothing(FunctionName.Forward half) {
        if (hoped.contains(half)) {
            relied.add(half);
            return true;
        }
        return of(half).filter(sweeps -> !Tapes.records(sweeps)).isPresent();
    }
}
