package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.analysis.Coverage;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Enclosing;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.frontend.Subjects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.HandRule;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.transform.ActiveArguments;
import dev.jacobi.processor.transform.RuleCalls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Checks the calls of functions whose derivative was written by hand: that there is a rule for each parameter that a
 * derivative flows through, and that the rules themselves can be differentiated as often as that takes.
 *
 * <p>The order k takes k - 1 derivatives of a rule; and a vjp that stands for a jvp, or the other way round, is
 * differentiated once more.
 */
final class RuleChecks {

    private final Functions functions;
    private final CallGraph calls;
    private final Partials partials;
    private final Subjects declarations;
    private final Subject subject;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Visit> seen = new HashSet<>();
    private final Set<FunctionName> copies = new HashSet<>();

    /** The jvps of which is known whether a vjp can be made. */
    private final Set<FunctionName> transposed = new HashSet<>();

    /** The vjps of which is known whether the jvp that is made of them can be differentiated. */
    private final Set<FunctionName> tangents = new HashSet<>();

    /** @param times how often the function's rules are differentiated */
    private record Visit(FunctionName name, Set<Integer> active, Sharing sharing, int times) {}

    RuleChecks(Functions functions, CallGraph calls, Partials partials, Subjects declarations, Subject subject) {
        this.functions = functions;
        this.calls = calls;
        this.partials = partials;
        this.declarations = declarations;
        this.subject = subject;
    }

    List<Problem> run() {
        visit(new Visit(subject.name(), subject.wrt(), Sharing.NONE, subject.order() - 1), false);
        return problems;
    }

    /** @param isRule whether the function is differentiated for its being a rule, and so was not checked before */
    private void visit(Visit visit, boolean isRule) {
        if (!seen.add(visit)) {
            return;
        }
        FunctionName.Primal name = visit.name().primal();
        Functions.Source source = functions.read(name);
        Function function = source.function();
        if (isRule) {
            problems.addAll(source.problems());
            boolean elsewhere = !functions.home(name).equals(subject.packageName());
            problems.addAll(elsewhere ? source.insidePackage() : List.of());
        }
        if (function == null) {
            return;
        }
        Activity activity = Activity.of(function, visit.active(), visit.sharing(), calls);
        if (isRule) {
            problems.addAll(Coverage.check(function, activity, partials));
            copiedIn(function);
        }
        for (Stmt statement : Walk.all(function.body())) {
            for (Expr value : Walk.own(statement)) {
                if (value instanceof Expr.Call call) {
                    call(call, statement, activity, visit.times(), isRule);
                }
            }
        }
    }

    private void call(Expr.Call call, Stmt statement, Activity activity, int times, boolean isRule) {
        SortedSet<Integer> active = ActiveArguments.of(call, activity);
        if (active.isEmpty()) {
            return;
        }
        if (call.function() instanceof FunctionName.Ruled function) {
            active.removeIf(i -> !call.arguments().get(i).type().carriesDerivative());
            if (statement instanceof Stmt.Declare s && activity.carriesDerivative(s.variable())) {
                ruled(function, active, times, call.span());
            }
        } else if (call.function() instanceof FunctionName.Primal) {
            Sharing sharing = activity.memory().sharing(call);
            visit(new Visit(call.function(), active, sharing, times), isRule);
        } else {
            FunctionName.Primal primal = call.function().primal();
            SortedSet<Integer> all = declarations.differentiable(primal);
            visit(new Visit(primal, all, Sharing.NONE, times + layers(call.function())), isRule);
        }
    }

    /** How many derivatives of a method a function is. */
    private static int layers(FunctionName name) {
        if (name instanceof FunctionName.Gradient gradient) {
            return 1 + layers(gradient.of());
        }
        if (name instanceof FunctionName.Jvp jvp) {
            return 1 + layers(jvp.of());
        }
        if (name instanceof FunctionName.Tangent tangent) {
            return 1 + layers(tangent.of());
        }
        return name instanceof FunctionName.Weighted weighted ? layers(weighted.of()) : 0;
    }

