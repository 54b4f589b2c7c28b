package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A block of the forward sweep and the block of the backward sweep that undoes it, and which statements of the latter
 * can run early, amidst the former: those that need nothing but what is known there.
 *
 * <pre>
 *   forward: s = 0; for (…) s += f(x[i]); y = 3 * s        backward: sBar = 3 * yBar; reversed for (…) …
 *   together: s = 0; sBar = 3 * yBar; for (…) { s += f(x[i]); … sBar … }; y = 3 * s
 * </pre>
 *
 * A statement moves ahead of others only where these neither read what it writes nor write what it reads.
 */
final class Level {

    final List<Stmt> forward;
    final List<Stmt> backward;

    /** The level around, and where this one stands in its sweeps. */
    private final @Nullable Level parent;

    private final int place;
    private final int turn;

    /** What is known before the outermost block begins. */
    private final Predicate<Var> known;

    /** Which backward statements run early, and before which forward statement. */
    private Map<Integer, Integer> early = new HashMap<>();

    /** Which adjoints start with zero early, and get their first value where they were declared. */
    private Map<Integer, Integer> zeros = new HashMap<>();

    private Level(
            List<Stmt> forward,
            List<Stmt> backward,
            @Nullable Level parent,
            int place,
            int turn,
            Predicate<Var> known) {
        this.forward = forward;
        this.backward = backward;
        this.parent = parent;
        this.place = place;
        this.turn = turn;
        this.known = known;
    }

    static Level outermost(List<Stmt> forward, List<Stmt> backward, Predicate<Var> known) {
        return new Level(forward, backward, null, 0, 0, known);
    }

    /** The sides of two branches. */
    Level inside(List<Stmt> forwardSide, List<Stmt> backwardSide, int newPlace, int newTurn) {
        return new Level(forwardSide, backwardSide, this, newPlace, newTurn, known);
    }

    /**
     * Makes all that is needed known before a forward statement; false where it can't be, and nothing has changed.
     *
     * @param turn of the backward statement that needs it
     * @param read variables that are read
     * @param summed variables that are only added to
     */
    boolean provide(int before, int turn, Set<Var> read, Set<Var> summed) {
        Map<Level, List<Map<Integer, Integer>>> saved = new HashMap<>();
        for (Level level = this; level != null; level = level.parent) {
            saved.put(level, List.of(new HashMap<>(level.early), new HashMap<>(level.zeros)));
        }
        boolean provided = true;
        for (Var variable : read) {
            provided = provided && need(before, turn, variable);
        }
        for (Var variable : summed) {
            provided = provided && sum(before, turn, variable);
        }
        if (!provided || !isUndisturbed(turn)) {
            saved.forEach((level, maps) -> {
                level.early = maps.get(0);
                level.zeros = maps.get(1);
            });
            return false;
        }
        return true;
    }

    private boolean need(int before, int turn, Var variable) {
        boolean declared = false;
        for (int i = 0; i < turn; i++) {
            Stmt statement = backward.get(i);
            boolean declares =
                    statement instanceof Stmt.Declare s && s.variable().equals(variable);
            if ((declares || Walk.assigns(List.of(statement)).contains(variable)) && !early(before, i)) {
                return false;
            }
            declared |= declares;
        }
        if (declared) {
            return true;
        }
        for (int i = 0; i < before; i++) {
            if (forward.get(i) instanceof Stmt.Declare s && s.variable().equals(variable)) {
                return !Walk.assigns(forward.subList(before, forward.size())).contains(variable);
            }
        }
        return parent == null ? known.test(variable) : parent.need(place, this.turn, variable);
    }

    /** Whether a backward statement can run before a forward one. */
    private boolean early(int before, int turn) {
        if (early.getOrDefault(turn, Integer.MAX_VALUE) <= before) {
            return true;
        }
        if (zeros.getOrDefault(turn, Integer.MAX_VALUE) < before) {
            return false;
        }
        Stmt statement = backward.get(turn);
        Var variable = variable(statement);
        Expr value = value(statement);
        if (variable == null || value == null || !Effects.isFree(value) || variable.type() instanceof Type.Array) {
            return false;
        }
        boolean changes = !(statement instanceof Stmt.Declare);
        if (changes && !need(before, turn, variable)) {
            return false;
        }
        for (Var read : Walk.reads(value)) {
            if (!need(before, turn, read)) {
                return false;
            }
        }
        early.put(turn, before);
        zeros.remove(turn);
        return true;
    }

