package dev.jacobi.processor.transform.stack;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variables that depend on a seed. Arrays don't come into it: code that puts a stack into one is refused. */
final class Dependent {

    private Dependent() {}

    static Set<Var> of(List<Stmt> body, Var seed) {
        Set<Var> dependent = new HashSet<>(Set.of(seed));
        List<Stmt> all = Walk.all(body);
        int before;
        do {
            before = dependent.size();
            for (Stmt statement : all) {
                if (statement instanceof Stmt.Declare s && s.value() != null && isIn(s.value(), dependent)) {
                    dependent.add(s.variable());
                } else if (statement instanceof Stmt.Assign s && isIn(s.value(), dependent)) {
                    dependent.add(s.variable());
                } else if (statement instanceof Stmt.Increment s && isIn(s.value(), dependent)) {
                    dependent.add(s.variable());
                }
            }
        } while (dependent.size() > before);
        return dependent;
    }

    static boolean isIn(Expr e, Set<Var> dependent) {
        return Walk.reads(e).stream().anyMatch(dependent::contains);
    }
}
