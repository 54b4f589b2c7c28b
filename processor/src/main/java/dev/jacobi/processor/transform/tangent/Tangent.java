package dev.jacobi.processor.transform.tangent;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
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
import dev.jacobi.processor.transform.PartialUse;
import dev.jacobi.processor.transform.Signatures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Forward mode: behind each statement stands its tangent.
 *
 * <pre>
 *   y = f(a, b)    becomes    y = f(a, b); yDot = ∂f/∂a · aDot + ∂f/∂b · bDot
 * </pre>
 *
 * (Griewank, Walther: Evaluating Derivatives, 2nd ed., §3.1.)
 */
public final class Tangent {

    private final Activity activity;
    private final CallGraph calls;
    private final Partials partials;
    private final Signatures signatures;
    private final NameSupply names;
    private final Map<Var, Var> dots = new HashMap<>();
    private final Statement statements = new Statement();

    private Tangent(Activity activity, CallGraph calls, Partials partials, Signatures signatures, NameSupply names) {
        this.activity = activity;
        this.calls = calls;
        this.partials = partials;
        this.signatures = signatures;
        this.names = names;
    }

    /** The function that takes a direction for each active parameter and gives value and tangent. */
    public static Function of(
            Function prepared, SortedSet<Integer> active, CallGraph calls, Partials partials, Signatures signatures) {
        Activity activity = Activity.of(prepared, active, calls);
        Tangent tangent = new Tangent(activity, calls, partials, signatures, NameSupply.after(prepared));
        return tangent.function(prepared, active);
    }

    private Function function(Function primal, SortedSet<Integer> active) {
        List<Var> parameters = new ArrayList<>(primal.parameters());
        for (int i : active) {
            Var parameter = primal.parameters().get(i);
            parameters.add(dot(parameter));
        }
        List<Stmt> body = block(primal.body());
        Expr value = primal.result();
        if (value == null) {
            throw new IllegalArgumentException(primal.name() + " has no result");
        }
        Expr dot = tangent(value, null);
        if (dot == null) {
            dot = Arithmetic.zero(value, value.span());
        }
        FunctionName.Tangent name = new FunctionName.Tangent(primal.name(), active);
        Type.Struct struct = signatures.tangent(name);
        Expr result = new Expr.Build(struct, List.of(value, dot), value.span());
        return new Function(name, parameters, body, result, struct);
    }

