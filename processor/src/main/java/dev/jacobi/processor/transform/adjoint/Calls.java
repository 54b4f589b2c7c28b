package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Meanwhile;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.transform.ActiveArguments;
import dev.jacobi.processor.transform.Signatures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls that a derivative flows through. The forward sweep calls the function's forward half and keeps the pullback
 * that it gives; the backward sweep calls that.
 *
 * <pre>
 *   y = f(a, r)    becomes    p = fPullback(a, r, rBar); y = p.value()
 *   and backwards             aBar += p.apply(yBar)      (rBar gets its share inside)
 * </pre>
 */
final class Calls {

    private final Activity activity;
    private final Signatures signatures;
    private final NameSupply names;
    private final ResultBars resultBars;
    private final ShadowReferences shadows;
    private final Backpropagation backpropagation;
    private final SingularPartials roots;
    private final Steadiness steadiness;
    private final RuleAdjoints ruled;
    private final Map<Stmt, Pullback> pullbacks = new IdentityHashMap<>();

    /** Of functions that take no shadows, what holds the adjoint of an array that they give. */
    private final Map<Stmt, Expr> resultShadows = new IdentityHashMap<>();

    /** Calls that give constants, whose adjoints go nowhere. */
    private final Set<Stmt> constants = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What stands for the variables that held several results: their calls' pullbacks give these too. */
    private final Map<Var, Expr> parts = new HashMap<>();

    /** @param shadows where a function takes no shadows, those of the arguments that are arrays */
    private record Pullback(
            Var variable,
            FunctionName.Forward name,
            Expr.Call call,
            SortedSet<Integer> active,
            Map<Integer, Expr> shadows) {}

    Calls(
            Activity activity,
            Signatures signatures,
            NameSupply names,
            ResultBars resultBars,
            ShadowReferences shadows,
            Backpropagation backpropagation,
            SingularPartials roots,
            Steadiness steadiness) {
        this.activity = activity;
        this.signatures = signatures;
        this.names = names;
        this.resultBars = resultBars;
        this.shadows = shadows;
        this.backpropagation = backpropagation;
        this.roots = roots;
        this.steadiness = steadiness;
        this.ruled = new RuleAdjoints(activity, signatures, names, shadows, backpropagation, steadiness);
    }

