package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Ranges;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Checkpoints;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Loops that are computed again instead of being recorded. The forward sweep runs them as they are and keeps snapshots;
 * the backward sweep goes, for each step from the last to the first, to the snapshot before it, makes the steps between
 * the two, then the step itself as the forward sweep of reverse mode does, and at once its adjoint:
 *
 * <pre>
 *   for (i…) { keep; S }          for (i from the last) { restore; for (j up to i) { keep; S }  S recorded; adjoint of S }
 * </pre>
 *
 * <p>Steps are made again in copies of the arrays, so that nobody sees them change. Shadows are the same for every
 * step, but for arrays among which carried variables choose: these are made anew with each step, and so are their
 * shadows, which take over what the shadows of the step behind have collected.
 */
final class Checkpointing {

    private static final Type.Scalar INT = Type.Scalar.INT;
    private static final Type.Scalar BOOLEAN = Type.Scalar.BOOLEAN;

    /** Reverse mode of a loop's body. */
    interface Sweeps {
        void forward(List<Stmt> body, List<Stmt> out);

        List<Stmt> backward(List<Stmt> body);
    }

    private final Activity activity;
    private final Steadiness steadiness;
    private final Ranges ranges;
    private final NameSupply names;
    private final UnaryOperator<Var> bars;
    private final Sweeps sweeps;
    private final Map<String, Checkpointed> loops = new HashMap<>();

    /**
     * A loop with what its two sweeps share.
     *
     * @param counter with a first value that the backward sweep can read; null where there is none
     * @param shadows of the arrays that follow carried variables, and of those whose rows move, as they are before the
     *     loop
     * @param ends the shadows of those that follow, as they are behind it
     */
    private record Checkpointed(
            Stmt.Loop loop,
            LoopState state,
            Var checkpoints,
            Stmt.@Nullable Counter counter,
            Map<Var, Var> shadows,
            Map<Var, Var> ends) {}

    private final Map<String, List<Var>> visible = new HashMap<>();
    private final Map<String, Set<Var>> readLater = new HashMap<>();

    Checkpointing(
            Function primal,
            Activity activity,
            Steadiness steadiness,
            NameSupply names,
            UnaryOperator<Var> bars,
            Sweeps sweeps) {
        this.activity = activity;
        this.steadiness = steadiness;
        this.names = names;
        this.bars = bars;
        this.sweeps = sweeps;
        Set<Var> later = new HashSet<>(primal.parameters()); // callers read what is left in arrays
        if (primal.result() != null) {
            later.addAll(Walk.reads(primal.result()));
        }
        this.ranges = Ranges.of(primal);
        look(primal.body(), new ArrayList<>(primal.parameters()), Set.of(), later);
    }

    /**
     * Notes for each loop what is in sight there, and what is read in it or when it has run.
     *
     * @param without variables that may have no value yet: no loop sees them before they have
     */
    private void look(List<Stmt> body, List<Var> inSight, Set<Var> without, Set<Var> later) {
        Set<Var> pending = new LinkedHashSet<>(without);
        for (int i = 0; i < body.size(); i++) {
            Stmt statement = body.get(i);
            boolean repeats = statement instanceof Stmt.Loop;
            Set<Var> behind = new HashSet<>(later);
            behind.addAll(Walk.reads(body.subList(repeats ? i : i + 1, body.size())));
            if (statement instanceof Stmt.Declare s) {
                (s.value() == null ? pending : inSight).add(s.variable());
            } else if (statement instanceof Stmt.Loop s) {
                visible.put(s.label(), List.copyOf(inSight));
                readLater.put(s.label(), behind);
                names.fresh(s.label()); // copies of the loop get another
            }
            Walk.blocks(statement).forEach(block -> look(block, new ArrayList<>(inSight), pending, behind));
            for (Var variable : List.copyOf(pending)) {
                if (DefiniteAssignment.assigns(List.of(statement), variable) && pending.remove(variable)) {
                    inSight.add(variable);
                }
            }
        }
    }

