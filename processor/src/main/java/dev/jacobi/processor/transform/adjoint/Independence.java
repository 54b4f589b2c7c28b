package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Both sweeps of an iteration together, where iterations meet only in sums: nothing is recorded then, or what one
 * iteration needs.
 *
 * <pre>
 *   for (i …) { a = f(x[i]); s += a; }                 sBar = 1;
 *   sBar = 1;                                becomes   for (i …) { a = f(x[i]); s += a; xBar[i] += f'(x[i]) · sBar; }
 *   for (i … back) xBar[i] += f'(x[i]) · sBar;
 * </pre>
 *
 * The forward sweep stays as it is, so the value keeps its bits. What is asked is whether the backward sweep of an
 * iteration needs anything of later ones or of what is behind the loop ({@link IndependentLoop}), and whether the
 * adjoints that it starts from can be known before the loop ({@link Level}).
 */
public final class Independence {

    private final Steadiness steadiness;
    private final Optimisations optimisations;
    private final NameSupply names;
    private final IndependentLoop.Facts facts;
    private final Set<Var> present;
    private final Set<Var> asked;
    private final Predicate<FunctionName.Forward> joins;
    private final @Nullable Retentions log;

    private Independence(
            Steadiness steadiness,
            Optimisations optimisations,
            NameSupply names,
            IndependentLoop.Facts facts,
            Set<Var> present,
            Set<Var> asked,
            Predicate<FunctionName.Forward> joins,
            @Nullable Retentions log) {
        this.steadiness = steadiness;
        this.optimisations = optimisations;
        this.names = names;
        this.facts = facts;
        this.present = present;
        this.asked = asked;
        this.joins = joins;
        this.log = log;
    }

    /**
     * Like {@link Tapes#planned}, for sweeps that run one after the other in one method.
     *
     * @param memory of the primal
     * @param joins which called functions may have both sweeps in one method
     * @param log is told what is recorded and why; null where nobody asks
     */
    public static Adjoint planned(
            Adjoint adjoint,
            Memory memory,
            Steadiness steadiness,
            Optimisations optimisations,
            Predicate<FunctionName.Forward> joins,
            @Nullable Retentions log) {
        NameSupply names = NameSupply.after(adjoint);
        IndependentLoop.Facts facts = IndependentLoop.Facts.of(adjoint, memory);
        Set<Var> known = new HashSet<>(adjoint.parameters());
        known.removeAll(Walk.assigns(adjoint.forward()));
        Level level = Level.outermost(adjoint.forward(), adjoint.backward(), known::contains);
        Set<Var> asked = new HashSet<>(adjoint.given());
        asked.addAll(adjoint.results());
        Independence independence =
                new Independence(steadiness, optimisations, names, facts, present(adjoint), asked, joins, log);
        Tapes.Taped together = independence.together(level, Iteration.NONE);
        Adjoint changed = adjoint.with(together.forward(), together.backward());
        return Tapes.planned(changed, steadiness, optimisations, names, independence.unordered(), facts.ranges(), log);
    }

    private Unordered unordered() {
        return new Unordered(facts.classes(), facts.memory());
    }

    /** The arrays that are there whatever happens: what is differentiated by has a shadow as long. */
    private static Set<Var> present(Adjoint adjoint) {
        Set<Var> present = new HashSet<>(Iteration.made(adjoint.forward()));
        adjoint.active().forEach(i -> present.add(adjoint.primal().parameters().get(i)));
        return present;
    }

    /** What has become of a level's statements, by their places and turns. */
    private static final class Changes {
        final Map<Integer, List<Stmt>> forward = new HashMap<>();
        final Map<Integer, List<Stmt>> backward = new HashMap<>();

        /** What has to be made just before a statement, and before the outermost loop. */
        final Map<Integer, List<Stmt>> roomAt = new HashMap<>();

        final List<Stmt> room = new ArrayList<>();
    }

    private Tapes.Taped together(Level level, Iteration iteration) {
        Changes changes = new Changes();
        for (int turn = 0; turn < level.backward.size(); turn++) {
            Stmt statement = level.backward.get(turn);
            if (statement instanceof Stmt.Reverse reverse && optimisations.has(Optimisation.INDEPENDENCE)) {
                loop(level, reverse, turn, iteration, changes);
            } else if (statement instanceof Stmt.If branch) {
                branch(level, branch, turn, iteration, changes);
            } else if (optimisations.has(Optimisation.JOINED_CALLS)) {
                call(level, turn, changes);
            }
        }
        List<Stmt> forward = new ArrayList<>();
        for (int i = 0; i < level.forward.size(); i++) {
            forward.addAll(level.before(i));
            forward.addAll(changes.roomAt.getOrDefault(i, List.of()));
            forward.addAll(changes.forward.getOrDefault(i, List.of(level.forward.get(i))));
        }
        return new Tapes.Taped(changes.room, forward, level.left(changes.backward));
    }

    private void loop(Level level, Stmt.Reverse reverse, int turn, Iteration iteration, Changes changes) {
        for (int place = 0; place < level.forward.size(); place++) {
            if (level.forward.get(place) instanceof Stmt.Loop loop
                    && loop.label().equals(reverse.label())) {
                IndependentLoop found = new IndependentLoop(loop, reverse, facts);
                if (found.isIndependent(level, place, turn)) {
                    Tapes.Taped taped = fused(found, iteration);
                    changes.backward.put(turn, List.of());
                    changes.forward.put(place, List.of(taped.forward().get(0)));
                    if (iteration.isNone()) {
                        changes.roomAt.put(place, taped.room());
                    } else {
                        changes.room.addAll(taped.room());
                    }
                }
                return;
            }
        }
    }

    /** Both sweeps of a call in one, if the backward half can follow the forward half. */
    private void call(Level level, int turn, Changes changes) {
        JoinedCall joined = JoinedCall.of(level, turn, facts, asked, joins);
        if (joined != null) {
            changes.backward.put(turn, List.of());
            changes.forward.putAll(joined.forward());
        }
    }

    /** The loop with both sweeps in its body. */
    private Tapes.Taped fused(IndependentLoop found, Iteration around) {
        Stmt.Loop loop = found.loop();
        Iteration iteration = around.isNone() ? Iteration.of(loop, present) : around;
        Set<Var> inside = new HashSet<>(Walk.declares(found.core()));
        inside.addAll(Walk.declares(found.reverse().body()));
        Level level = Level.outermost(found.core(), found.reverse().body(), v -> !inside.contains(v));
        Tapes.Taped together = together(level, iteration);
        Tapes.Taped taped = Tapes.planned(
                together.forward(),
                together.backward(),
                steadiness,
                optimisations,
                names,
                iteration,
                unordered(),
                facts.ranges(),
                log);
        List<Stmt> backward = renamed(taped.backward(), Walk.declares(taped.forward()));
        List<Stmt> body = new ArrayList<>(Sweeps.lift(taped.forward(), Walk.reads(backward)));
        body.addAll(backward);
        body.addAll(found.handedOn());
        List<Stmt> room = new ArrayList<>(together.room());
        room.addAll(taped.room());
        Stmt.Note note = new Stmt.Note(Stmt.Role.TOGETHER, loop.note().span());
        Stmt whole = new Stmt.Loop(loop.label(), loop.counter(), loop.condition(), body, note);
        return new Tapes.Taped(room, List.of(whole), List.of());
    }

    /** What the backward sweep restores has names of its own, now that both stand in one body. */
    private List<Stmt> renamed(List<Stmt> backward, List<Var> taken) {
        List<Stmt> out = backward;
        for (Var variable : Walk.declares(backward)) {
            if (taken.contains(variable)) {
                Var own = new Var(names.fresh(variable.name()), variable.type());
                out = Substitution.rename(variable, own).rewrite(out);
            }
        }
        return out;
    }

    private void branch(Level level, Stmt.If backward, int turn, Iteration iteration, Changes changes) {
        for (int place = 0; place < level.forward.size(); place++) {
            if (level.forward.get(place) instanceof Stmt.If forward
                    && !changes.forward.containsKey(place)
                    && (undoes(backward.then(), forward) || undoes(backward.otherwise(), forward))) {
                sides(level, forward, backward, place, turn, iteration, changes);
                return;
            }
        }
    }

    private static boolean undoes(List<Stmt> backward, Stmt.If forward) {
        return undoes(backward, forward.then()) || undoes(backward, forward.otherwise());
    }

    /** Whether a block holds the loop of a reversed one. */
    private static boolean undoes(List<Stmt> backward, List<Stmt> forward) {
        Set<String> labels = new HashSet<>();
        for (Stmt statement : Walk.all(forward)) {
            if (statement instanceof Stmt.Loop loop) {
                labels.add(loop.label());
            }
        }
        return Walk.all(backward).stream().anyMatch(s -> s instanceof Stmt.Reverse r && labels.contains(r.label()));
    }

    private void sides(
            Level level, Stmt.If forward, Stmt.If backward, int place, int turn, Iteration iteration, Changes changes) {
        List<List<Stmt>> forwards = new ArrayList<>(List.of(forward.then(), forward.otherwise()));
        List<List<Stmt>> backwards = new ArrayList<>(List.of(backward.then(), backward.otherwise()));
        for (int b = 0; b < 2; b++) {
            int side = undoes(backwards.get(b), forward.then()) ? 0 : 1;
            if (undoes(backwards.get(b), forwards.get(side))) {
                Level inside = level.inside(forwards.get(side), backwards.get(b), place, turn);
                Tapes.Taped together = together(inside, iteration);
                changes.room.addAll(together.room());
                forwards.set(side, together.forward());
                backwards.set(b, together.backward());
            }
        }
        Stmt both = new Stmt.If(forward.condition(), forwards.get(0), forwards.get(1), forward.note());
        changes.forward.put(place, List.of(both));
        boolean done = backwards.get(0).isEmpty() && backwards.get(1).isEmpty();
        Stmt left = new Stmt.If(backward.condition(), backwards.get(0), backwards.get(1), backward.note());
        changes.backward.put(turn, done ? List.of() : List.of(left));
    }
}
