package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Ranges;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Checkpoints;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tape plan: what the iterations of loops record for the backward sweep, and where.
 *
 * <p>Recorded is what the backward sweep of an iteration reads and the next iteration overwrites, unless it is as cheap
 * to compute again (to be recorded: Hascoët, Naumann, Pascual, 2005). Each such variable gets an array of its own, the
 * tape. A loop whose trips are known when it begins sizes its tapes once and indexes them by its counter; others count
 * their iterations, and tapes grow. Loops inside loops put the iterations of all their runs one after the other.
 */
public final class Tapes {

    private static final Type.Scalar INT = Type.Scalar.INT;

    private final Steadiness steadiness;
    private final Optimisations optimisations;
    private final NameSupply names;
    private final Iteration iteration;
    private final Unordered unordered;
    private final Ranges ranges;

    /** The labels of loops of the backward sweep whose iterations may run in any order. */
    private final Set<String> unorderedLoops = new HashSet<>();

    private final @Nullable Retentions log;
    private final Map<String, Stmt.Loop> loops = new HashMap<>();
    private final Map<String, List<Stmt.Loop>> around = new HashMap<>();
    private final Map<String, Recording> recordings = new LinkedHashMap<>();

    /** Both sweeps with what their loops record, and the arrays that must be there before. */
    record Taped(List<Stmt> room, List<Stmt> forward, List<Stmt> backward) {}

    private Tapes(
            Steadiness steadiness,
            Optimisations optimisations,
            NameSupply names,
            Iteration iteration,
            Unordered unordered,
            Ranges ranges,
            @Nullable Retentions log) {
        this.steadiness = steadiness;
        this.optimisations = optimisations;
        this.names = names;
        this.iteration = iteration;
        this.unordered = unordered;
        this.ranges = ranges;
        this.log = log;
    }

    /**
     * Makes ordinary loops of the reversed ones, and records what they need.
     *
     * @param memory of the primal
     * @param log is told what is recorded and why; null where nobody asks
     */
    public static Adjoint planned(
            Adjoint adjoint,
            Memory memory,
            Steadiness steadiness,
            Optimisations optimisations,
            @Nullable Retentions log) {
        Unordered unordered = new Unordered(new ArrayClasses(adjoint, memory), memory);
        Ranges ranges = Ranges.of(adjoint.primal());
        return planned(adjoint, steadiness, optimisations, NameSupply.after(adjoint), unordered, ranges, log);
    }

    static Adjoint planned(
            Adjoint adjoint,
            Steadiness steadiness,
            Optimisations optimisations,
            NameSupply names,
            Unordered unordered,
            Ranges ranges,
            @Nullable Retentions log) {
        Tapes tapes = new Tapes(steadiness, optimisations, names, Iteration.NONE, unordered, ranges, log);
        Taped taped = tapes.taped(adjoint.forward(), adjoint.backward());
        return adjoint.with(taped.forward(), taped.backward());
    }

    /** The same for the sweeps of one iteration. */
    static Taped planned(
            List<Stmt> forward,
            List<Stmt> backward,
            Steadiness steadiness,
            Optimisations optimisations,
            NameSupply names,
            Iteration iteration,
            Unordered unordered,
            Ranges ranges,
            @Nullable Retentions log) {
        return new Tapes(steadiness, optimisations, names, iteration, unordered, ranges, log).taped(forward, backward);
    }

    /** Whether iterations record anything. */
    public static boolean records(Adjoint planned) {
        for (Stmt statement : Walk.all(planned.forward())) {
            if (statement instanceof Stmt.Store s
                    && s.note().role() == Stmt.Role.KEPT
                    && !(s.value().type() instanceof Type.Array)) {
                return true;
            }
        }
        return false;
    }

    private Taped taped(List<Stmt> forward, List<Stmt> backward) {
        find(forward, List.of());
        List<Stmt> lowered = backward(backward);
        List<Stmt> recorded = Recording.added(recordings, forward);
        List<Stmt> room = new ArrayList<>();
        recordings.values().forEach(recording -> room.addAll(recording.room));
        return new Taped(room, recorded, lowered);
    }

    private void find(List<Stmt> body, List<Stmt.Loop> outer) {
        for (Stmt statement : body) {
            List<Stmt.Loop> inside = outer;
            if (statement instanceof Stmt.Loop loop) {
                loops.put(loop.label(), loop);
                around.put(loop.label(), outer);
                inside = new ArrayList<>(outer);
                inside.add(loop);
            }
            for (List<Stmt> block : Walk.blocks(statement)) {
                find(block, inside);
            }
        }
    }