    /** Adds the forward sweep of a loop, if it is to be computed again. */
    boolean forward(Stmt statement, List<Stmt> out) {
        boolean asked =
                statement instanceof Stmt.Loop loop && loop.wish() instanceof Stmt.Checkpointed && isActive(loop);
        if (!asked || !(statement instanceof Stmt.Loop loop)) {
            return false;
        }
        Span span = loop.note().span();
        Stmt.Note kept = new Stmt.Note(Stmt.Role.KEPT, span);
        List<Var> inSight = new ArrayList<>(Objects.requireNonNull(visible.get(loop.label())));
        inSight.retainAll(Objects.requireNonNull(readLater.get(loop.label())));
        LoopState state = LoopState.of(loop, inSight, activity, steadiness);
        Var checkpoints = new Var(names.fresh("checkpoints"), Checkpoints.TYPE);
        out.add(new Stmt.Declare(checkpoints, made(loop, span), kept));
        Stmt.Counter counter = loop.counter() == null ? null : TapeCode.firstKept(loop.counter(), names, out, span);
        Checkpointed plan = new Checkpointed(loop, state, checkpoints, counter, new HashMap<>(), new HashMap<>());
        loops.put(loop.label(), plan);
        for (Var variable : state.following()) {
            Expr bar = ref(bars.apply(variable), span);
            plan.shadows().put(variable, named("Before", variable, withItsRows(variable, bar), out, kept));
            out.add(effect(plan, "link", kept, ref(variable, span), bar));
        }
        for (Var variable : state.rows()) {
            Expr bar = ref(bars.apply(variable), span);
            plan.shadows().put(variable, named("Before", variable, Shadows.rows(bar), out, kept));
        }
        List<Stmt> body = new ArrayList<>();
        keep(plan, Map.of(), body, kept);
        body.addAll(Copying.copy(loop.body(), Map.of(), names));
        out.add(new Stmt.Loop(loop.label(), counter, loop.condition(), body, loop.note()));
        for (Var variable : state.following()) {
            if (state.carried().contains(variable)) {
                Var bar = bars.apply(variable);
                Expr linked = Checkpoints.call(checkpoints, "linked", bar.type(), span, ref(variable, span));
                out.add(new Stmt.Assign(bar, linked, kept));
            }
        }
        for (Var variable : state.following()) {
            Expr bar = ref(bars.apply(variable), span);
            if (movesRows(variable)) {
                plan.ends().put(variable, named("Behind", variable, withItsRows(variable, bar), out, kept));
            }
        }
        return true;
    }

    /** The shadow of a variable under a name of its own. */
    private Var named(String when, Var variable, Expr shadow, List<Stmt> out, Stmt.Note kept) {
        Var named = new Var(names.fresh(bars.apply(variable).name() + when), variable.type());
        out.add(new Stmt.Declare(named, shadow, kept));
        return named;
    }

    /** A shadow with the rows that it has now, where these may be in other places when the backward sweep comes. */
    private Expr withItsRows(Var variable, Expr shadow) {
        return movesRows(variable) ? Shadows.rows(shadow) : shadow;
    }

    private boolean movesRows(Var variable) {
        return Memory.hasRows(variable.type())
                && steadiness.movesRows(activity.memory().region(variable));
    }

