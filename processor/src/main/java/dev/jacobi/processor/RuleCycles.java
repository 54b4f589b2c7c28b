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
 * Finds derivatives that can't be made of a rule, since the rule calls the method that it is the rule of.
 *
 * <pre>
 *   static double[] smoothJvp(double[] a, double[] aDot) { return smooth(aDot); }
 * </pre>
 *
 * The vjp of {@code smooth} would be the derivative of {@code smoothJvp}, which needs the vjp of {@code smooth},
 * without end.
 *
 * <pre>
 *   static Bars solveVjp(double[][] a, double[] b, double[] x, double[] seed) { double[] w = solve(transposed(a), seed); … }
 * </pre>
 *
 * The jvp of {@code solve} is the derivative of {@code solveVjp} by the seed, a gradient. The derivative of a gradient
 * is made of that function's jvp, which needs the jvp of {@code solve}: so the derivative of this jvp needs itself.
 *
 * <p>Only calls count that happen in any case: others may be how such a recursion ends.
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
        SortedSet<Integer> directions = new TreeSet<>();
        int first = functions.headers().parameters(of).size() + (jvp.takesValue() ? 1 : 0);
        for (int i = 0; i < jvp.by().size(); i++) {
            directions.add(first + i);
        }
        return jvp.function() instanceof FunctionName.Primal
                && needs(jvp.function(), directions, this::isMadeEndlessly);
    }

    /** Whether the derivative of the jvp that is made of a vjp needs itself. */
    boolean isEndlessTangent(FunctionName.Ruled of, HandRule vjp) {
        SortedSet<Integer> all = new TreeSet<>();
        for (int i = 0; i <= functions.headers().parameters(of).size() + (vjp.takesValue() ? 1 : 0); i++) {
            all.add(i);
        }
        return vjp.function() instanceof FunctionName.Primal && needs(vjp.function(), all, this::hasEndlessTangent);
    }

    /** Says of a method with rules whether its derivative by some parameters needs one that is being made. */
    private interface Needs {
        boolean endless(FunctionName.Ruled of, int parameter);
    }

    /** Whether the derivative of a function by some parameters needs one that is being made. */
    private boolean needs(FunctionName name, SortedSet<Integer> active, Needs needs) {
        if (!open.add(name)) {
            return true;
        }
        Function function = functions.read(name.primal()).function();
        boolean endless = false;
        if (function != null) {
            active.removeIf(i -> i >= function.parameters().size()
                    || !function.parameters().get(i).type().carriesDerivative());
            Activity activity = Activity.of(function, active, Sharing.NONE, calls);
            endless = function.body().stream().anyMatch(statement -> needs(statement, activity, needs));
        }
        open.remove(name);
        return endless;
    }

    private boolean needs(Stmt statement, Activity activity, Needs needs) {
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
            return active.stream().anyMatch(i -> needs.endless(ruled, i));
        }
        return call.function() instanceof FunctionName.Primal && needs(call.function(), active, needs);
    }

    private boolean isMadeEndlessly(FunctionName.Ruled of, int parameter) {
        HandRule rule = HandRule.reverse(functions.rules().of(of.of()), parameter);
        return rule != null && rule.form() == HandRule.Form.JVP && isTransposed(of, rule) && isEndless(of, rule);
    }

    private boolean hasEndlessTangent(FunctionName.Ruled of, int parameter) {
        HandRule rule = HandRule.forward(functions.rules().of(of.of()), parameter);
        return rule != null && rule.form() == HandRule.Form.VJP && isTransposed(of, rule) && isEndlessTangent(of, rule);
    }

    private boolean isTransposed(FunctionName.Ruled of, HandRule rule) {
        return RuleCalls.isTransposed(
                rule, functions.headers().result(of), functions.headers().parameters(of));
    }
}
