package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which variables are active: varied (they depend on a parameter that is differentiated by) and useful (the result
 * depends on them). Derivative code is made for these alone. (Hascoët, Pascual: The Tapenade automatic differentiation
 * tool, 2013, §4.1.)
 */
public final class Activity {

    private final Dependence dependence;
    private final Set<Integer> seeds;
    private final Set<Var> useful = new HashSet<>();

    private Activity(Dependence dependence, Set<Integer> seeds) {
        this.dependence = dependence;
        this.seeds = seeds;
    }

    /** @param seeds the indices of the parameters that are differentiated by */
    public static Activity of(Function function, Set<Integer> seeds, CallGraph calls) {
        Activity activity = new Activity(calls.dependence(function), seeds);
        if (function.result() != null) {
            activity.markRead(function.result());
        }
        int before;
        do {
            before = activity.useful.size();
            activity.block(function.body());
        } while (activity.useful.size() > before);
        return activity;
    }

    private void block(List<Stmt> body) {
        for (int i = body.size() - 1; i >= 0; i--) {
            Stmt statement = body.get(i);
            if (statement instanceof Stmt.Declare s && s.value() != null && useful.contains(s.variable())) {
                markRead(s.value());
            } else if (statement instanceof Stmt.Assign s && useful.contains(s.variable())) {
                markRead(s.value());
            } else if (statement instanceof Stmt.Increment s && useful.contains(s.variable())) {
                markRead(s.value());
            } else if (statement instanceof Stmt.If s) {
                block(s.otherwise());
                block(s.then());
            }
        }
    }

    private void markRead(Expr expression) {
        for (Expr through : dependence.through(expression)) {
            if (through instanceof Expr.Ref ref) {
                useful.add(ref.variable());
            } else {
                markRead(through);
            }
        }
    }

    /** Whether the value depends on a parameter that is differentiated by. */
    public boolean isVaried(Expr expression) {
        return meets(dependence.of(expression));
    }

    public boolean isUseful(Var variable) {
        return useful.contains(variable);
    }

    public boolean isActive(Var variable) {
        return useful.contains(variable) && meets(dependence.of(variable));
    }

    private boolean meets(Set<Integer> parameters) {
        for (Integer parameter : parameters) {
            if (seeds.contains(parameter)) {
                return true;
            }
        }
        return false;
    }

    /** The operands through which a derivative flows into an expression. */
    public List<Expr> through(Expr expression) {
        return dependence.through(expression);
    }
}