    private static @Nullable Var variable(Stmt statement) {
        if (statement instanceof Stmt.Declare s) {
            return s.variable();
        }
        if (statement instanceof Stmt.Assign s) {
            return s.variable();
        }
        return statement instanceof Stmt.Increment s ? s.variable() : null;
    }

    private static @Nullable Expr value(Stmt statement) {
        return variable(statement) == null || Walk.own(statement).isEmpty()
                ? null
                : Walk.own(statement).get(0);
    }

    /** A variable that is added to early: it must be there, and nobody may have asked for it before. */
    private boolean sum(int before, int turn, Var variable) {
        for (int i = 0; i < turn; i++) {
            List<Stmt> one = List.of(backward.get(i));
            if (readsValue(one, variable) || sets(one, variable)) {
                return false;
            }
        }
        for (int i = 0; i < turn; i++) {
            if (backward.get(i) instanceof Stmt.Declare s && s.variable().equals(variable)) {
                return early(before, i) || startsWithZero(s, before, i);
            }
        }
        return parent == null ? known.test(variable) : parent.sum(place, this.turn, variable);
    }

    /** Nobody has asked for its value: what has been taken early for another sum of it may come later after all. */
    private boolean startsWithZero(Stmt.Declare s, int before, int turn) {
        if (s.value() == null || !(s.variable().type() instanceof Type.Scalar)) {
            return false;
        }
        early.remove(turn);
        zeros.merge(turn, before, Math::min);
        return true;
    }

    private static boolean sets(List<Stmt> body, Var variable) {
        for (Stmt statement : Walk.all(body)) {
            if (statement instanceof Stmt.Assign s && s.variable().equals(variable)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a variable's value is asked for; an increment of it doesn't count. */
    static boolean readsValue(List<Stmt> body, Var variable) {
        for (Stmt statement : Walk.all(body)) {
            for (Expr e : Walk.own(statement)) {
                if (Walk.reads(e).contains(variable)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** No statement that stays behind reads what moves ahead of it has changed. */
    private boolean isUndisturbed(int turn) {
        for (int moved = 0; moved < turn; moved++) {
            Integer to = early.get(moved);
            Var variable = variable(backward.get(moved));
            if (to == null || variable == null) {
                continue;
            }
            for (int i = 0; i < moved; i++) {
                boolean stays = early.getOrDefault(i, Integer.MAX_VALUE) > to;
                if (stays && readsValue(List.of(backward.get(i)), variable)) {
                    return false;
                }
            }
        }
        return parent == null || parent.isUndisturbed(this.turn);
    }

    /** The backward statements before a turn that stay there, and those of the levels around. */
    List<Stmt> staying(int turn) {
        List<Stmt> staying = new ArrayList<>(parent == null ? List.of() : parent.staying(this.turn));
        for (int i = 0; i < turn; i++) {
            if (!early.containsKey(i)) {
                staying.add(backward.get(i));
            }
        }
        return staying;
    }

    /** The statements that run before a forward statement. */
    List<Stmt> before(int place) {
        List<Stmt> out = new ArrayList<>();
        for (int i = 0; i < backward.size(); i++) {
            if (early.getOrDefault(i, -1) == place) {
                out.add(backward.get(i));
            } else if (zeros.getOrDefault(i, -1) == place && backward.get(i) instanceof Stmt.Declare s) {
                Expr zero = Arithmetic.number(0, s.variable().type(), s.note().span());
                out.add(new Stmt.Declare(s.variable(), zero, s.note()));
            }
        }
        return out;
    }

    /**
     * What is left of the backward block.
     *
     * @param changed what has become of statements, by their turns; empty where nothing is left
     */
    List<Stmt> left(Map<Integer, List<Stmt>> changed) {
        List<Stmt> out = new ArrayList<>();
        for (int i = 0; i < backward.size(); i++) {
            if (zeros.containsKey(i) && backward.get(i) instanceof Stmt.Declare s && s.value() != null) {
                out.add(new Stmt.Increment(s.variable(), s.value(), s.note()));
            } else if (!early.containsKey(i)) {
                out.addAll(changed.getOrDefault(i, List.of(backward.get(i))));
            }
        }
        return out;
    }

    /** The variables that statements add to but don't declare, and null where they change one in another way. */
    static @Nullable Set<Var> sums(List<Stmt> body) {
        Set<Var> sums = new HashSet<>(Walk.carried(body));
        for (Var variable : sums) {
            if (sets(body, variable) || readsValue(body, variable)) {
                return null;
            }
        }
        return sums;
    }
}
