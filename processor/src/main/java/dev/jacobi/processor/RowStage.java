package dev.jacobi.processor;

import dev.jacobi.processor.backend.Door;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Meanwhile;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.transform.adjoint.Reversal;
import dev.jacobi.processor.transform.adjoint.UnitSeeds;
import java.util.Optional;

/** Makes the Jacobians of methods that give a record: a row for each number, all rows in one method. */
final class RowStage {

    private final ReverseStage reverse;
    private final Optimisations optimisations;

    RowStage(ReverseStage reverse, Optimisations optimisations) {
        this.reverse = reverse;
        this.optimisations = optimisations;
    }

    /**
     * The sweeps of all rows; nothing where the result is something else, or a pullback has to take one seed after the
     * other.
     *
     * @param given the method's result as users see it
     */
    Optional<Adjoint> sweeps(Subject subject, Door given, InlinedBodies bodies, Plan plan) {
        if (!given.isNumbers() || !optimisations.has(Optimisation.UNIT_SEEDS)) {
            return Optional.empty();
        }
        Function whole = bodies.withoutLoops(subject.name());
        if (whole == null || !UnitSeeds.serves(whole)) {
            return Optional.empty();
        }
        Adjoint sweeps =
                reverse.sweeps(whole, subject.wrt(), Sharing.NONE, Meanwhile.nothing(whole), plan, Reversal.Use.SWEEP);
        return UnitSeeds.areShort(sweeps) ? Optional.of(reverse.tidied(UnitSeeds.of(sweeps))) : Optional.empty();
    }
}
