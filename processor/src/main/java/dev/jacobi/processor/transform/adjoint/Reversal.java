package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.transform.Signatures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reverse mode: the statements once forwards, then their adjoints from the last to the first.
 *
 * <pre>
 *   y = f(a, b)       has the adjoint    aBar += ∂f/∂a · yBar; bBar += ∂f/∂b · yBar
 *   if (c) S else T                      if (c) adjoint of S else adjoint of T
 *   while (c) S                          for each iteration that was made, from the last: adjoint of S
 * </pre>
 *
 * A variable that a loop carries is assigned more than once: its adjoint is taken, set to zero and handed on. All
 * others are assigned once, so their adjoints are complete when their own statement is reached. (Griewank, Walther:
 * Evaluating Derivatives, 2nd ed., §3.2.)
 */
public final class Reversal {

    /** Whose adjoint is made. */
    public enum Use {
        /** Both sweeps run once, in one method: shadows and seed are its parameters. */
        SWEEP,
        /** The sweeps of a method that users call apart; the backward one may run often. */
        PULLBACK,
        /** The sweeps of a method that is called inside another, which brings the shadows. */
        HELPER
    }

    private final Activity activity;
    private final NameSupply names;
    private final Use use;
    private final Bars bars;
    private final ShadowReferences shadows;
    private final ResultBars resultBars;
    private final Calls calls;
    private final Backpropagation backpropagation;
    private final ArrayAdjoints arrays;
    private final Checkpointing checkpointing;
    private final Set<Var> carried = new HashSet<>();
    private final IdleResults idle;
    private final IdleResults idleOrHandedOn;
    private final SingularPartials singular;
    private final SingularPartials roots;
    private final Set<Var> assigned;
    private final boolean shares;

    private Reversal(
            Function primal,
            Activity activity,
            Steadiness steadiness,
            Partials partials,
            Signatures signatures,
            NameSupply names,
            Use use,
            boolean shares) {
        this.shares = shares;
        this.assigned = Walk.assigns(primal.body());
        for (Stmt statement : Walk.all(primal.body())) {
            if (statement instanceof Stmt.Loop loop) {
                carried.addAll(Walk.carried(loop.body()));
            }
        }
        this.idle = IdleResults.of(primal, carried);
        this.idleOrHandedOn = IdleResults.orHandedOn(primal, carried, use != Use.HELPER);
        this.singular = SingularPartials.of(primal.body(), names);
        this.roots = isDerived(primal.name()) ? singular : SingularPartials.ofRoots(names);
        this.activity = activity;
        this.names = names;
        this.use = use;
        this.bars = new Bars(names);
        this.shadows = new ShadowReferences(activity, bars);
        this.resultBars = new ResultBars(names);
        this.backpropagation = new Backpropagation(activity, partials, names, bars, resultBars, shadows);
        this.calls = new Calls(activity, signatures, names, resultBars, shadows, backpropagation, roots, steadiness);
        this.arrays = new ArrayAdjoints(activity, names, shadows, backpropagation, roots, steadiness, use != Use.SWEEP);
        Checkpointing.Sweeps sweeps = new Checkpointing.Sweeps() {
            @Override
            public void forward(List<Stmt> body, List<Stmt> out) {
                Reversal.this.forward(body, out);
            }

            @Override
            public List<Stmt> backward(List<Stmt> body) {
                return side(body);
            }
        };
        this.checkpointing = new Checkpointing(primal, activity, steadiness, names, bars, sweeps);
    }

    /**
     * @param prepared the function, with what its derivative reads named
     * @param shares whether the backward sweep reads dear numbers that the forward sweep has
     */
    public static Adjoint of(
            Function prepared,
            SortedSet<Integer> active,
            Activity activity,
            Steadiness steadiness,
            Partials partials,
            Signatures signatures,
            Use use,
            boolean shares) {
        NameSupply names = NameSupply.after(prepared);
        return new Reversal(prepared, activity, steadiness, partials, signatures, names, use, shares)
                .function(prepared, active);
    }

    private Adjoint function(Function primal, SortedSet<Integer> active) {
        Expr result = primal.result();
        Span span = result != null ? result.span() : start(primal);
        Stmt.Note note = new Stmt.Note(Stmt.Role.ADJOINT, span);
        List<Result> results = results(result);
        List<Stmt> forward = new ArrayList<>();
        ParameterShadows given = new ParameterShadows(primal, active, activity, names, use, bars);
        given.enter(span, forward);
        forward(primal.body(), forward);
        for (Result part : results) {
            if (part.shadow() != null) {
                forward.add(valueShadow(part.shadow(), part.value(), span));
            }
        }
        List<Stmt> backward = new ArrayList<>();
        for (int i : active) {
            Var parameter = primal.parameters().get(i);
            if (!Memory.isArray(parameter.type())) {
                Expr zero = Arithmetic.zero(new Expr.Ref(parameter, span), span);
                backward.add(new Stmt.Declare(bars.apply(parameter), zero, note));
            }
        }
        declareBars(primal.body(), backward);
        for (Result part : results) {
            seeded(part, span, note, backward);
        }
        backwards(primal.body(), backward);
        given.clear(note, backward);
        clearValueShadows(results, backward, note);
        List<Expr> parameterBars = given.results(note, backward);
        List<Var> valueShadows = new ArrayList<>();
        List<Var> seeds = new ArrayList<>();
        for (Result part : results) {
            Stream.ofNullable(part.shadow()).forEach(valueShadows::add);
            Stream.ofNullable(part.seed()).forEach(seeds::add);
        }
        Rewriter kept = calls.kept();
        return new Adjoint(
                primal,
                active,
                given.given(),
                kept.rewrite(forward),
                result == null ? null : kept.rewrite(result),
                valueShadows,
                seeds,
                kept.rewrite(backward),
                parameterBars);
    }

