package dev.jacobi.processor.transform.sparsity;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.IndexSets;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.transform.ActiveArguments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Behind each statement stands what its value depends on, as a set of indices:
 *
 * <pre>
 *   y = f(a, b)    becomes    y = f(a, b); yOn = aOn ∪ bOn
 * </pre>
 *
 * (Griewank, Walther: Evaluating Derivatives, 2nd ed., §7.1: index domains.) Where second derivatives are asked for,
 * what isn't linear also records the pairs that meet in it (§7.4: nonlinear interaction domains).
 */
public final class Sparsity {

    private final Activity activity;
    private final Bodies bodies;
    private final NameSupply names;
    private final @Nullable Var pairs;
    private final SetExpressions sets;
    private final Statement statements = new Statement();

    /** What stands for the variables that held several results: their calls give these too. */
    private final Map<Var, Expr> parts = new HashMap<>();

    private Sparsity(Activity activity, Partials partials, Bodies bodies, NameSupply names, boolean curved) {
        this.activity = activity;
        this.bodies = bodies;
        this.names = names;
        this.pairs = curved ? new Var(names.fresh("pairs"), IndexSets.PAIRS) : null;
        this.sets = new SetExpressions(activity, partials, names, pairs);
    }

    /** The function that takes sets for each active parameter and gives the value and its sets. */
    public static Function of(
            Function function, FunctionName.Sparsity name, Activity activity, Partials partials, Bodies bodies) {
        return new Sparsity(activity, partials, bodies, NameSupply.after(function), name.curved())
                .function(function, name);
    }

    private Function function(Function primal, FunctionName.Sparsity name) {
        List<Var> parameters = new ArrayList<>(primal.parameters());
        for (int i : name.active()) {
            parameters.add(sets.variable(primal.parameters().get(i)));
        }
        if (pairs != null) {
            parameters.add(pairs);
        }
        List<Stmt> body = new ArrayList<>();
        for (int i = 0; i < primal.parameters().size(); i++) {
            Var parameter = primal.parameters().get(i);
            Expr.Ref ref = new Expr.Ref(parameter, Span.NOWHERE);
            if (!name.active().contains(i) && activity.isActiveArray(ref)) {
                body.add(new Stmt.Declare(sets.variable(parameter), IndexSets.noneLike(ref), note(Span.NOWHERE)));
            }
        }
        body.addAll(block(primal.body()));
        Rewriter kept = Substitution.of(parts);
        Expr value = primal.result();
        Type type = bodies.result(name);
        Expr result = value == null
                ? null
                : kept.rewrite(
                        primal.type().carriesDerivative()
                                ? new Expr.Build(type, valuesAndSets(value), value.span())
                                : value);
        return new Function(name, parameters, primal.reserved(), kept.rewrite(body), result, type);
    }

