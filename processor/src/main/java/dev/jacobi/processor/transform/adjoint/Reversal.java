package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.transform.ActiveArguments;
import dev.jacobi.processor.transform.Signatures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Reverse mode: the statements once forwards, then their adjoints from the last to the first.
 *
 * <pre>
 *   y = f(a, b)    has the adjoint    aBar += ∂f/∂a · yBar; bBar += ∂f/∂b · yBar
 *   if (c) S else T                   if (c) adjoint of S else adjoint of T
 * </pre>
 *
 * Each variable is assigned once, so nothing that the adjoints read has been overwritten, and an adjoint is complete
 * when its variable's own statement is reached. (Griewank, Walther: Evaluating Derivatives, 2nd ed., §3.2.)
 */
public final class Reversal {

    private final Activity activity;
    private final CallGraph calls;
    private final Signatures signatures;
    private final NameSupply names;
    private final Backpropagation backpropagation;
    private final Map<Var, Var> bars = new HashMap<>();

    /** The pullback that the forward sweep keeps of each call, by the variable that holds the call's value. */
    private final Map<Var, Pullback> pullbacks = new HashMap<>();

    private record Pullback(Var variable, FunctionName.Forward name, Expr.Call call, SortedSet<Integer> active) {}

    private Reversal(Activity activity, CallGraph calls, Partials partials, Signatures signatures, NameSupply names) {
        this.activity = activity;
        this.calls = calls;
        this.signatures = signatures;
        this.names = names;
        this.backpropagation = new Backpropagation(activity, partials, names, this::bar);
    }

    /** @param prepared the function, with what its derivative reads named */
    public static Adjoint of(
            Function prepared, SortedSet<Integer> active, CallGraph calls, Partials partials, Signatures signatures) {
        Activity activity = Activity.of(prepared, active, calls);
        Reversal reversal = new Reversal(activity, calls, partials, signatures, NameSupply.after(prepared));
        return reversal.function(prepared, active);
    }

    private Adjoint function(Function primal, SortedSet<Integer> active) {
        Expr result = primal.result();
        if (result == null) {
            throw new IllegalArgumentException(primal.name() + " has no result");
        }
        Var seed = new Var(names.fresh("seed"), result.type());
        List<Stmt> forward = forward(primal.body());
        Span span = result.span();
        Stmt.Note note = new Stmt.Note(Stmt.Role.ADJOINT, span);
        List<Stmt> backward = new ArrayList<>();
        List<Expr> parameterBars = new ArrayList<>();
        for (int i : active) {
            Var parameter = primal.parameters().get(i);
            Var bar = bar(parameter);
            backward.add(new Stmt.Declare(bar, Arithmetic.zero(new Expr.Ref(parameter, span), span), note));
            parameterBars.add(new Expr.Ref(bar, span));
        }
        declareBars(primal.body(), backward);
        backpropagation.into(result, null, new Expr.Ref(seed, span), note, backward);
        backward.addAll(backwards(primal.body()));
        return new Adjoint(primal, active, forward, result, seed, backward, parameterBars);
    }

    private Var bar(Var variable) {
        return bars.computeIfAbsent(variable, v -> new Var(names.fresh(v.name() + "Bar"), v.type()));
    }

    private static Stmt.Note note(Stmt primal) {
        return new Stmt.Note(Stmt.Role.ADJOINT, primal.note().span());
    }