    /** The result, or a part of a record, that carries a derivative: it has a shadow if it is an array. */
    private record Result(
            Expr value, @Nullable Var shadow, @Nullable Var seed) {}

    private List<Result> results(@Nullable Expr result) {
        List<Result> results = new ArrayList<>();
        if (result instanceof Expr.Build parts) {
            for (int i = 0; i < parts.components().size(); i++) {
                String name = Leaves.components(parts.type()).get(i).name();
                result(parts.components().get(i), name, Leaves.joined("seed", name), results);
            }
        } else if (result != null) {
            result(result, "value", "seed", results);
        }
        return results;
    }

    private void result(Expr value, String name, String seed, List<Result> results) {
        if (value.type().carriesDerivative()) {
            boolean array = Memory.isArray(value.type());
            Var shadow = array ? new Var(names.fresh(name + "Bar"), value.type()) : null;
            Var bar = array && use == Use.HELPER ? null : new Var(names.fresh(seed), value.type());
            results.add(new Result(value, shadow, bar));
        }
    }

    private void seeded(Result part, Span span, Stmt.Note note, List<Stmt> backward) {
        if (part.seed() == null) {
            return;
        }
        Expr seed = new Expr.Ref(part.seed(), span);
        if (part.shadow() == null) {
            passOn(part.value(), null, seed, use == Use.HELPER ? roots : null, note, backward);
            return;
        }
        Expr shadow = new Expr.Ref(part.shadow(), span);
        backward.add(new Stmt.Effect(Shadows.call("add", Type.Scalar.VOID, false, span, shadow, seed), note));
    }

    private static Span start(Function primal) {
        return primal.body().isEmpty()
                ? Span.NOWHERE
                : primal.body().get(0).note().span();
    }

    /**
     * Shadows of results that carry no derivative here start at zero again, too: who is given them may write such into
     * them.
     */
    private void clearValueShadows(List<Result> results, List<Stmt> backward, Stmt.Note note) {
        for (Result part : results) {
            if (part.shadow() != null && use != Use.SWEEP && !activity.isActiveArray(part.value())) {
                Expr shadow = new Expr.Ref(part.shadow(), note.span());
                backward.add(
                        new Stmt.Effect(Shadows.call("clear", Type.Scalar.VOID, false, note.span(), shadow), note));
            }
        }
    }

    private Stmt valueShadow(Var shadow, Expr result, Span span) {
        Expr of = activity.isActiveArray(result) ? shadows.of(result) : Shadows.roomLike(result);
        return new Stmt.Declare(shadow, of, new Stmt.Note(Stmt.Role.KEPT, span));
    }

    private static Stmt.Note note(Stmt primal) {
        return new Stmt.Note(Stmt.Role.ADJOINT, primal.note().span());
    }

    /**
     * The primal, with shadows handed on beside arrays and pullbacks kept of the calls that a derivative flows through.
     */
    private void forward(List<Stmt> body, List<Stmt> out) {
        for (Stmt statement : body) {
            if (calls.forward(statement, bars, out) || checkpointing.forward(statement, out)) {
                continue;
            }
            if (Walk.blocks(statement).isEmpty()) {
                arrays.before(
                        statement,
                        new Stmt.Note(Stmt.Role.KEPT, statement.note().span()),
                        out);
                out.add(statement);
                shadow(statement, out);
            } else {
                out.add(Walk.withBlocks(statement, block -> {
                    List<Stmt> inside = new ArrayList<>();
                    forward(block, inside);
                    return inside;
                }));
            }
        }
    }

    /** What is done with an array is done with its shadow. */
    private void shadow(Stmt statement, List<Stmt> out) {
        Stmt.Note kept = new Stmt.Note(Stmt.Role.KEPT, statement.note().span());
        if (statement instanceof Stmt.Declare s && isShadowed(s.variable())) {
            Expr value = s.value() == null
                    ? null
                    : shadows.of(new Expr.Ref(s.variable(), s.note().span()), s.value());
            out.add(new Stmt.Declare(bars.apply(s.variable()), value, kept));
            arrays.forward(statement, kept, out);
        } else if (statement instanceof Stmt.Assign s && isShadowed(s.variable())) {
            Expr value = shadows.of(new Expr.Ref(s.variable(), s.note().span()), s.value());
            out.add(new Stmt.Assign(bars.apply(s.variable()), value, kept));
        } else {
            arrays.forward(statement, kept, out);
        }
    }

