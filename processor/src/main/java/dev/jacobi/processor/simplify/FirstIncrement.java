package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Arithmetic;
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

/**
 * {@code double aBar = 0; …; aBar += e;} becomes {@code double aBar = e;} where the first increment always runs; an
 * adjoint that starts with zero is declared just before its first use.
 */
final class FirstIncrement {

    private final List<Stmt> out;

    /** What each statement of {@code out} reads or assigns. */
    private final List<Set<Var>> mentions = new ArrayList<>();

    /** In how many statements a variable is mentioned. */
    private final Map<Var, Integer> counts = new HashMap<>();

    private FirstIncrement(List<Stmt> out) {
        this.out = out;
        for (Stmt statement : out) {
            Set<Var> mentioned = Walk.reads(List.of(statement));
            mentioned.addAll(Walk.assigns(List.of(statement)));
            mentions.add(mentioned);
            mentioned.forEach(v -> counts.merge(v, 1, Integer::sum));
        }
    }

    /** @param after the variables that are read behind the block */
    static List<Stmt> declareThere(List<Stmt> body, Set<Var> after) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            out.add(Walk.withBlocks(statement, block -> declareThere(block, Set.of())));
        }
        new FirstIncrement(out).declareThere(after);
        return out;
    }

    private void declareThere(Set<Var> after) {
        Set<Var> incremented = new HashSet<>();
        for (Stmt statement : Walk.all(out)) {
            if (statement instanceof Stmt.Increment increment) {
                incremented.add(increment.variable());
            }
        }
        for (int i = out.size() - 1; i >= 0; i--) {
            if (out.get(i) instanceof Stmt.Declare s
                    && s.note().role() == Stmt.Role.ADJOINT
                    && s.value() != null
                    && incremented.contains(s.variable())) {
                move(s, i);
            } else if (out.get(i) instanceof Stmt.Declare s
                    && s.note().role() == Stmt.Role.ADJOINT
                    && counts.getOrDefault(s.variable(), 0) == 0
                    && (s.value() == null || isZero(s.value()))
                    && !after.contains(s.variable())) {
                out.remove(i);
                mentions.remove(i).forEach(v -> counts.merge(v, -1, Integer::sum));
            }
        }
    }

    private static boolean isZero(Expr e) {
        return Arithmetic.is(e, 0) || e.type() instanceof Type.Tensor;
    }

    private void move(Stmt.Declare declaration, int at) {
        Var variable = declaration.variable();
        int use = at + 1;
        while (use < out.size() && !mentions.get(use).contains(variable)) {
            use++;
        }
        if (use == out.size()) {
            return;
        }
        if (out.get(use) instanceof Stmt.Increment first) {
            out.set(use, new Stmt.Declare(variable, first.value(), first.note()));
            out.remove(at);
            mentions.remove(at).forEach(v -> counts.merge(v, -1, Integer::sum));
        } else {
            out.add(use - 1, out.remove(at));
            mentions.add(use - 1, mentions.remove(at));
        }
    }
}
