package dev.jacobi.processor.report;

import dev.jacobi.processor.analysis.Ranges;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Checkpoints;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.transform.adjoint.Trips;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How often the bodies of loops run, all runs of a loop together. Where the bounds are made of what is known at the
 * start, that is a product; else the total is a size of its own, named by the loop's line. The backward sweep's loop
 * runs as often as the one that it undoes, which has the same span.
 */
final class LoopTotals {

    private static final String TRIPS = "trips of ";

    /** Steps that are made again from snapshots: how often is for the runtime to say. */
    private static final String AGAIN = "repeated trips of ";

    private final String file;
    private final Map<Span, Polynomial> totals = new LinkedHashMap<>();
    private final Set<Span> repeated = new HashSet<>();
    private final Set<Span> again = new HashSet<>();

    /** @param file lines in it need no file's name */
    LoopTotals(String file) {
        this.file = file;
    }

    /**
     * Where a statement stands.
     *
     * @param again whether steps are made again there, from snapshots
     */
    record Place(Polynomial times, Set<Var> changing, boolean again) {
        static final Place OUTSIDE = new Place(Polynomial.ONE, Set.of(), false);
    }

    /** Inside a loop's body. */
    Place inside(Stmt.Loop loop, Place around) {
        Span span = loop.note().span();
        Set<Var> changing = new HashSet<>(around.changing());
        changing.addAll(Walk.assigns(loop.body()));
        changing.addAll(Walk.declares(loop.body()));
        if (loop.counter() != null) {
            changing.add(loop.counter().variable());
        }
        Polynomial known = totals.get(span);
        if (known != null && loop.note().role() == Stmt.Role.ADJOINT) {
            return new Place(known, changing, around.again() || Checkpoints.isRetracing(loop));
        }
        if (around.again()) {
            return again(loop, around, changing);
        }
        Polynomial total = total(loop, around);
        totals.put(span, total);
        if (known != null) {
            repeated.add(span);
        }
        return new Place(total, changing, false);
    }

    /** A loop of a step that is made again, or the one that makes steps again. */
    private Place again(Stmt.Loop loop, Place around, Set<Var> changing) {
        Polynomial total = trips(loop, around)
                .map(around.times()::times)
                .orElseGet(() -> Polynomial.size(AGAIN + line(loop.note().span())));
        if (isCounted(total) && !again.add(loop.note().span())) {
            repeated.add(loop.note().span());
        }
        return new Place(total, changing, true);
    }

    /** Whether some loop stands twice in the code, so that a total by its line is no exact count. */
    boolean isAmbiguous() {
        return !repeated.isEmpty();
    }

    /** Whether it is known only when the loops have run. */
    static boolean isCounted(Polynomial total) {
        return total.sizes().stream().anyMatch(size -> size.startsWith(TRIPS) || size.startsWith(AGAIN));
    }

    /** The loops of the source, with their totals. */
    Map<Span, Polynomial> all() {
        return totals;
    }

    private Polynomial total(Stmt.Loop loop, Place around) {
        return trips(loop, around)
                .map(around.times()::times)
                .orElseGet(() -> Polynomial.size(TRIPS + line(loop.note().span())));
    }

    /** The iterations of one run. */
    private static Optional<Polynomial> trips(Stmt.Loop loop, Place around) {
        return Trips.of(loop, Ranges.ofSmallNumbers())
                .filter(t -> Math.abs(t.step()) == 1)
                .flatMap(t -> {
                    Optional<Polynomial> from = Sizes.of(t.from(), around.changing());
                    Optional<Polynomial> last = Sizes.of(t.last(), around.changing());
                    return from.flatMap(a -> last.map(b -> t.step() > 0 ? b.minus(a) : a.minus(b)));
                })
                .map(between -> between.plus(Polynomial.ONE));
    }

    private String line(Span span) {
        return span.origin().file().equals(file) ? "line " + span.line() : span.fileAndLine();
    }
}
