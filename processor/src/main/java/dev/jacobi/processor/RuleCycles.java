package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.HandRule;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.transform.ActiveArguments;
import dev.jacobi.processor.transform.RuleCalls;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds vjps that can't be made of a jvp, since that calls, with its directions, the method that it is the jvp of:
 *
 * <pre>
 *   static double[] smoothJvp(double[] a, double[] aDot) { return smooth(aDot); }
 * </pre>
 *
 * The vjp of {@code smooth} would be the derivative of {@code smoothJvp}, which needs the vjp of {@code smooth},
 * without end. Only calls count that happen in any case: others may be how such a recursion ends.
 */
final class RuleCycles {

    private final Functions functions;
    private final CallGraph calls;
    private final Set<FunctionName> open = new HashSet<>();

    RuleCycles(Functions functions, CallGraph calls) {
        this.functions = functions;
        this.calls = calls;
    }

    /** Whether the vjp that is made of a jvp needs itself. */
    boolean isEndless(FunctionName.Ruled of, HandRule jvp) {
        if (!(jvp.function() instanceof FunctionName.Primal)) {
            return false;
        }
        SortedSet<Integer> directions = new TreeSet<>();
        int first = functions.headers().parameters(of).size() + (jvp.takesValue() ? 1 : 0);
        for (int i = 0; i < jvp.by().size(); i++) {
            directions.add(first + i);
        }
        return reverses(jvp.function(), directions);
    }

    /** Whether the vjp of a function by some parameters needs one that is being made. */
    private boolean reverses(FunctionName name, SortedSet<Integer> active) {
        if (!open.add(name)) {
            return true;
        }
        Function function = functions.read(name.primal()).function();
        boolean endless = false;
        if (function != null) {
            Activity activity = Activity.of(function, active, Sharing.NONE, calls);
            endless = function.body().stream().anyMatch(statement -> reverses(statement, activity));
        }
        open.remove(name);
        return endless;
    }

    private boolean reverses(Stmt statement, Activity activity) {
        if (!(statement instanceof Stmt.Declare s)
                || !(s.value() instanceof Expr.Call call)
                || !activity.carriesDerivative(s.variable())) {
            return false;
        }
        SortedSet<Integer> active = ActiveArguments.of(call, activity);
        if (active.isEmpty()) {
            return false;
        }
        if (call.function() instanceof FunctionName.Ruled ruled) {
            active.removeIf(i -> !call.arguments().get(i).type().carriesDerivative());
            return needsEndless(ruled, active);
        }
        return call.function() instanceof FunctionName.Primal && reverses(call.function(), active);
    }

    private boolean needsEndless(FunctionName.Ruled of, SortedSet<Integer> active) {
        for (int i : active) {
            HandRule rule = HandRule.reverse(functions.rules().of(of.of()), i);
            if (rule != null && isTransposed(of, rule) && isEndless(of, rule)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTransposed(FunctionName.Ruled of, HandRule rule) {
        return rule.form() == HandRule.Form.JVP
                && RuleCalls.isTransposed(
                        rule,
                        functions.headers().result(of),
                        functions.headers().parameters(of));
    }
}