    /** A call of a function with rules through which a derivative flows. */
    private void ruled(FunctionName.Ruled function, SortedSet<Integer> active, int times, Span span) {
        List<HandRule> rules = functions.rules().of(function.of());
        for (int i : active) {
            HandRule forward = HandRule.forward(rules, i);
            HandRule reverse = HandRule.reverse(rules, i);
            if (forward == null || reverse == null) {
                missing(function, i, rules, span);
                continue;
            }
            Uses uses = new Uses(
                    functions.headers().result(function), functions.headers().parameters(function));
            rule(function, forward, uses.isTransposedForward(forward) ? 1 : 0, times, span);
            rule(function, reverse, uses.isTransposedReverse(reverse) ? 1 : 0, times, span);
            endlessTangent(function, forward, uses.isTransposedForward(forward) && times > 0, span);
            if (uses.isTransposedReverse(reverse)
                    && transposed.add(reverse.function())
                    && new RuleCycles(functions, calls).isEndless(function, reverse)) {
                problems.add(Problem.of(
                        Kind.ENDLESS_TRANSPOSE,
                        span,
                        function.of().display(),
                        reverse.function().primal().display()));
            }
        }
    }

    /** The derivative of a jvp that is made of a vjp. */
    private void endlessTangent(FunctionName.Ruled function, HandRule vjp, boolean isMade, Span span) {
        if (isMade
                && tangents.add(vjp.function())
                && new RuleCycles(functions, calls).isEndlessTangent(function, vjp)) {
            problems.add(Problem.of(
                    Kind.ENDLESS_SECOND_DERIVATIVE,
                    span,
                    function.of().display(),
                    vjp.function().primal().display()));
        }
    }

    /** Which rules stand for the others. */
    private record Uses(Type result, List<Type.Component> parameters) {
        boolean isTransposedForward(HandRule rule) {
            return rule.form() == HandRule.Form.VJP && RuleCalls.isTransposed(rule, result, parameters);
        }

        boolean isTransposedReverse(HandRule rule) {
            return rule.form() == HandRule.Form.JVP && RuleCalls.isTransposed(rule, result, parameters);
        }
    }

    private void missing(FunctionName.Ruled function, int parameter, List<HandRule> rules, Span span) {
        List<Type.Component> parameters = functions.headers().parameters(function);
        Set<String> given = new LinkedHashSet<>();
        rules.forEach(rule -> rule.by().forEach(i -> given.add(parameters.get(i).name())));
        problems.add(Problem.of(
                Kind.NO_DERIVATIVE_BY,
                span,
                function.of().display(),
                parameters.get(parameter).name(),
                String.join(", ", given)));
    }

    /** A rule that is called, and differentiated so often. */
    private void rule(FunctionName.Ruled of, HandRule rule, int transposed, int times, Span span) {
        FunctionName.Primal name = rule.function().primal();
        boolean hidden = !isReachable(name);
        boolean ruled = rule.function() instanceof FunctionName.Ruled;
        Functions.Source source = ruled ? null : functions.read(name);
        if (hidden && (source == null || source.function() == null)) {
            problems.add(Problem.of(
                    Kind.UNREACHABLE,
                    span,
                    name.display(),
                    "not public, and its source can't be copied",
                    "make it public"));
            return;
        }
        if (isCopied(name)) {
            copied(name);
        }
        int needed = times + transposed;
        if (needed == 0) {
            return;
        }
        if (rule.function() instanceof FunctionName.Ruled again) {
            ruled(again, declarations.differentiable(again.of()), needed - 1, span);
            return;
        }
        boolean shipped = functions.fromLibrary(name) != null;
        if (shipped ? needed > 1 : source != null && source.function() == null) {
            Kind kind = times == 0 ? Kind.NO_TRANSPOSE : Kind.NO_SECOND_DERIVATIVE;
            problems.add(
                    Problem.of(kind, span, of.of().display(), name.display(), form(rule, true), form(rule, false)));
            return;
        }
        if (!shipped) {
            visit(new Visit(name, declarations.differentiable(name), Sharing.NONE, needed - 1), true);
        }
    }

    private boolean isReachable(FunctionName.Primal name) {
        return Enclosing.isReachable(functions.method(name), subject.packageName());
    }

    private boolean isCopied(FunctionName.Primal name) {
        return functions.takesApart(name) || !isReachable(name);
    }

    /** A function that generated code can't call has a copy there, and so have those that it calls. */
    private void copied(FunctionName.Primal name) {
        Functions.Source source = functions.read(name);
        if (!copies.add(name) || functions.hasRule(name)) {
            return;
        }
        problems.addAll(source.problems());
        if (!functions.home(name).equals(subject.packageName())) {
            problems.addAll(source.insidePackage());
        }
        if (source.function() != null) {
            copiedIn(source.function());
        }
    }

    private void copiedIn(Function function) {
        for (Expr.Call call : Walk.calls(function.body())) {
            if (call.function() instanceof FunctionName.Primal callee && isCopied(callee)) {
                copied(callee);
            }
        }
    }

    private static String form(HandRule rule, boolean given) {
        return (rule.form() == HandRule.Form.VJP) == given ? "vjp" : "jvp";
    }
}
