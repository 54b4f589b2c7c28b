package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a list of statements is cut: so that each part is within the limit and at least half of it, and where the
 * fewest variables are declared before and mentioned after, since those become fields.
 */
final class CutPoints {

    private final List<Stmt> body;
    private final int limit;
    private final int[] live;

    /** @param fields variables that are fields already, wherever it is cut */
    CutPoints(List<Stmt> body, int limit, Set<Var> fields) {
        this.body = body;
        this.limit = limit;
        this.live = live(body, fields);
    }

    /** For each index, how many variables are declared before that statement, and mentioned there or later. */
    private static int[] live(List<Stmt> body, Set<Var> fields) {
        Map<Var, Integer> declared = new HashMap<>();
        Map<Var, Integer> last = new HashMap<>();
        for (int i = 0; i < body.size(); i++) {
            if (body.get(i) instanceof Stmt.Declare s && !fields.contains(s.variable())) {
                declared.put(s.variable(), i);
            }
            for (Var variable : mentions(List.of(body.get(i)))) {
                last.put(variable, i);
            }
        }
        int[] live = new int[body.size() + 2];
        declared.forEach((variable, from) -> {
            live[from + 1]++;
            live[last.getOrDefault(variable, from) + 1]--;
        });
        for (int i = 1; i < live.length; i++) {
            live[i] += live[i - 1];
        }
        return live;
    }

    /** The variables that statements declare, read or assign. */
    static Set<Var> mentions(List<Stmt> body) {
        Set<Var> mentioned = new LinkedHashSet<>(Walk.declares(body));
        mentioned.addAll(Walk.reads(body));
        mentioned.addAll(Walk.assigns(body));
        return mentioned;
    }

    /** The parts, in order. A statement that is too large by itself is a part, and so is one that {@code alone} has. */
    List<List<Stmt>> parts(Set<Stmt> alone) {
        List<List<Stmt>> parts = new ArrayList<>();
        int from = 0;
        while (from < body.size()) {
            int to = end(from, alone);
            parts.add(body.subList(from, to));
            from = to;
        }
        return parts;
    }

    private int end(int from, Set<Stmt> alone) {
        if (alone.contains(body.get(from))) {
            return from + 1;
        }
        int best = from + 1;
        int weight = Weight.of(body.get(from));
        for (int to = from + 1; ; to++) {
            boolean better = live[to] <= live[best] || 2 * weight <= limit;
            best = better ? to : best;
            if (to == body.size() || alone.contains(body.get(to))) {
                return to;
            }
            weight += Weight.of(body.get(to));
            if (weight > limit) {
                return best;
            }
        }
    }
}
