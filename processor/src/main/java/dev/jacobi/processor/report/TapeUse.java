package dev.jacobi.processor.report;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Checkpoints;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.transform.adjoint.Retentions.Retention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tapes of an adjoint, with what is recorded on them. Where iterations run both sweeps together, or are made again
 * from snapshots, a tape holds one iteration.
 *
 * @param exact whether all of that is recorded; else at most that, since a branch may leave a loop out
 */
record TapeUse(List<Tape> tapes, boolean exact) {

    /**
     * One tape.
     *
     * @param entries how many values it holds in the end
     * @param grows whether it is enlarged while it fills, and so may be up to twice as long
     */
    record Tape(Var variable, Polynomial entries, boolean grows) {

        /** Bytes of one value; of a reference, as usual on heaps below 32 GB. */
        long entrySize() {
            Type element = ((Type.Array) variable.type()).element();
            if (!(element instanceof Type.Scalar scalar)) {
                return REFERENCE;
            }
            return switch (scalar) {
                case DOUBLE, LONG -> Long.BYTES;
                case FLOAT, INT -> Integer.BYTES;
                case SHORT, CHAR -> Short.BYTES;
                case BYTE, BOOLEAN -> Byte.BYTES;
                default -> REFERENCE;
            };
        }

        Polynomial bytes() {
            return entries.times(entrySize());
        }

        /**
         * What the values are, if they are objects that would be gone otherwise: what these hold isn't in the bytes.
         * (References to arrays are to those that are there anyway.)
         */
        Optional<String> objects() {
            Type element = ((Type.Array) variable.type()).element();
            return element instanceof Type.Scalar || element instanceof Type.Array
                    ? Optional.empty()
                    : Optional.of(simpleName(element));
        }

        private static String simpleName(Type type) {
            String name = type.toString();
            return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        }
    }

    private static final long REFERENCE = 4;

    /** All bytes. */
    Polynomial bytes() {
        Polynomial bytes = Polynomial.ZERO;
        for (Tape tape : tapes) {
            bytes = bytes.plus(tape.bytes());
        }
        return bytes;
    }

    boolean holdsObjects() {
        return tapes.stream().anyMatch(tape -> tape.objects().isPresent());
    }

    /** In bytes, as pages say it. */
    @Override
    public String toString() {
        if (tapes.isEmpty()) {
            return "none";
        }
        return new Count(bytes(), exact) + (holdsObjects() ? " + objects" : "");
    }

    boolean grows() {
        return tapes.stream().anyMatch(Tape::grows);
    }

    /** @param recorded what has been decided; other arrays that are stored to are no tapes */
    static TapeUse of(Adjoint adjoint, List<Retention> recorded, String file) {
        Set<Var> assigned = new HashSet<>(Walk.assigns(adjoint.forward()));
        assigned.addAll(Walk.assigns(adjoint.backward()));
        Collector collector = new Collector(new LoopTotals(file), assigned);
        recorded.forEach(retention -> {
            if (retention.tape() != null) {
                collector.known.add(retention.tape());
            }
        });
        collector.block(adjoint.forward(), LoopTotals.Place.OUTSIDE, false);
        collector.block(adjoint.backward(), LoopTotals.Place.OUTSIDE, false);
        return new TapeUse(List.copyOf(collector.tapes), collector.exact && !collector.loops.isAmbiguous());
    }

    private static final class Collector {
        private final LoopTotals loops;
        private final Set<Var> assigned;
        private final Set<Var> known = new HashSet<>();
        private final List<Tape> tapes = new ArrayList<>();
        private boolean exact = true;

        /** Whether tapes hold one iteration: the runs of a loop in it can't be told apart by their total. */
        private boolean ofOne;

        Collector(LoopTotals loops, Set<Var> assigned) {
            this.loops = loops;
            this.assigned = assigned;
        }

        /** @param branch whether the innermost loop around stands in a branch */
        void block(List<Stmt> body, LoopTotals.Place place, boolean branch) {
            for (Stmt statement : body) {
                if (statement instanceof Stmt.Store store
                        && store.note().role() == Stmt.Role.KEPT
                        && store.array() instanceof Expr.Ref tape
                        && known.contains(tape.variable())) {
                    tapes.add(new Tape(tape.variable(), place.times(), assigned.contains(tape.variable())));
                    exact &= !branch;
                } else if (statement instanceof Stmt.If s) {
                    sides(s, place, branch);
                } else if (statement instanceof Stmt.Loop loop) {
                    boolean together = loop.note().role() == Stmt.Role.TOGETHER || Checkpoints.isRetracing(loop);
                    LoopTotals.Place inside = loops.inside(loop, place);
                    Polynomial times = together ? Polynomial.ONE : inside.times();
                    ofOne |= together;
                    exact &= !ofOne || together || !LoopTotals.isCounted(times);
                    block(loop.body(), new LoopTotals.Place(times, inside.changing(), inside.again()), branch);
                }
            }
        }

        /** What is recorded in a branch has its place on the tape in every iteration; a loop in it may not run. */
        private void sides(Stmt.If s, LoopTotals.Place place, boolean branch) {
            for (List<Stmt> side : List.of(s.then(), s.otherwise())) {
                List<Stmt> loopsInside =
                        side.stream().filter(Stmt.Loop.class::isInstance).toList();
                List<Stmt> rest = side.stream()
                        .filter(statement -> !(statement instanceof Stmt.Loop))
                        .toList();
                block(rest, place, branch);
                block(loopsInside, place, true);
            }
        }
    }
}
