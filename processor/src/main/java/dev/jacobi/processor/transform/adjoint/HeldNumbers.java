package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Lasting;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Dear numbers that a block of the forward sweep has in variables: what undoes the block reads them instead of
 * computing them again.
 *
 * <pre>
 *   c = Math.cos(x); s = Math.sin(x);      xBar += c · sBar; xBar -= s · cBar
 * </pre>
 *
 * No adjoint reads a number from behind a loop that it is part of, or that comes before: so both sweeps of an iteration
 * can still run together ({@link Independence}).
 */
final class HeldNumbers {

    static final HeldNumbers NONE = new HeldNumbers(List.of(), Map.of());

    /** A variable, and which statement of the block declares it. */
    private record Place(Var variable, int index) {}

    private final List<Stmt> body;
    private final Map<Structure, Place> places;

    private HeldNumbers(List<Stmt> body, Map<Structure, Place> places) {
        this.body = body;
        this.places = places;
    }

    /** @param assigned the variables of the function that hold nothing for long */
    static HeldNumbers of(List<Stmt> body, Set<Var> assigned) {
        Map<Structure, Place> places = new HashMap<>();
        for (int i = 0; i < body.size(); i++) {
            if (body.get(i) instanceof Stmt.Declare s
                    && s.value() != null
                    && s.variable().type() instanceof Type.Scalar
                    && Lasting.isWorthHolding(s.value())
                    && !assigned.contains(s.variable())
                    && Collections.disjoint(Walk.reads(s.value()), assigned)) {
                places.putIfAbsent(Structure.of(s.value()), new Place(s.variable(), i));
            }
        }
        return places.isEmpty() ? NONE : new HeldNumbers(body, places);
    }

    /** What undoes a statement of the block, with what is held there. */
    List<Stmt> read(List<Stmt> undone, int index) {
        return places.isEmpty() || undone.isEmpty() ? undone : new Reading(index).rewrite(undone);
    }

    private boolean isLoopBetween(int from, int to) {
        return from < to && Walk.all(body.subList(from, to)).stream().anyMatch(s -> s instanceof Stmt.Loop);
    }

    private final class Reading extends Rewriter {
        private final int index;

        Reading(int index) {
            this.index = index;
        }

        @Override
        public Expr apply(Expr.Apply e) {
            Place place = Lasting.isWorthHolding(e) ? places.get(Structure.of(e)) : null;
            return place != null && !isLoopBetween(index, place.index())
                    ? new Expr.Ref(place.variable(), e.span())
                    : super.apply(e);
        }
    }
}