    private List<Stmt> backward(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Reverse reverse) {
                Set<String> planned = new HashSet<>(recordings.keySet());
                List<Stmt> ahead = new ArrayList<>();
                Stmt lowered = reversed(reverse, ahead);
                if (outermost(reverse)) {
                    recordings.forEach((label, recording) -> {
                        if (!planned.contains(label)) {
                            out.addAll(recording.beforeBackward);
                        }
                    });
                }
                out.addAll(ahead);
                out.addAll(
                        lowered instanceof Stmt.Loop free && unorderedLoops.contains(free.label())
                                ? new SplitLoop(names).of(free)
                                : List.of(lowered));
            } else if (statement instanceof Stmt.Loop loop && Checkpoints.isRetracing(loop)) {
                out.add(retracing(loop));
            } else {
                out.add(Walk.withBlocks(statement, this::backward));
            }
        }
        return out;
    }

    /** A loop that makes each step again and undoes it at once has tapes of its own, for one step. */
    private Stmt retracing(Stmt.Loop loop) {
        Steadiness ofCopies = steadiness.ofCopies(Checkpoints.originals(loop));
        Tapes inside = new Tapes(ofCopies, optimisations, names, Iteration.NONE, unordered, ranges, log);
        Taped taped = inside.taped(Checkpoints.forward(loop), Checkpoints.backward(loop));
        List<Stmt> body = new ArrayList<>(taped.room());
        body.addAll(taped.forward());
        body.addAll(taped.backward());
        return loop.with(body);
    }

    private boolean outermost(Stmt.Reverse reverse) {
        return outer(reverse.label()).isEmpty();
    }

    private List<Stmt.Loop> outer(String label) {
        return around.getOrDefault(label, List.of());
    }

    private Stmt.Loop loop(String label) {
        Stmt.Loop loop = loops.get(label);
        if (loop == null) {
            throw new IllegalStateException("no loop " + label);
        }
        return loop;
    }

    /**
     * One reversed loop; those inside it first, since what they ask for is kept by this one.
     *
     * @param ahead gets what has to stand before it
     */
    private Stmt reversed(Stmt.Reverse reverse, List<Stmt> ahead) {
        List<Stmt> inner = backward(reverse.body());
        Stmt.Loop loop = loop(reverse.label());
        Span span = reverse.note().span();
        Optional<Trips> trips = trips(loop);
        Recording recording = new Recording();
        recordings.put(loop.label(), recording);
        boolean nested = !outer(loop.label()).isEmpty();
        boolean indexed = trips.isPresent() && !nested && trips.get().position().isPresent();
        Kept kept = Kept.of(loop, inner, recordings, indexed, steadiness, optimisations);
        boolean counts = trips.isEmpty() || !kept.recorded().isEmpty() && !indexed;
        Var at = counts ? counter(recording, nested ? "at" : "times", span) : null;
        Var backAt = at != null && (nested || trips.isPresent()) ? backCounter(recording, at, span) : null;
        Expr position = indexed
                ? trips.orElseThrow().position().orElseThrow()
                : at == null ? new Expr.Literal("0", INT, span) : new Expr.Ref(at, span);
        Var start = null;
        if (trips.isEmpty() && nested && at != null) {
            start = new Var(names.fresh("start"), INT);
            recording.before.add(new Stmt.Declare(start, new Expr.Ref(at, span), kept(span)));
        }
        Var index = trips.isEmpty() && !nested ? new Var(names.fresh("k"), INT) : null;
        Expr backPosition = index != null
                ? new Expr.Ref(index, span)
                : indexed ? position : backAt == null ? position : new Expr.Ref(backAt, span);
        Optional<Expr> size = indexed ? Optional.of(trips.orElseThrow().length()) : Optional.empty();
        List<Stmt> body = new ArrayList<>();
        if (backAt != null) {
            body.add(TapeCode.step(backAt, -1, span));
        }
        Map<Var, Expr> renamed = new HashMap<>();
        List<Var> tapes = new ArrayList<>();
        for (Var variable : kept.recorded()) {
            Var tape = tape(recording, variable, size, span);
            tapes.add(tape);
            record(recording, loop, variable, tape, position, span);
        }
        if (log != null) {
            log.add(loop, kept, tapes, indexed, steadiness, optimisations);
        }
        Stmt.Counter counter = loop.counter();
        if (counter != null && trips.isEmpty() && asksFor(counter.variable(), inner, kept)) {
            body.add(TapeCode.counter(
                    TapeCode.firstKept(counter, names, recording.before, span), backPosition, start, span));
        }
        for (Var variable : kept.all()) {
            List<Stmt> place = kept.same().contains(variable) ? ahead : body;
            place.add(restored(variable, kept, tapes, loop, backPosition, renamed, span));
        }
        body.addAll(Substitution.of(renamed).rewrite(inner));
        if (size.isEmpty() && !tapes.isEmpty()) {
            if (trips.isPresent()) {
                recording.before.addAll(room(tapes, position, trips.get().length(), span));
            } else {
                recording.first.add(0, TapeCode.grow(tapes, position, span));
            }
        }
        if (at != null) {
            recording.last.add(tapes.isEmpty() ? TapeCode.next(at, span) : TapeCode.step(at, 1, span));
        }
        String label = names.fresh("back");
        if (trips.isPresent()) {
            boolean upwards = trips.get().step() > 0
                    && backAt == null
                    && optimisations.has(Optimisation.UPWARDS)
                    && unordered.isFree(inner);
            if (upwards && optimisations.has(Optimisation.SPLIT_LOOPS)) {
                unorderedLoops.add(label);
            }
            return upwards
                    ? new Stmt.Loop(label, loop.counter(), loop.condition(), body, reverse.note())
                    : trips.get().backwards(label, body, reverse.note());
        }
        return index != null
                ? TapeCode.counted(label, index, at, body, reverse.note())
                : TapeCode.untilStart(label, backAt, start, body, reverse.note());
    }

    private Optional<Trips> trips(Stmt.Loop loop) {
        return optimisations.has(Optimisation.TRIPS)
                ? Trips.of(loop, ranges).filter(t -> isRestorable(t, loop))
                : Optional.empty();
    }

    /** The bounds must be known in the backward sweep too. */
    private boolean isRestorable(Trips trips, Stmt.Loop loop) {
        return steadiness.isSteady(trips.from()) && steadiness.isSteady(trips.last()) && loop.counter() != null;
    }

    private static Stmt.Note kept(Span span) {
        return new Stmt.Note(Stmt.Role.KEPT, span);
    }

    private Var counter(Recording recording, String wish, Span span) {
        Var at = new Var(names.fresh(wish), INT);
        recording.tapes.add(new Stmt.Declare(at, new Expr.Literal("0", INT, span), kept(span)));
        return at;
    }

    private Var backCounter(Recording recording, Var at, Span span) {
        Var back = new Var(names.fresh(at.name()), INT);
        recording.beforeBackward.add(new Stmt.Declare(back, new Expr.Ref(at, span), kept(span)));
        return back;
    }

    private Var tape(Recording recording, Var variable, Optional<Expr> size, Span span) {
        Type.Array type = new Type.Array(variable.type());
        Var tape = new Var(names.fresh(variable.name() + "Tape"), type);
        Expr few = new Expr.Literal("16", INT, span);
        boolean varies = size.isPresent() && iteration.changes(size.get());
        Expr length = varies ? few : size.map(iteration::early).orElse(few);
        Stmt made = new Stmt.Declare(tape, TapeCode.made(type, length, span), kept(span));
        (iteration.isNone() ? recording.tapes : recording.room).add(made);
        if (varies) {
            recording.tapes.add(TapeCode.enlarged(tape, size.orElseThrow(), span));
        }
        return tape;
    }

    /** Makes tapes as long as a loop needs them that is about to begin. */
    private List<Stmt> room(List<Var> tapes, Expr position, Expr more, Span span) {
        List<Stmt> out = new ArrayList<>();
        Expr needed = Trips.combined("+", position, more);
        if (tapes.size() > 1) {
            Var end = new Var(names.fresh("end"), INT);
            out.add(new Stmt.Declare(end, needed, kept(span)));
            needed = new Expr.Ref(end, span);
        }
        out.addAll(TapeCode.grown(tapes, needed, span));
        return out;
    }

    private static void record(Recording recording, Stmt.Loop loop, Var variable, Var tape, Expr position, Span span) {
        Stmt store = new Stmt.Store(new Expr.Ref(tape, span), position, new Expr.Ref(variable, span), kept(span));
        if (Walk.carried(loop.body()).contains(variable)) {
            recording.first.add(store);
        } else {
            recording.records.put(variable, store);
        }
    }

    private Stmt restored(
            Var variable,
            Kept kept,
            List<Var> tapes,
            Stmt.Loop loop,
            Expr position,
            Map<Var, Expr> renamed,
            Span span) {
        Expr again = kept.computed().get(variable);
        if (again != null) {
            return new Stmt.Declare(variable, Substitution.of(renamed).rewrite(again), kept(span));
        }
        Var tape = tapes.get(kept.recorded().indexOf(variable));
        Expr value = ArrayAdjoints.indexed(new Expr.Ref(tape, span), position);
        if (!Walk.carried(loop.body()).contains(variable)) {
            return new Stmt.Declare(variable, value, kept(span));
        }
        Var then = new Var(names.fresh(variable.name()), variable.type());
        renamed.put(variable, new Expr.Ref(then, span));
        return new Stmt.Declare(then, value, kept(span));
    }

    private static boolean asksFor(Var counter, List<Stmt> backward, Kept kept) {
        return Walk.reads(backward).contains(counter)
                || kept.computed().values().stream().anyMatch(e -> Walk.reads(e).contains(counter));
    }
}
