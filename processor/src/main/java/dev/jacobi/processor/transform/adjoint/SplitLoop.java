package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Cost;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loop that adds to arrays and sums up in variables, both in any order, becomes two:
 *
 * <pre>
 *   for (i …) { b = z[i]; aBar[i] += x * b; xBar += a[i] * b; … }
 *   becomes    for (i …) { b = z[i]; aBar[i] += x * b + …; }
 *              for (i …) { b = z[i]; xBar += a[i] * b; … }
 * </pre>
 *
 * C2 makes vector instructions of the first, which it doesn't of both: a sum's order is Java's. It pays if there are
 * several sums, so that the second loop doesn't wait for one addition after the other.
 */
final class SplitLoop {

    /** How many sums keep a processor busy; with two of them one loop is the faster. */
    private static final int LEAST_SUMS = 4;

    private final NameSupply names;

    SplitLoop(NameSupply names) {
        this.names = names;
    }

    /** @param loop whose iterations meet only in sums */
    List<Stmt> of(Stmt.Loop loop) {
        List<Stmt> adds = new ArrayList<>();
        List<Stmt> sums = new ArrayList<>();
        Set<Var> variables = new HashSet<>();
        Set<Var> own = new HashSet<>(Walk.declares(loop.body()));
        for (Stmt statement : loop.body()) {
            if (isOwn(statement, own)) {
                continue;
            }
            if (statement instanceof Stmt.Increment s && s.variable().type().isFloating()) {
                sums.add(s);
                variables.add(s.variable());
            } else if (statement instanceof Stmt.Accumulate s
                    && s.value().type().isFloating()) {
                adds.add(s);
            } else {
                return List.of(loop);
            }
        }
        List<Stmt> first = needed(loop.body(), own, adds);
        List<Stmt> second = needed(loop.body(), own, sums);
        Set<Stmt> both = new HashSet<>(first);
        both.retainAll(second);
        boolean pays = !adds.isEmpty()
                && variables.size() >= LEAST_SUMS
                && both.stream().allMatch(SplitLoop::isCheap);
        return pays ? List.of(loop.with(merged(first)), Copying.copy(loop.with(second), names)) : List.of(loop);
    }

    /** Whether a statement only computes a variable of the body. */
    private static boolean isOwn(Stmt statement, Set<Var> own) {
        return statement instanceof Stmt.Declare || statement instanceof Stmt.Increment s && own.contains(s.variable());
    }

    private static boolean isCheap(Stmt statement) {
        return statement instanceof Stmt.Declare s && s.value() != null && Cost.isCheap(s.value())
                || statement instanceof Stmt.Increment added && Cost.isCheap(added.value());
    }

    /** Some statements of a body, with those that compute what they read. */
    private static List<Stmt> needed(List<Stmt> body, Set<Var> own, List<Stmt> wanted) {
        List<Stmt> out = new ArrayList<>();
        Set<Var> read = new HashSet<>();
        Set<Stmt> these = Collections.newSetFromMap(new IdentityHashMap<>());
        these.addAll(wanted);
        for (int i = body.size() - 1; i >= 0; i--) {
            Stmt statement = body.get(i);
            if (these.contains(statement) || isOwn(statement, own) && writes(statement, read)) {
                read.addAll(Walk.reads(List.of(statement)));
                out.add(0, statement);
            }
        }
        return out;
    }

    private static boolean writes(Stmt statement, Set<Var> read) {
        return statement instanceof Stmt.Declare s && read.contains(s.variable())
                || statement instanceof Stmt.Increment added && read.contains(added.variable());
    }

    /** What is added to one element is added up first: as late as what it reads stays what it is; nothing reads it. */
    private static List<Stmt> merged(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        Map<List<Structure>, Stmt.Accumulate> waiting = new LinkedHashMap<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Accumulate s) {
                waiting.merge(element(s), s, SplitLoop::sum);
                continue;
            }
            if (statement instanceof Stmt.Increment s
                    && Walk.reads(List.copyOf(waiting.values())).contains(s.variable())) {
                out.addAll(waiting.values());
                waiting.clear();
            }
            out.add(statement);
        }
        out.addAll(waiting.values());
        return out;
    }

    private static List<Structure> element(Stmt.Accumulate s) {
        return Structure.of(List.of(s.array(), s.index()));
    }

    private static Stmt.Accumulate sum(Stmt.Accumulate first, Stmt.Accumulate second) {
        Expr value = Arithmetic.plus(first.value(), second.value());
        return new Stmt.Accumulate(first.array(), first.index(), value, second.note());
    }
}