    /** The primal, with pullbacks kept of the calls that a derivative flows through. */
    private List<Stmt> forward(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.If s) {
                out.add(new Stmt.If(s.condition(), forward(s.then()), forward(s.otherwise()), s.note()));
            } else if (statement instanceof Stmt.Declare s
                    && activity.isActive(s.variable())
                    && s.value() instanceof Expr.Call call) {
                call(s, call, out);
            } else {
                out.add(statement);
            }
        }
        return out;
    }

    /** {@code p = fPullback(a); y = p.value()}. */
    private void call(Stmt.Declare s, Expr.Call call, List<Stmt> out) {
        FunctionName.Primal function = (FunctionName.Primal) call.function();
        SortedSet<Integer> active = ActiveArguments.of(call, activity, calls);
        FunctionName.Forward name = new FunctionName.Forward(function, signatures.active(function, active));
        Type.Struct struct = signatures.pullback(name);
        Var pullback = new Var(names.fresh(s.variable().name() + "Pullback"), struct);
        pullbacks.put(s.variable(), new Pullback(pullback, name, call, active));
        Expr made = new Expr.Call(name, call.arguments(), struct, call.span());
        out.add(new Stmt.Declare(pullback, made, s.note()));
        Expr.Ref ref = new Expr.Ref(pullback, call.span());
        out.add(new Stmt.Declare(
                s.variable(), new Expr.Component(ref, "value", s.variable().type(), call.span()), s.note()));
    }

    /** Zeros for the adjoints of the variables that a block declares. */
    private void declareBars(List<Stmt> body, List<Stmt> out) {
        for (int i = body.size() - 1; i >= 0; i--) {
            if (body.get(i) instanceof Stmt.Declare s && activity.isActive(s.variable())) {
                Expr zero = Arithmetic.zero(
                        new Expr.Ref(s.variable(), s.note().span()), s.note().span());
                out.add(new Stmt.Declare(bar(s.variable()), zero, note(s)));
            }
        }
    }

    private List<Stmt> backwards(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (int i = body.size() - 1; i >= 0; i--) {
            backwards(body.get(i), out);
        }
        return out;
    }

    private void backwards(Stmt statement, List<Stmt> out) {
        if (statement instanceof Stmt.Declare s && s.value() != null && activity.isActive(s.variable())) {
            assigned(s, s.variable(), s.value(), out);
        } else if (statement instanceof Stmt.Assign s && activity.isActive(s.variable())) {
            assigned(s, s.variable(), s.value(), out);
        } else if (statement instanceof Stmt.Increment s && activity.isActive(s.variable())) {
            backpropagation.into(
                    s.value(), null, new Expr.Ref(bar(s.variable()), s.note().span()), note(s), out);
        } else if (statement instanceof Stmt.If s) {
            List<Stmt> then = side(s.then());
            List<Stmt> otherwise = side(s.otherwise());
            if (!then.isEmpty() || !otherwise.isEmpty()) {
                out.add(new Stmt.If(s.condition(), then, otherwise, note(s)));
            }
        }
    }

    private List<Stmt> side(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        declareBars(body, out);
        out.addAll(backwards(body));
        return out;
    }

    private void assigned(Stmt statement, Var variable, Expr value, List<Stmt> out) {
        Span span = statement.note().span();
        Expr.Ref bar = new Expr.Ref(bar(variable), span);
        Pullback pullback = pullbacks.get(variable);
        if (pullback != null && value instanceof Expr.Call) {
            called(pullback, bar, note(statement), out);
        } else {
            backpropagation.into(value, new Expr.Ref(variable, span), bar, note(statement), out);
        }
    }

    /** {@code g = p.apply(yBar)}, whose components are the adjoints of the active arguments. */
    private void called(Pullback pullback, Expr bar, Stmt.Note note, List<Stmt> out) {
        Expr.Call call = pullback.call();
        SortedSet<Integer> given = pullback.name().active();
        FunctionName.Backward name = new FunctionName.Backward(pullback.name().of(), given);
        Type type = signatures.gradient(name);
        Expr.Ref ref = new Expr.Ref(pullback.variable(), call.span());
        Expr applied = new Expr.Call(name, List.of(ref, bar), type, call.span());
        if (given.size() == 1) {
            argument(call.arguments().get(given.first()), applied, note, out);
            return;
        }
        Var gradient = new Var(names.fresh(pullback.name().primal().method() + "Gradient"), type);
        out.add(new Stmt.Declare(gradient, applied, note));
        List<Type.Component> parameters = signatures.parameters(pullback.name().primal());
        for (int i : pullback.active()) {
            Type.Component parameter = parameters.get(i);
            Expr component = new Expr.Component(
                    new Expr.Ref(gradient, call.span()), parameter.name(), parameter.type(), call.span());
            argument(call.arguments().get(i), component, note, out);
        }
    }

    private void argument(Expr argument, Expr bar, Stmt.Note note, List<Stmt> out) {
        backpropagation.into(argument, null, bar, note, out);
    }
}