    private boolean isShadowed(Var variable) {
        return Memory.isArray(variable.type()) && activity.isActiveArray(new Expr.Ref(variable, Span.NOWHERE));
    }

    /** Zeros for the adjoints of the variables that a block declares. */
    private void declareBars(List<Stmt> body, List<Stmt> out) {
        for (int i = body.size() - 1; i >= 0; i--) {
            if (body.get(i) instanceof Stmt.Declare s
                    && !Memory.isArray(s.variable().type())
                    && activity.isActive(s.variable())) {
                Expr value = new Expr.Ref(s.variable(), s.note().span());
                if (s.variable().type() instanceof Type.Struct) {
                    declarePartBars(value, s.variable(), note(s), out);
                } else {
                    out.add(new Stmt.Declare(bars.apply(s.variable()), Arithmetic.zero(value, value.span()), note(s)));
                }
            }
        }
    }

    /** What a call gives side by side has an adjoint for each part; those that are arrays have shadows. */
    private void declarePartBars(Expr value, Var variable, Stmt.Note note, List<Stmt> out) {
        for (Expr part : Leaves.of(value)) {
            if (part instanceof Expr.Component c && c.type().carriesDerivative() && !Memory.isArray(c.type())) {
                Var bar = resultBars.of(variable, c.name(), c.type());
                out.add(new Stmt.Declare(bar, Arithmetic.zero(part, part.span()), note));
            }
        }
    }

    private void backwards(List<Stmt> body, List<Stmt> out) {
        HeldNumbers held = shares ? HeldNumbers.of(body, assigned) : HeldNumbers.NONE;
        for (int i = body.size() - 1; i >= 0; i--) {
            List<Stmt> undone = new ArrayList<>();
            backwards(body.get(i), undone);
            out.addAll(held.read(undone, i));
        }
    }

    private void backwards(Stmt statement, List<Stmt> out) {
        if (calls.backward(statement, bars, note(statement), out)
                || arrays.backward(statement, note(statement), out)
                || checkpointing.backward(statement, out)) {
            return;
        }
        if (statement instanceof Stmt.Declare s && s.value() != null && activity.isActive(s.variable())) {
            assigned(s, s.variable(), s.value(), out);
        } else if (statement instanceof Stmt.Assign s && activity.isActive(s.variable())) {
            assigned(s, s.variable(), s.value(), out);
        } else if (statement instanceof Stmt.Increment s && activity.isActive(s.variable())) {
            Expr bar = new Expr.Ref(bars.apply(s.variable()), s.note().span());
            passOn(s.value(), null, bar, guard(s), note(s), out);
        } else if (statement instanceof Stmt.If s) {
            List<Stmt> then = side(s.then());
            List<Stmt> otherwise = side(s.otherwise());
            if (!then.isEmpty() || !otherwise.isEmpty()) {
                out.add(new Stmt.If(s.condition(), then, otherwise, note(s)));
            }
        } else if (statement instanceof Stmt.Loop s) {
            List<Stmt> body = side(s.body());
            if (!body.isEmpty()) {
                out.add(new Stmt.Reverse(s.label(), body, note(s)));
            }
        }
    }

    private List<Stmt> side(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        declareBars(body, out);
        backwards(body, out);
        return out;
    }

    private void assigned(Stmt statement, Var variable, Expr value, List<Stmt> out) {
        Span span = statement.note().span();
        Expr.Ref bar = new Expr.Ref(bars.apply(variable), span);
        if (!carried.contains(variable)) {
            passOn(value, new Expr.Ref(variable, span), bar, guard(statement), note(statement), out);
            return;
        }
        if (statement instanceof Stmt.Declare) {
            backpropagation.into(value, null, bar, note(statement), out);
            return;
        }
        Var taken = new Var(names.fresh("bar"), variable.type());
        out.add(new Stmt.Declare(taken, bar, note(statement)));
        Expr zero = Arithmetic.zero(new Expr.Ref(variable, span), span);
        out.add(new Stmt.Assign(bar.variable(), zero, note(statement)));
        backpropagation.into(value, null, new Expr.Ref(taken, span), note(statement), out);
    }

    /** Whether a function is itself a derivative: in one the derivative of a root is a quotient. */
    private static boolean isDerived(FunctionName name) {
        return !(name instanceof FunctionName.Primal || name instanceof FunctionName.Batch);
    }

    /** What keeps NaN out of a statement's adjoint, where its value may go into nothing; else null. */
    private @Nullable SingularPartials guard(Stmt statement) {
        return idle.has(statement) ? singular : idleOrHandedOn.has(statement) ? roots : null;
    }

    private void passOn(
            Expr value,
            Expr.@Nullable Ref held,
            Expr bar,
            @Nullable SingularPartials guard,
            Stmt.Note note,
            List<Stmt> out) {
        List<Stmt> undone = new ArrayList<>();
        backpropagation.into(value, held, bar, note, undone);
        out.addAll(guard != null ? guard.guarded(value, undone, bar) : undone);
    }
}
