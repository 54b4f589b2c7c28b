package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.HandRule;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.transform.ActiveArguments;
import dev.jacobi.processor.transform.RuleCalls;
import dev.jacobi.processor.transform.Signatures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Calls of functions whose derivative was written by hand. The forward sweep keeps the arguments and the result; the
 * backward sweep calls the rule.
 *
 * <pre>
 *   y = f(x)    has the adjoint    xBar += rule(x) * yBar
 * </pre>
 */
final class RuleAdjoints {

    private final Activity activity;
    private final Signatures signatures;
    private final NameSupply names;
    private final ShadowReferences shadows;
    private final Backpropagation backpropagation;
    private final Steadiness steadiness;
    private final RuleCalls rules;
    private final Map<Stmt, Kept> calls = new IdentityHashMap<>();

    /**
     * @param seed what holds the adjoint of the result
     * @param shadows those of the arguments that are arrays
     */
    private record Kept(
            Expr.Call call,
            RuleCalls.Site site,
            Var result,
            Expr seed,
            SortedSet<Integer> active,
            Map<Integer, Expr> shadows) {}

    RuleAdjoints(
            Activity activity,
            Signatures signatures,
            NameSupply names,
            ShadowReferences shadows,
            Backpropagation backpropagation,
            Steadiness steadiness) {
        this.activity = activity;
        this.signatures = signatures;
        this.names = names;
        this.shadows = shadows;
        this.backpropagation = backpropagation;
        this.steadiness = steadiness;
        this.rules = new RuleCalls(signatures, names);
    }

    /** Adds a call whose result is active, and what the backward sweep reads of it. */
    void forward(
            Stmt statement,
            FunctionName.Ruled function,
            Expr.Call call,
            Var result,
            UnaryOperator<Var> bars,
            List<Stmt> out) {
        Stmt.Note kept = new Stmt.Note(Stmt.Role.KEPT, statement.note().span());
        List<Expr> given = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            given.add(
                    RuleCalls.isPlain(argument) ? argument : rules.named(function, i, argument, statement.note(), out));
        }
        List<Expr> then = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            then.add(then(given.get(i), call.arguments().get(i), kept, out));
        }
        Map<Integer, Expr> rows = new HashMap<>();
        SortedSet<Integer> active = new TreeSet<>(ActiveArguments.of(call, activity));
        active.removeIf(i -> !call.arguments().get(i).type().carriesDerivative());
        for (int i : active) {
            if (Memory.isArray(call.arguments().get(i).type())) {
                rows.put(i, shadows.kept(call.arguments().get(i), steadiness, names, kept, out));
            }
        }
        out.add(new Stmt.Declare(result, new Expr.Call(function, given, call.type(), call.span()), statement.note()));
        Expr.Ref made = new Expr.Ref(result, call.span());
        Expr value = made;
        Expr seed = new Expr.Ref(bars.apply(result), call.span());
        if (Memory.isArray(result.type())) {
            seed = shadows.made(made, steadiness, names, kept, out);
            boolean read = signatures.rules(function).stream().anyMatch(HandRule::takesValue);
            value = read ? then(made, made, kept, out) : made;
        }
        calls.put(statement, new Kept(call, new RuleCalls.Site(function, then, value), result, seed, active, rows));
    }

    /** An array as it is now: a copy where somebody may overwrite it before the backward sweep has read it. */
    private Expr then(Expr given, Expr original, Stmt.Note kept, List<Stmt> out) {
        if (!(given.type() instanceof Type.Array array)
                || given instanceof Expr.Literal
                || steadiness.isSteadyArray(original)) {
            return given;
        }
        Expr copied = array.element() instanceof Type.Array
                ? Shadows.call("copy", array, true, given.span(), given)
                : new Expr.Apply(Primitive.cloning(array), List.of(given), given.span());
        String wish = given instanceof Expr.Ref ref ? ref.variable().name() + "Then" : "then";
        Var copy = new Var(names.fresh(wish), array);
        out.add(new Stmt.Declare(copy, copied, kept));
        return new Expr.Ref(copy, given.span());
    }

    /** Adds what the rule gives, if the statement is such a call. */
    boolean backward(Stmt statement, Stmt.Note note, List<Stmt> out) {
        Kept kept = calls.get(statement);
        if (kept == null) {
            return false;
        }
        Expr seed = kept.seed();
        boolean array = Memory.isArray(kept.result().type());
        if (array && Shadows.holdsTensors(kept.result().type())) {
            Expr like = new Expr.Ref(kept.result(), note.span());
            out.add(new Stmt.Effect(Shadows.call("fill", Type.Scalar.VOID, false, note.span(), seed, like), note));
        }
        rules.adjoints(kept.site(), seed, kept.active(), note, out).forEach((i, bar) -> into(kept, i, bar, note, out));
        if (array) { // the backward sweep may run again
            out.add(new Stmt.Effect(Shadows.call("clear", Type.Scalar.VOID, false, note.span(), seed), note));
        }
        return true;
    }

    private void into(Kept kept, int i, Expr bar, Stmt.Note note, List<Stmt> out) {
        Expr shadow = kept.shadows().get(i);
        if (shadow == null) {
            backpropagation.into(kept.call().arguments().get(i), null, bar, note, out);
        } else {
            out.add(new Stmt.Effect(Shadows.call("add", Type.Scalar.VOID, false, bar.span(), shadow, bar), note));
        }
    }
}