    private Var dot(Var variable) {
        return dots.computeIfAbsent(variable, v -> new Var(names.fresh(v.name() + "Dot"), v.type()));
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            out.addAll(statement.match(statements));
        }
        return out;
    }

    private static Stmt.Note note(Stmt primal) {
        return new Stmt.Note(Stmt.Role.TANGENT, primal.note().span());
    }

    private final class Statement implements Stmt.Cases<List<Stmt>> {

        @Override
        public List<Stmt> declare(Stmt.Declare s) {
            if (!activity.isActive(s.variable())) {
                return List.of(s);
            }
            if (s.value() == null) {
                return List.of(s, new Stmt.Declare(dot(s.variable()), null, note(s)));
            }
            return s.value() instanceof Expr.Call call
                    ? call(s, call)
                    : List.of(s, new Stmt.Declare(dot(s.variable()), tangentOrZero(s.variable(), s.value()), note(s)));
        }

        @Override
        public List<Stmt> assign(Stmt.Assign s) {
            return activity.isActive(s.variable())
                    ? List.of(s, new Stmt.Assign(dot(s.variable()), tangentOrZero(s.variable(), s.value()), note(s)))
                    : List.of(s);
        }

        @Override
        public List<Stmt> increment(Stmt.Increment s) {
            Expr dot = activity.isActive(s.variable()) ? tangent(s.value(), null) : null;
            return dot == null ? List.of(s) : List.of(s, new Stmt.Increment(dot(s.variable()), dot, note(s)));
        }

        @Override
        public List<Stmt> branch(Stmt.If s) {
            return List.of(new Stmt.If(s.condition(), block(s.then()), block(s.otherwise()), s.note()));
        }

        @Override
        public List<Stmt> effect(Stmt.Effect s) {
            return List.of(s);
        }

        @Override
        public List<Stmt> raise(Stmt.Throw s) {
            return List.of(s);
        }
    }

    /** {@code t = fTangent(a, aDot); y = t.value(); yDot = t.jvp()}. */
    private List<Stmt> call(Stmt.Declare s, Expr.Call call) {
        FunctionName.Primal function = (FunctionName.Primal) call.function();
        SortedSet<Integer> active = ActiveArguments.of(call, activity, calls);
        FunctionName.Tangent name = new FunctionName.Tangent(function, signatures.active(function, active));
        List<Expr> arguments = new ArrayList<>(call.arguments());
        for (int i : name.active()) {
            Expr argument = call.arguments().get(i);
            Expr dot = active.contains(i) ? tangent(argument, null) : null;
            arguments.add(dot != null ? dot : Arithmetic.zero(argument, argument.span()));
        }
        Type.Struct struct = signatures.tangent(name);
        Var both = new Var(names.fresh(s.variable().name() + "WithDot"), struct);
        Expr.Ref ref = new Expr.Ref(both, call.span());
        Expr value = new Expr.Component(ref, "value", s.variable().type(), call.span());
        Expr dot = new Expr.Component(ref, "jvp", s.variable().type(), call.span());
        return List.of(
                new Stmt.Declare(both, new Expr.Call(name, arguments, struct, call.span()), s.note()),
                new Stmt.Declare(s.variable(), value, s.note()),
                new Stmt.Declare(dot(s.variable()), dot, note(s)));
    }

    private Expr tangentOrZero(Var variable, Expr value) {
        Expr.Ref held = new Expr.Ref(variable, value.span());
        Expr dot = tangent(value, held);
        return dot != null ? dot : Arithmetic.zero(held, value.span());
    }

    /**
     * The tangent of an expression; null where it is zero.
     *
     * @param held a variable that holds the value, if one does
     */
    private @Nullable Expr tangent(Expr e, Expr.@Nullable Ref held) {
        if (!activity.isVaried(e)) {
            return null;
        }
        if (e instanceof Expr.Ref ref) {
            return new Expr.Ref(dot(ref.variable()), ref.span());
        }
        if (e instanceof Expr.Choose choose) {
            return choose(choose);
        }
        if (e instanceof Expr.Apply apply) {
            return apply(apply, held);
        }
        throw new IllegalStateException("no tangent of " + e);
    }

    private Expr choose(Expr.Choose e) {
        Expr whenTrue = tangent(e.whenTrue(), null);
        Expr whenFalse = tangent(e.whenFalse(), null);
        return new Expr.Choose(
                e.condition(),
                whenTrue != null ? whenTrue : Arithmetic.zero(e.whenTrue(), e.span()),
                whenFalse != null ? whenFalse : Arithmetic.zero(e.whenFalse(), e.span()),
                e.span());
    }

    private @Nullable Expr apply(Expr.Apply e, Expr.@Nullable Ref held) {
        List<Partials.@Nullable Partial> derivative = partials.of(e.primitive());
        if (derivative == null) {
            throw new IllegalStateException("no rule for " + e.primitive());
        }
        Map<Integer, Expr> operandDots = new LinkedHashMap<>();
        for (int i = 0; i < e.operands().size(); i++) {
            Expr dot = derivative.get(i) == null ? null : tangent(e.operands().get(i), null);
            if (dot != null) {
                operandDots.put(i, dot);
            }
        }
        List<@Nullable Expr> all = new ArrayList<>();
        for (int i = 0; i < e.operands().size(); i++) {
            all.add(operandDots.get(i));
        }
        Expr sum = null;
        for (int i : operandDots.keySet()) {
            Partials.Partial partial = derivative.get(i);
            if (partial == null) {
                continue;
            }
            Expr term = PartialUse.tangent(partial, e, i, held, all);
            sum = sum == null ? term : Arithmetic.plus(sum, term);
            if (isJoint(partial)) {
                break;
            }
        }
        return sum;
    }

    /** Whether one term is the tangent by all operands together. */
    private static boolean isJoint(Partials.Partial partial) {
        return partial instanceof Partials.Partial.Products products
                && products.dots().size() > 1;
    }
}
