package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Ranges;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A loop and its reversal, and whether an iteration's backward sweep can run before the next iteration begins. It can
 * where, of what is not the iteration's own, it
 *
 * <ul>
 *   <li>adds to variables and shadows that it doesn't read: these are sums, in whatever order;
 *   <li>reads only what was there before the loop, and what the iteration has been handed.
 * </ul>
 */
final class IndependentLoop {

    private final Stmt.Loop loop;
    private final Stmt.Reverse reverse;
    private final Facts facts;
    private final Set<Var> carried;
    private final List<Stmt> core;

    /**
     * About a whole adjoint.
     *
     * @param arrays the names of the primal's arrays: its variables, and the pullbacks that give some
     * @param seeded the classes of shadows that may hold seeds when the method begins
     * @param changing the variables of the forward sweep that change once they are declared
     */
    record Facts(
            ArrayClasses classes, Memory memory, Ranges ranges, Set<Var> arrays, Set<Var> seeded, Set<Var> changing) {

        static Facts of(Adjoint adjoint, Memory memory) {
            ArrayClasses classes = new ArrayClasses(adjoint, memory);
            Set<Var> arrays = new HashSet<>(adjoint.primal().parameters());
            arrays.addAll(Walk.declares(adjoint.primal().body()));
            arrays.addAll(classes.pullbacks());
            Set<Var> seeded = new HashSet<>();
            int next = 0;
            for (int i : adjoint.active()) {
                Var parameter = adjoint.primal().parameters().get(i);
                if (Memory.isArray(parameter.type())) {
                    Var shadow = adjoint.shadows().get(next++);
                    boolean left =
                            memory.isWritten(memory.region(parameter)) || memory.movesRows(memory.region(parameter));
                    if (left && adjoint.primal().type() == Type.Scalar.VOID) {
                        seeded.add(classes.of(shadow));
                    }
                }
            }
            return new Facts(
                    classes, memory, Ranges.of(adjoint.primal()), arrays, seeded, Walk.assigns(adjoint.forward()));
        }
    }

    IndependentLoop(Stmt.Loop loop, Stmt.Reverse reverse, Facts facts) {
        this.loop = loop;
        this.reverse = reverse;
        this.facts = facts;
        this.carried = Walk.carried(loop.body());
        int end = loop.body().size();
        while (end > 0 && loop.body().get(end - 1) instanceof Stmt.Assign s && carried.contains(s.variable())) {
            end--;
        }
        this.core = loop.body().subList(0, end);
    }

    Stmt.Loop loop() {
        return loop;
    }

    Stmt.Reverse reverse() {
        return reverse;
    }

    /** The body but for its end, so that what the loop carries is still what the iteration started from. */
    List<Stmt> core() {
        return core;
    }

    /** The end of the body: what the next iteration is handed. */
    List<Stmt> handedOn() {
        return loop.body().subList(core.size(), loop.body().size());
    }

    /** Whether it is; then all that the reversal starts from will be known before the loop. */
    boolean isIndependent(Level level, int place, int turn) {
        Set<Var> early = Walk.assigns(core);
        early.retainAll(carried);
        Set<Var> sums = Level.sums(reverse.body());
        if (sums == null || !early.isEmpty() || !Reachability.canComplete(core)) {
            return false;
        }
        Set<Var> own = new HashSet<>(Walk.declares(List.of(loop)));
        own.addAll(Walk.declares(reverse.body()));
        Set<Var> read = Walk.reads(reverse.body());
        read.removeAll(own);
        read.removeAll(carried);
        read.removeAll(sums);
        return meetsOnlyInSums(level, place, turn, own) && level.provide(place, turn, read, sums);
    }

    private boolean meetsOnlyInSums(Level level, int place, int turn, Set<Var> own) {
        ArrayClasses classes = facts.classes();
        Touches touches = touches(reverse.body());
        Touches between = touches(level.staying(turn));
        Cleared cleared = new Cleared(
                classes, facts.memory(), new ArrayList<>(level.forward.subList(0, place)), facts.changing());
        for (Var each : touches.all()) {
            boolean independent = classes.holdsOnly(each, own)
                    || isSteady(each, touches)
                    || isSum(each, touches, between)
                    || !between.all().contains(each) && cleared.holds(each, core, reverse.body());
            if (!independent) {
                return false;
            }
        }
        return true;
    }

    private Touches touches(List<Stmt> body) {
        return Touches.of(body, facts.classes(), facts.memory());
    }

    /** The primal's own arrays: a derivative reads only what nobody writes from the primal's reading on. */
    private boolean isSteady(Var each, Touches touches) {
        return !touches.added.contains(each)
                && !touches.changed.contains(each)
                && facts.classes().holdsOnly(each, facts.arrays());
    }

    /** Shadows that are added to, by the loop and by what would have come before its reversal. */
    private boolean isSum(Var each, Touches touches, Touches between) {
        return !touches.read.contains(each)
                && !touches.changed.contains(each)
                && !between.read.contains(each)
                && !between.changed.contains(each)
                && !each.equals(facts.classes().of(ArrayClasses.ELSEWHERE))
                && !facts.seeded().contains(each);
    }
}