    private boolean isActive(Stmt.Loop loop) {
        for (Stmt statement : Walk.all(loop.body())) {
            boolean active = statement instanceof Stmt.Declare s && activity.carriesDerivative(s.variable())
                    || statement instanceof Stmt.Assign a && activity.carriesDerivative(a.variable())
                    || statement instanceof Stmt.Store t && activity.isActiveArray(t.array())
                    || statement instanceof Stmt.Effect e && mayBeActive(e.value());
            if (active) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBeActive(Expr effect) {
        return Walk.operands(effect).stream().anyMatch(o -> Memory.isArray(o.type()) && activity.isActiveArray(o));
    }

    private Expr made(Stmt.Loop loop, Span span) {
        int snapshots = ((Stmt.Checkpointed) Objects.requireNonNull(loop.wish())).snapshots();
        if (snapshots == 0) {
            return Checkpoints.made("each", List.of(), span);
        }
        Expr most = new Expr.Literal(String.valueOf(snapshots), INT, span);
        return Trips.of(loop, ranges)
                .map(trips -> Checkpoints.made("of", List.of(most, trips.length()), span))
                .orElseGet(() -> Checkpoints.made("online", List.of(most), span));
    }

    /** {@code if (checkpoints.isDue()) checkpoints.keep(x)…}: begins a step. */
    private void keep(Checkpointed plan, Map<Var, Var> state, List<Stmt> out, Stmt.Note note) {
        Var due = new Var(names.fresh("due"), BOOLEAN);
        out.add(new Stmt.Declare(due, call(plan, "isDue", BOOLEAN, note.span()), note));
        List<Stmt> keeping = new ArrayList<>();
        for (Var part : plan.state().parts()) {
            keeping.add(effect(plan, "keep", note, ref(state.getOrDefault(part, part), note.span())));
        }
        out.add(new Stmt.If(ref(due, note.span()), keeping, List.of(), note));
    }

    /** Adds the backward sweep of a loop whose forward sweep was made here. */
    boolean backward(Stmt statement, List<Stmt> out) {
        Checkpointed plan = statement instanceof Stmt.Loop loop ? loops.get(loop.label()) : null;
        if (plan == null) {
            return false;
        }
        Span span = plan.loop().note().span();
        Stmt.Note kept = new Stmt.Note(Stmt.Role.KEPT, span);
        LoopState state = plan.state();
        for (Var variable : state.following()) {
            Var end = plan.ends().getOrDefault(variable, bars.apply(variable));
            out.add(effect(plan, "collect", kept, ref(end, span)));
        }
        Var steps = new Var(names.fresh("steps"), INT);
        out.add(new Stmt.Declare(steps, call(plan, "steps", INT, span), kept));
        Stmt.Counter counter = plan.counter();
        boolean own = counter != null && counter.step() == 1 && isZero(counter.from());
        Var index = own ? Objects.requireNonNull(counter).variable() : new Var(names.fresh("step"), INT);
        List<Stmt> body = new ArrayList<>();
        Map<Var, Var> start = restore(plan, index, own, body, kept);
        if (counter != null && !own) {
            body.add(TapeCode.counter(counter, ref(index, span), null, span));
        }
        record(plan, start, body, kept);
        out.add(TapeCode.counted(names.fresh("undo"), index, steps, body, new Stmt.Note(Stmt.Role.ADJOINT, span)));
        for (Var variable : state.following()) {
            Var before = Objects.requireNonNull(plan.shadows().get(variable));
            out.add(effect(plan, "distribute", kept, ref(before, span)));
        }
        return true;
    }

    /** Goes to a snapshot and makes the steps from there; gives the variables that hold the state then. */
    private Map<Var, Var> restore(Checkpointed plan, Var index, boolean own, List<Stmt> out, Stmt.Note kept) {
        Span span = kept.span();
        Var from = new Var(names.fresh("from"), INT);
        out.add(new Stmt.Declare(from, call(plan, "restore", INT, span, ref(index, span)), kept));
        Map<Var, Var> start = new HashMap<>();
        for (Var part : plan.state().parts()) {
            Var restored = new Var(names.fresh(part.name()), part.type());
            start.put(part, restored);
            out.add(new Stmt.Declare(restored, Checkpoints.next(plan.checkpoints(), part, span), kept));
        }
        List<Stmt> step = new ArrayList<>();
        keep(plan, start, step, kept);
        Stmt.Counter counter = plan.counter();
        Map<Var, Var> variables = new HashMap<>(start);
        Var at = new Var(names.fresh(own && counter != null ? counter.variable().name() : "at"), INT);
        if (own && counter != null) {
            variables.put(counter.variable(), at);
        } else if (counter != null) {
            Var copy = new Var(names.fresh(counter.variable().name()), INT);
            variables.put(counter.variable(), copy);
            Stmt.Counter copied = new Stmt.Counter(copy, counter.from(), counter.step());
            step.add(TapeCode.counter(copied, ref(at, span), null, span));
        }
        step.addAll(Copying.copy(plan.loop().body(), variables, names));
        Primitive compare = Primitive.infix("<", INT, BOOLEAN);
        Expr more = new Expr.Apply(compare, List.of(ref(at, span), ref(index, span)), span);
        out.add(new Stmt.Loop(names.fresh("again"), new Stmt.Counter(at, ref(from, span), 1), more, step, kept));
        return start;
    }

    /** The step as the forward sweep makes it, then its adjoint. */
    private void record(Checkpointed plan, Map<Var, Var> start, List<Stmt> out, Stmt.Note kept) {
        Span span = kept.span();
        LoopState state = plan.state();
        Map<Var, Var> ends = new HashMap<>(start);
        for (Var variable : state.carried()) {
            Var restored = Objects.requireNonNull(start.get(variable));
            Var now = new Var(names.fresh(variable.name()), variable.type());
            ends.put(variable, now);
            out.add(new Stmt.Declare(now, ref(restored, span), kept));
        }
        Map<Var, Var> starts = new HashMap<>(start);
        plan.shadows().forEach((variable, shadow) -> {
            starts.put(bars.apply(variable), shadow);
            ends.put(bars.apply(variable), shadow);
        });
        for (Var variable : state.following()) {
            Var bar = bars.apply(variable);
            Var restored = Objects.requireNonNull(start.get(variable));
            Var shadow = new Var(names.fresh(bar.name()), bar.type());
            out.add(new Stmt.Declare(shadow, call(plan, "shadow", bar.type(), span, ref(restored, span)), kept));
            starts.put(bar, shadow);
            ends.put(bar, shadow);
            if (state.carried().contains(variable)) {
                Var now = new Var(names.fresh(bar.name()), bar.type());
                out.add(new Stmt.Declare(now, ref(shadow, span), kept));
                ends.put(bar, now);
            }
        }
        List<Stmt> swept = new ArrayList<>();
        sweeps.forward(plan.loop().body(), swept);
        List<Stmt> forward = withoutUnread(swept, state);
        int handed = firstHanded(forward, state.carried());
        out.addAll(Substitution.rename(starts).rewrite(forward.subList(0, handed)));
        out.addAll(Substitution.rename(ends).rewrite(forward.subList(handed, forward.size())));
        out.add(Checkpoints.turn(plan.checkpoints(), kept));
        for (Var variable : state.following()) {
            Var end = Objects.requireNonNull(ends.get(bars.apply(variable)));
            out.add(effect(plan, "distribute", kept, ref(end, span)));
        }
        out.addAll(
                Substitution.rename(starts).rewrite(sweeps.backward(plan.loop().body())));
        for (Var variable : state.following()) {
            Var shadow = Objects.requireNonNull(starts.get(bars.apply(variable)));
            out.add(effect(plan, "collect", kept, ref(shadow, span)));
        }
    }

    /** Without the shadows of arrays that the loop carries though nobody reads them: none has been made. */
    private List<Stmt> withoutUnread(List<Stmt> forward, LoopState state) {
        Set<Var> unread = new HashSet<>();
        for (Var variable : state.carried()) {
            if (Memory.isArray(variable.type()) && !state.following().contains(variable)) {
                unread.add(bars.apply(variable));
            }
        }
        return without(forward, unread);
    }

    private static List<Stmt> without(List<Stmt> body, Set<Var> assigned) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (!(statement instanceof Stmt.Assign s && assigned.contains(s.variable()))) {
                out.add(Walk.withBlocks(statement, block -> without(block, assigned)));
            }
        }
        return out;
    }

    /** Where the first of the values stands that are handed on to the next iteration: at the end of the body. */
    private static int firstHanded(List<Stmt> body, Set<Var> carried) {
        int at = 0;
        while (at < body.size() && Collections.disjoint(Walk.assigns(List.of(body.get(at))), carried)) {
            at++;
        }
        return at;
    }

    private static boolean isZero(Expr e) {
        return e instanceof Expr.Literal literal && literal.text().equals("0");
    }

    private static Expr call(Checkpointed plan, String name, Type result, Span span, Expr... operands) {
        return Checkpoints.call(plan.checkpoints(), name, result, span, operands);
    }

    private static Stmt effect(Checkpointed plan, String name, Stmt.Note note, Expr... operands) {
        return new Stmt.Effect(call(plan, name, Type.Scalar.VOID, note.span(), operands), note);
    }

    private static Expr ref(Var variable, Span span) {
        return new Expr.Ref(variable, span);
    }
}
