package dev.jacobi.processor.options;

import java.util.Locale;
import java.util.Optional;

/**
 * What makes derivatives faster or easier to read, and may be left out ({@code -Ajacobi.without=algebra,trips}): they
 * are the same to rounding then.
 *
 * <p>Not among them, since derivatives aren't right without: activity (what is not active may have no derivative), and
 * that a factor goes to the side of a choice that was taken, so that the other gives no NaN.
 */
public enum Optimisation {
    /** Small functions are differentiated in the place of their calls, without a pullback of their own. */
    SMALL_CALLS,

    /** Numbers are multiplied out, like terms added up, small powers written as products, known conditions decided. */
    ALGEBRA,

    /** Increments of one adjoint by like terms become one. */
    MERGING,

    /** An adjoint starts with its first increment instead of zero. */
    FIRST_INCREMENT,

    /** An adjoint that is just another one goes by the other's name. */
    ALIASES,

    /** The adjoint of what a loop carries isn't taken where it comes back at once. */
    HANDOVER,

    /** Between tensors that have the same shape by construction nothing is summed or expanded. */
    SAME_SHAPE,

    /** Dear expressions, and what else the backward sweep needs, are read from variables that hold them already. */
    COMMON_SUBEXPRESSIONS,

    /** What nothing reads isn't computed, so the forward sweep keeps only what the backward one needs. */
    DEAD_CODE,

    /** Elements of arrays that are filled before they are read are read again rather than kept. */
    FILLED_ARRAYS,

    /** So are those of arrays that are finished before another variable names them. */
    FINISHED_ARRAYS,

    /** What is cheap is computed again rather than kept. */
    RECOMPUTING,

    /** A loop whose trips are known runs backwards on its own counter; without, all loops count their iterations. */
    TRIPS,

    /** A loop of the backward sweep whose iterations meet only in sums runs upwards. */
    UPWARDS,

    /** Such a loop that adds to arrays and makes several sums becomes two: the first can be vectorised. */
    SPLIT_LOOPS,

    /** Where iterations meet only in sums, an iteration's backward sweep runs just behind its forward sweep. */
    INDEPENDENCE,

    /** Where the backward half of a call can follow its forward half at once, both run in one method. */
    JOINED_CALLS,

    /** A sum over rows takes four of them at once, so that what they have in common is read and added to once. */
    BATCHES,

    /** Where index expressions say it, the pattern of a sparse Jacobian is found without sets. */
    DIRECT_PATTERN,

    /** Jacobians and Hessians take four directions in one sweep, which computes once what they share. */
    LANES,

    /** The Jacobian of a method that gives a record has a backward sweep for each number, behind one forward sweep. */
    UNIT_SEEDS,

    /** The Jacobian of a method that gives a tensor takes many seeds in one backward sweep, as a tensor themselves. */
    STACKED_SEEDS,

    /** Variables that only hand a value on to one that a loop carries go by the latter's name. */
    COALESCING,

    /** Chains of elementwise operations on tensors run as one loop. */
    FUSED_LOOPS,

    /**
     * The sweeps in place use arrays again, and tensors are made in the memory of those that nothing reads any more;
     * without, all are new.
     */
    REUSE;

    /** How the option names it, such as {@code first-increment}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Optimisation> named(String id) {
        for (Optimisation optimisation : values()) {
            if (optimisation.id().equals(id)) {
                return Optional.of(optimisation);
            }
        }
        return Optional.empty();
    }
}