    private List<Expr> valuesAndSets(Expr value) {
        List<Expr> all = new ArrayList<>(Leaves.of(value));
        for (Expr part : List.copyOf(all)) {
            if (part.type().carriesDerivative()) {
                all.add(sets.of(part));
            }
        }
        return all;
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            out.addAll(statement.match(statements));
        }
        return out;
    }

    private static Stmt.Note note(Span span) {
        return new Stmt.Note(Stmt.Role.TANGENT, span);
    }

    private static Stmt.Note note(Stmt primal) {
        return note(primal.note().span());
    }

    private final class Statement implements Stmt.Cases<List<Stmt>> {

        @Override
        public List<Stmt> declare(Stmt.Declare s) {
            if (s.value() instanceof Expr.Call call) {
                return call(s, call);
            }
            if (!activity.carriesDerivative(s.variable())) {
                return List.of(s);
            }
            Expr value = s.value();
            Expr held = value == null ? null : sets.heldBy(s.variable(), value);
            return List.of(s, new Stmt.Declare(sets.variable(s.variable()), held, note(s)));
        }

        /** Of numbers the sets first, as what chooses between them may be read of the variable. */
        @Override
        public List<Stmt> assign(Stmt.Assign s) {
            if (!activity.carriesDerivative(s.variable())) {
                return List.of(s);
            }
            Stmt held = new Stmt.Assign(sets.variable(s.variable()), sets.heldBy(s.variable(), s.value()), note(s));
            return Memory.isArray(s.variable().type()) ? List.of(s, held) : List.of(held, s);
        }

        /** The sets first, which may be read of the variable that is assigned. */
        @Override
        public List<Stmt> increment(Stmt.Increment s) {
            if (!activity.carriesDerivative(s.variable())) {
                return List.of(s);
            }
            Expr before = sets.of(new Expr.Ref(s.variable(), s.value().span()));
            Expr all = IndexSets.union(before, sets.of(s.value()));
            return List.of(new Stmt.Assign(sets.variable(s.variable()), all, note(s)), s);
        }

        /** The sets first, as the value may be read of the element that is overwritten. */
        @Override
        public List<Stmt> store(Stmt.Store s) {
            return activity.isActiveArray(s.array())
                    ? List.of(new Stmt.Store(sets.of(s.array()), s.index(), sets.of(s.value()), note(s)), s)
                    : List.of(s);
        }

        @Override
        public List<Stmt> accumulate(Stmt.Accumulate s) {
            if (!activity.isActiveArray(s.array())) {
                return List.of(s);
            }
            Expr all =
                    IndexSets.union(sets.element(s.array(), s.index(), s.value().span()), sets.of(s.value()));
            return List.of(new Stmt.Store(sets.of(s.array()), s.index(), all, note(s)), s);
        }

        @Override
        public List<Stmt> loop(Stmt.Loop s) {
            return List.of(s.with(block(s.body())));
        }

        @Override
        public List<Stmt> reverse(Stmt.Reverse s) {
            throw new IllegalStateException("a reversed loop is an ordinary one by now");
        }

        @Override
        public List<Stmt> branch(Stmt.If s) {
            return List.of(new Stmt.If(s.condition(), block(s.then()), block(s.otherwise()), s.note()));
        }

        @Override
        public List<Stmt> effect(Stmt.Effect s) {
            if (s.value() instanceof Expr.Call call && ActiveArguments.isActive(call, activity)) {
                FunctionName.Sparsity name = name(call);
                return List.of(new Stmt.Effect(
                        new Expr.Call(name, arguments(call, name), bodies.result(name), call.span()), s.note()));
            }
            if (s.value() instanceof Expr.Apply sort && isSorting(sort)) {
                return sets.sorted(s, sort, note(s));
            }
            Expr moved = s.value() instanceof Expr.Apply apply ? sets.moved(apply) : null;
            return moved == null ? List.of(s) : List.of(new Stmt.Effect(moved, note(s)), s);
        }

        @Override
        public List<Stmt> raise(Stmt.Throw s) {
            return List.of(s);
        }
    }

    private boolean isSorting(Expr.Apply e) {
        ArrayOperation operation = ArrayOperation.of(e.primitive());
        boolean sorts = operation == ArrayOperation.SORT || operation == ArrayOperation.MOVE_SORTED;
        return sorts && activity.isActiveArray(e.operands().get(0));
    }

    private FunctionName.Sparsity name(Expr.Call call) {
        SortedSet<Integer> active = ActiveArguments.of(call, activity);
        return new FunctionName.Sparsity(
                call.function(), active, activity.memory().sharing(call), pairs != null);
    }

    private List<Expr> arguments(Expr.Call call, FunctionName.Sparsity name) {
        List<Expr> arguments = new ArrayList<>(call.arguments());
        name.active().forEach(i -> arguments.add(sets.of(call.arguments().get(i))));
        if (pairs != null) {
            arguments.add(new Expr.Ref(pairs, call.span()));
        }
        return arguments;
    }

    /** {@code t = fSparsity(a, aOn); y = t.value(); yOn = t.on()}. */
    private List<Stmt> call(Stmt.Declare s, Expr.Call call) {
        boolean active = activity.carriesDerivative(s.variable());
        if (!active && !ActiveArguments.isActive(call, activity)) {
            return List.of(s);
        }
        if (!bodies.isKnown(call.function())) {
            return unknown(s, call);
        }
        FunctionName.Sparsity name = name(call);
        Type type = bodies.result(name);
        Expr made = new Expr.Call(name, arguments(call, name), type, call.span());
        if (!call.type().carriesDerivative()) {
            return List.of(new Stmt.Declare(s.variable(), made, s.note()));
        }
        Var both = new Var(names.fresh(s.variable().name() + "WithSets"), type);
        Expr.Ref ref = new Expr.Ref(both, call.span());
        List<Stmt> out = new ArrayList<>();
        out.add(new Stmt.Declare(both, made, s.note()));
        if (call.type() instanceof Type.Struct) {
            parts.put(s.variable(), ref);
            return out;
        }
        Type of = s.variable().type();
        out.add(new Stmt.Declare(s.variable(), new Expr.Component(ref, "value", of, call.span()), s.note()));
        if (active) {
            Expr on = new Expr.Component(ref, "valueOn", IndexSets.of(of), call.span());
            out.add(new Stmt.Declare(sets.variable(s.variable()), on, note(s)));
        }
        return out;
    }

    /** Everything that it gives depends on all that it takes. */
    private List<Stmt> unknown(Stmt.Declare s, Expr.Call call) {
        SortedSet<Integer> active = ActiveArguments.of(call, activity);
        Var taken = new Var(names.fresh(s.variable().name() + "On"), IndexSets.SET);
        Expr all = sets.mixed(active.stream().map(i -> call.arguments().get(i)).toList(), call.span());
        List<Stmt> out = new ArrayList<>(List.of(s, new Stmt.Declare(taken, all, note(s))));
        sets.spread(s.variable(), new Expr.Ref(taken, call.span())).forEach((variable, value) -> {
            out.add(new Stmt.Declare(variable, value, note(s)));
        });
        return out;
    }
}