    private static Expr.@Nullable Call call(Stmt statement) {
        if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Call call) {
            return call;
        }
        return statement instanceof Stmt.Effect s && s.value() instanceof Expr.Call call ? call : null;
    }

    private static @Nullable Var result(Stmt statement) {
        return statement instanceof Stmt.Declare s ? s.variable() : null;
    }

    /** Adds the forward half, if the statement is a call that needs one. */
    boolean forward(Stmt statement, UnaryOperator<Var> bars, List<Stmt> out) {
        Expr.Call call = call(statement);
        if (call == null) {
            return false;
        }
        Span span = call.span();
        Var result = result(statement);
        boolean active = result != null && activity.carriesDerivative(result);
        if (call.function() instanceof FunctionName.Ruled function) {
            if (active && result != null) {
                ruled.forward(statement, function, call, result, bars, out);
            }
            return active;
        }
        boolean takesShadows = signatures.takesShadows(call.function());
        if (!active && (!takesShadows || !ActiveArguments.isActive(call, activity))) {
            return false;
        }
        Stmt.Note kept = new Stmt.Note(Stmt.Role.KEPT, statement.note().span());
        if (result != null && active && ActiveArguments.givesConstants(call, activity)) {
            out.add(statement);
            out.add(new Stmt.Declare(bars.apply(result), Shadows.roomLike(new Expr.Ref(result, span)), kept));
            constants.add(statement);
            return true;
        }
        Pullback pullback = pullback(statement, call, result);
        if (!takesShadows) {
            keepShadows(pullback, kept, out);
        }
        Expr made = new Expr.Call(
                pullback.name(), arguments(pullback), pullback.variable().type(), span);
        out.add(new Stmt.Declare(pullback.variable(), made, statement.note()));
        Expr.Ref ref = new Expr.Ref(pullback.variable(), span);
        if (result != null && result.type() instanceof Type.Struct) {
            parts.put(result, ref);
        } else if (result != null) {
            out.add(new Stmt.Declare(result, new Expr.Component(ref, "value", result.type(), span), statement.note()));
            if (active && Memory.isArray(result.type()) && takesShadows) {
                Expr shadow = new Expr.Component(ref, "valueBar", result.type(), span);
                out.add(new Stmt.Declare(bars.apply(result), shadow, kept));
            } else if (active && Memory.isArray(result.type())) {
                String method = call.function().primal().display();
                out.addAll(Shadows.checkRows(new Expr.Ref(result, span), method, kept));
                resultShadows.put(statement, shadows.made(new Expr.Ref(result, span), steadiness, names, kept, out));
            }
        }
        return true;
    }

    /** The shadows of the arguments that are arrays, for the backward half to add to. */
    private void keepShadows(Pullback pullback, Stmt.Note kept, List<Stmt> out) {
        for (int i : pullback.active()) {
            Expr argument = pullback.call().arguments().get(i);
            if (!Memory.isArray(argument.type())) {
                continue;
            }
            pullback.shadows().put(i, shadows.kept(argument, steadiness, names, kept, out));
        }
    }

    /** Puts pullbacks where results were read that they give. */
    Rewriter kept() {
        return Substitution.of(parts);
    }

    private Pullback pullback(Stmt statement, Expr.Call call, @Nullable Var result) {
        FunctionName function = call.function();
        SortedSet<Integer> active = ActiveArguments.of(call, activity);
        Sharing sharing = activity.memory().sharing(call);
        FunctionName.Forward name = new FunctionName.Forward(
                function, signatures.active(function, active, sharing), sharing, meanwhile(call, result));
        String wish = result == null ? function.primal().method() : result.name();
        Var variable = new Var(names.fresh(wish + "Pullback"), signatures.pullback(name));
        Pullback pullback = new Pullback(variable, name, call, active, new HashMap<>());
        pullbacks.put(statement, pullback);
        return pullback;
    }

    private Meanwhile meanwhile(Expr.Call call, @Nullable Var result) {
        SortedSet<Integer> steady = new TreeSet<>();
        SortedSet<Integer> moving = new TreeSet<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            if (Memory.isArray(argument.type()) && steadiness.isSteadyArray(argument)) {
                steady.add(i);
            }
            if (!steadiness.holdsRows(argument)) {
                moving.add(i);
            }
        }
        Expr given = result == null ? null : new Expr.Ref(result, call.span());
        if (given == null || steadiness.isSteadyArray(given)) {
            steady.add(Meanwhile.RESULT);
        }
        if (given != null && !steadiness.holdsRows(given)) {
            moving.add(Meanwhile.RESULT);
        }
        return new Meanwhile(steady, moving);
    }

    private List<Expr> arguments(Pullback pullback) {
        List<Expr> arguments = new ArrayList<>(pullback.call().arguments());
        if (!signatures.takesShadows(pullback.name().of())) {
            return arguments;
        }
        for (int i : pullback.name().active()) {
            Expr argument = pullback.call().arguments().get(i);
            if (Memory.isArray(argument.type())) {
                arguments.add(shadows.of(argument));
            }
        }
        return arguments;
    }

    /**
     * Adds the backward half, if the statement is a call that has one: {@code g = p.apply(yBar)}, whose components are
     * the adjoints of the active arguments.
     */
    boolean backward(Stmt statement, UnaryOperator<Var> bars, Stmt.Note note, List<Stmt> out) {
        Pullback pullback = pullbacks.get(statement);
        if (constants.contains(statement)) {
            return true;
        }
        if (pullback == null) {
            return ruled.backward(statement, note, out);
        }
        Expr.Call call = pullback.call();
        FunctionName.Backward name =
                new FunctionName.Backward(pullback.name().of(), pullback.name().active());
        Type type = signatures.gradient(pullback.name());
        boolean takesShadows = signatures.takesShadows(pullback.name().of());
        List<Expr> arguments = new ArrayList<>();
        arguments.add(new Expr.Ref(pullback.variable(), call.span()));
        Expr shadow = takesShadows ? null : resultShadow(statement, note, out);
        arguments.addAll(shadow == null ? seeds(statement, pullback, bars) : List.of(shadow));
        Expr applied = new Expr.Call(name, arguments, type, call.span());
        List<Integer> numbers = new ArrayList<>();
        for (int i : pullback.name().active()) {
            if (!Memory.isArray(call.arguments().get(i).type()) || !takesShadows) {
                numbers.add(i);
            }
        }
        if (numbers.isEmpty()) {
            out.add(new Stmt.Effect(applied, note));
        } else if (numbers.size() == 1) {
            if (pullback.name().active().size() == 1 && !mayBeWritten(call.type())) {
                into(pullback, numbers.get(0), applied, note, out);
                return true;
            }
            Var gradient = new Var(names.fresh(name.primal().method() + "Gradient"), type);
            out.add(new Stmt.Declare(gradient, applied, note));
            clear(shadow, note, out);
            into(pullback, numbers.get(0), new Expr.Ref(gradient, call.span()), note, out);
        } else {
            several(pullback, applied, type, numbers, shadow, note, out);
        }
        return true;
    }

    /** Sends an adjoint that the backward half has given into its argument. */
    private void into(Pullback pullback, int i, Expr bar, Stmt.Note note, List<Stmt> out) {
        Expr argument = pullback.call().arguments().get(i);
        if (!Memory.isArray(argument.type())) {
            List<Stmt> undone = new ArrayList<>();
            backpropagation.into(argument, null, bar, note, undone);
            out.addAll(roots.guarded(argument, undone, bar));
        } else if (pullback.shadows().containsKey(i)) {
            Expr shadow = pullback.shadows().get(i);
            out.add(new Stmt.Effect(Shadows.addDerivative(shadow, bar), note));
        }
    }

    /** The adjoint of an array that a function without shadows has given; null where its result is no array. */
    private @Nullable Expr resultShadow(Stmt statement, Stmt.Note note, List<Stmt> out) {
        Var result = result(statement);
        Expr shadow = resultShadows.get(statement);
        if (result != null && shadow != null && Shadows.holdsTensors(result.type())) {
            Expr filled = Shadows.call(
                    "fill", Type.Scalar.VOID, false, note.span(), shadow, new Expr.Ref(result, note.span()));
            out.add(new Stmt.Effect(filled, note));
        }
        return shadow;
    }

    /** The backward sweep may run again. */
    private static void clear(@Nullable Expr shadow, Stmt.Note note, List<Stmt> out) {
        if (shadow != null) {
            out.add(new Stmt.Effect(Shadows.call("clear", Type.Scalar.VOID, false, note.span(), shadow), note));
        }
    }

    /** Whether the backward half also reads shadows, so that it must run where nothing reads what it gives. */
    private static boolean mayBeWritten(Type result) {
        return result instanceof Type.Struct || Memory.isArray(result);
    }

    /** The adjoints of the result, or of the parts of a record; those of arrays are in their shadows. */
    private List<Expr> seeds(Stmt statement, Pullback pullback, UnaryOperator<Var> bars) {
        Expr.Call call = pullback.call();
        Var result = result(statement);
        boolean active = result != null && activity.isActive(result);
        List<Expr> seeds = new ArrayList<>();
        if (call.type() instanceof Type.Struct struct) {
            Expr.Ref given = new Expr.Ref(pullback.variable(), call.span());
            for (Type.Component part : struct.components()) {
                if (part.type().carriesDerivative() && !Memory.isArray(part.type())) {
                    Expr like = new Expr.Component(given, part.name(), part.type(), call.span());
                    seeds.add(
                            active && result != null
                                    ? new Expr.Ref(resultBars.of(result, part.name(), part.type()), call.span())
                                    : Arithmetic.zero(like, call.span()));
                }
            }
        } else if (call.type().carriesDerivative() && !Memory.isArray(call.type())) {
            Expr like = result == null
                    ? new Expr.Literal("0", call.type(), call.span())
                    : new Expr.Ref(result, call.span());
            seeds.add(
                    active && result != null
                            ? new Expr.Ref(bars.apply(result), call.span())
                            : Arithmetic.zero(like, call.span()));
        }
        return seeds;
    }

    private void several(
            Pullback pullback,
            Expr applied,
            Type type,
            List<Integer> numbers,
            @Nullable Expr resultShadow,
            Stmt.Note note,
            List<Stmt> out) {
        Expr.Call call = pullback.call();
        Var gradient = new Var(names.fresh(pullback.name().primal().method() + "Gradient"), type);
        out.add(new Stmt.Declare(gradient, applied, note));
        clear(resultShadow, note, out);
        List<Type.Component> parameters = signatures.parameters(pullback.name().of());
        for (int i : numbers) {
            if (!pullback.active().contains(i)) {
                continue;
            }
            Type.Component parameter = parameters.get(i);
            Expr component = new Expr.Component(
                    new Expr.Ref(gradient, call.span()), parameter.name(), parameter.type(), call.span());
            into(pullback, i, component, note, out);
        }
    }
}
