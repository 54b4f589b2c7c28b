package dev.jacobi.processor.transform.tangent;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Sorting;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.transform.ActiveArguments;
import dev.jacobi.processor.transform.NewArrays;
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
    private final Partials partials;
    private final Signatures signatures;
    private final NameSupply names;
    private final RuledTangents ruled;
    private final Map<Var, Var> dots = new HashMap<>();
    private final Statement statements = new Statement();

    /** What stands for the variables that held several results: their calls' tangents give these too. */
    private final Map<Var, Expr> parts = new HashMap<>();

    private Tangent(Activity activity, Partials partials, Signatures signatures, NameSupply names) {
        this.activity = activity;
        this.partials = partials;
        this.signatures = signatures;
        this.names = names;
        this.ruled = new RuledTangents(signatures, names);
    }

    /**
     * The function that takes a direction for each active parameter and gives value and tangent; the value alone where
     * it carries no derivative.
     */
    public static Function of(
            Function prepared, FunctionName.Tangent name, Activity activity, Partials partials, Signatures signatures) {
        return new Tangent(activity, partials, signatures, NameSupply.after(prepared)).function(prepared, name);
    }

    private Function function(Function primal, FunctionName.Tangent name) {
        List<Var> parameters = new ArrayList<>(primal.parameters());
        for (int i : name.active()) {
            parameters.add(dot(primal.parameters().get(i)));
        }
        List<Stmt> body = new ArrayList<>();
        for (int i = 0; i < primal.parameters().size(); i++) {
            Var parameter = primal.parameters().get(i);
            Expr.Ref ref = new Expr.Ref(parameter, start(primal));
            if (!name.active().contains(i) && activity.isActiveArray(ref)) {
                body.add(new Stmt.Declare(
                        dot(parameter), Shadows.zerosLike(ref), new Stmt.Note(Stmt.Role.TANGENT, ref.span())));
            }
        }
        body.addAll(block(primal.body()));
        Rewriter kept = Substitution.of(parts);
        Expr value = primal.result();
        if (value == null || !primal.type().carriesDerivative()) {
            Expr plain = value == null ? null : kept.rewrite(value);
            return new Function(name, parameters, primal.reserved(), kept.rewrite(body), plain, primal.type());
        }
        Type.Struct struct = signatures.madeTangent(name);
        Expr result = kept.rewrite(new Expr.Build(struct, valuesAndDots(value), value.span()));
        return new Function(name, parameters, primal.reserved(), kept.rewrite(body), result, struct);
    }

    /** The value and its tangent; of a record all parts, then the tangents of those that have one. */
    private List<Expr> valuesAndDots(Expr value) {
        List<Expr> all = new ArrayList<>(Leaves.of(value));
        for (Expr part : List.copyOf(all)) {
            if (part.type().carriesDerivative()) {
                Expr dot = tangent(part, null);
                all.add(dot != null ? dot : zero(part));
            }
        }
        return all;
    }

    private static Expr zero(Expr like) {
        return Memory.isArray(like.type()) ? Shadows.zerosLike(like) : Arithmetic.zero(like, like.span());
    }

    private static Span start(Function primal) {
        return primal.result() != null
                ? primal.result().span()
                : primal.body().isEmpty()
                        ? Span.NOWHERE
                        : primal.body().get(0).note().span();
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
            if (s.value() instanceof Expr.Call call) {
                return call(s, call);
            }
            if (!activity.carriesDerivative(s.variable())) {
                return List.of(s);
            }
            return s.value() == null
                    ? List.of(s, new Stmt.Declare(dot(s.variable()), null, note(s)))
                    : List.of(s, new Stmt.Declare(dot(s.variable()), tangentOrZero(s.variable(), s.value()), note(s)));
        }

        @Override
        public List<Stmt> assign(Stmt.Assign s) {
            return activity.carriesDerivative(s.variable())
                    ? List.of(s, new Stmt.Assign(dot(s.variable()), tangentOrZero(s.variable(), s.value()), note(s)))
                    : List.of(s);
        }

        /** The tangent first where it, or what says where the element is, may read the element that is overwritten. */
        @Override
        public List<Stmt> store(Stmt.Store s) {
            if (!activity.isActiveArray(s.array())) {
                return List.of(s);
            }
            Expr dot = tangent(s.value(), null);
            if (dot == null) {
                dot = Memory.isArray(s.value().type())
                        ? Shadows.zerosLike(s.value())
                        : Arithmetic.zero(s.value(), s.value().span());
            }
            Stmt store = new Stmt.Store(array(s.array()), s.index(), dot, note(s));
            boolean reads = activity.memory().readsElementOf(s.array(), dot)
                    || activity.memory().isPlacedBy(s.array(), s.array(), s.index());
            return reads ? List.of(store, s) : List.of(s, store);
        }

        @Override
        public List<Stmt> accumulate(Stmt.Accumulate s) {
            Expr dot = activity.isActiveArray(s.array()) ? tangent(s.value(), null) : null;
            return dot == null
                    ? List.of(s)
                    : List.of(new Stmt.Accumulate(array(s.array()), s.index(), dot, note(s)), s);
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
        public List<Stmt> increment(Stmt.Increment s) {
            Expr dot = activity.carriesDerivative(s.variable()) ? tangent(s.value(), null) : null;
            return dot == null ? List.of(s) : List.of(s, new Stmt.Increment(dot(s.variable()), dot, note(s)));
        }

        @Override
        public List<Stmt> branch(Stmt.If s) {
            return List.of(new Stmt.If(s.condition(), block(s.then()), block(s.otherwise()), s.note()));
        }

        @Override
        public List<Stmt> effect(Stmt.Effect s) {
            if (s.value() instanceof Expr.Call call && ActiveArguments.isActive(call, activity)) {
                FunctionName.Tangent name = name(call);
                Expr both = new Expr.Call(name, arguments(call, name), type(call, name), call.span());
                return List.of(new Stmt.Effect(both, s.note()));
            }
            if (s.value() instanceof Expr.Apply sort
                    && ArrayOperation.of(sort.primitive()) == ArrayOperation.SORT
                    && activity.isActiveArray(sort.operands().get(0))) {
                Var order = Sorting.order(names);
                Expr moved = Sorting.moved("move", array(sort.operands().get(0)), order, sort);
                return List.of(
                        new Stmt.Declare(order, Sorting.orderOf(sort), note(s)), s, new Stmt.Effect(moved, note(s)));
            }
            if (s.value() instanceof Expr.Apply move
                    && ArrayOperation.of(move.primitive()) == ArrayOperation.MOVE_SORTED
                    && activity.isActiveArray(move.operands().get(0))) {
                return List.of(
                        new Stmt.Effect(
                                Sorting.moved(move, array(move.operands().get(0))), note(s)),
                        s);
            }
            Expr copied = s.value() instanceof Expr.Apply apply ? shadowed(apply) : null;
            return copied == null ? List.of(s) : List.of(new Stmt.Effect(copied, note(s)), s);
        }

        @Override
        public List<Stmt> raise(Stmt.Throw s) {
            return List.of(s);
        }
    }

    private FunctionName.Tangent name(Expr.Call call) {
        FunctionName function = call.function();
        SortedSet<Integer> active = ActiveArguments.of(call, activity);
        Sharing sharing = activity.memory().sharing(call);
        return new FunctionName.Tangent(function, signatures.active(function, active, sharing), sharing);
    }

    private Type type(Expr.Call call, FunctionName.Tangent name) {
        return call.type().carriesDerivative() ? signatures.tangent(name) : signatures.plainTangent(name, call.type());
    }

    private List<Expr> arguments(Expr.Call call, FunctionName.Tangent name) {
        SortedSet<Integer> active = ActiveArguments.of(call, activity);
        List<Expr> arguments = new ArrayList<>(call.arguments());
        for (int i : name.active()) {
            Expr argument = call.arguments().get(i);
            Expr dot = active.contains(i) ? tangent(argument, null) : null;
            arguments.add(
                    dot != null
                            ? dot
                            : Memory.isArray(argument.type())
                                    ? Shadows.zerosLike(argument)
                                    : Arithmetic.zero(argument, argument.span()));
        }
        return arguments;
    }

    /** {@code t = fTangent(a, aDot); y = t.value(); yDot = t.jvp()}. */
    private List<Stmt> call(Stmt.Declare s, Expr.Call call) {
        boolean active = activity.carriesDerivative(s.variable());
        if (!active && !ActiveArguments.isActive(call, activity)) {
            return List.of(s);
        }
        if (call.function() instanceof FunctionName.Ruled ruled) {
            return ruled(s, ruled, call);
        }
        if (ActiveArguments.givesConstants(call, activity)) {
            Expr zeros = Shadows.zerosLike(new Expr.Ref(s.variable(), call.span()));
            return List.of(s, new Stmt.Declare(dot(s.variable()), zeros, note(s)));
        }
        FunctionName.Tangent name = name(call);
        Type type = type(call, name);
        Expr made = new Expr.Call(name, arguments(call, name), type, call.span());
        if (!call.type().carriesDerivative()) {
            return List.of(new Stmt.Declare(s.variable(), made, s.note()));
        }
        Var both = new Var(names.fresh(s.variable().name() + "WithDot"), type);
        Expr.Ref ref = new Expr.Ref(both, call.span());
        if (call.type() instanceof Type.Struct) {
            parts.put(s.variable(), ref);
            return List.of(new Stmt.Declare(both, made, s.note()));
        }
        Expr value = new Expr.Component(ref, "value", s.variable().type(), call.span());
        List<Stmt> out = new ArrayList<>();
        out.add(new Stmt.Declare(both, made, s.note()));
        out.add(new Stmt.Declare(s.variable(), value, s.note()));
        if (active) {
            Expr dot = new Expr.Component(ref, "jvp", s.variable().type(), call.span());
            out.add(new Stmt.Declare(dot(s.variable()), dot, note(s)));
        }
        return out;
    }

    private List<Stmt> ruled(Stmt.Declare s, FunctionName.Ruled function, Expr.Call call) {
        Map<Integer, Expr> directions = new LinkedHashMap<>();
        for (int i : ActiveArguments.of(call, activity)) {
            Expr argument = call.arguments().get(i);
            Expr dot = argument.type().carriesDerivative() ? tangent(argument, null) : null;
            if (dot != null) {
                directions.put(i, dot);
            }
        }
        return ruled.of(s, function, call, directions, dot(s.variable()));
    }

    /** The same copy or filling, done with the tangents; null where nothing active is touched. */
    private @Nullable Expr shadowed(Expr.Apply e) {
        ArrayOperation operation = ArrayOperation.of(e.primitive());
        int target = operation == ArrayOperation.COPY_INTO ? 2 : 0;
        boolean touches = operation == ArrayOperation.COPY_INTO
                || operation == ArrayOperation.FILL
                || operation == ArrayOperation.FILL_RANGE;
        if (!touches || !activity.isActiveArray(e.operands().get(target))) {
            return null;
        }
        List<Expr> operands = new ArrayList<>();
        for (Expr operand : e.operands()) {
            boolean array = Memory.isArray(operand.type());
            boolean number = !array && operand.type().carriesDerivative();
            operands.add(array ? array(operand) : number ? orZero(tangent(operand, null), operand) : operand);
        }
        return new Expr.Apply(e.primitive(), operands, e.span());
    }

    private static Expr orZero(@Nullable Expr dot, Expr like) {
        return dot != null ? dot : Arithmetic.zero(like, like.span());
    }

    /** The tangent of one of several values. */
    private static Expr dot(Expr.Component part) {
        String name = Leaves.dot((Type.Struct) part.struct().type(), part.name());
        return new Expr.Component(part.struct(), name, part.type(), part.span());
    }

    /** The array of the tangents of an array's numbers. */
    private Expr array(Expr e) {
        if (!activity.isActiveArray(e)) {
            return e instanceof Expr.Literal ? e : Shadows.zerosLike(e);
        }
        if (e instanceof Expr.Ref ref) {
            return new Expr.Ref(dot(ref.variable()), ref.span());
        }
        if (e instanceof Expr.Component part) {
            return dot(part);
        }
        if (e instanceof Expr.Choose choose) {
            return new Expr.Choose(choose.condition(), array(choose.whenTrue()), array(choose.whenFalse()), e.span());
        }
        if (!(e instanceof Expr.Apply apply)) {
            throw new IllegalStateException("no tangent of " + e);
        }
        return Memory.comesFromElsewhere(apply) ? Shadows.zerosLike(e) : applied(apply);
    }

    private Expr tangentOrZero(Var variable, Expr value) {
        Expr.Ref held = new Expr.Ref(variable, value.span());
        if (Memory.isArray(variable.type())) {
            return value instanceof Expr.Apply made ? made(held, made) : array(value);
        }
        Expr dot = tangent(value, held);
        return dot != null ? dot : Arithmetic.zero(held, value.span());
    }

    /** The tangents of an array that an operation gives. */
    private Expr made(Expr.Ref held, Expr.Apply value) {
        return switch (ArrayOperation.of(value.primitive())) {
            case NEW -> newLike(held, value);
            case LIKE -> Shadows.zerosLike(held);
            case LITERAL -> literal(value);
            case CLONE, COPY ->
                activity.isActiveArray(value.operands().get(0)) ? applied(value) : Shadows.zerosLike(held);
            case OF_TENSOR -> {
                Expr dot = activity.isVaried(value) ? apply(value, held) : null;
                yield dot != null ? dot : Shadows.zerosLike(held);
            }
            case COPY_INTO, FILL, FILL_RANGE, SORT, MOVE_SORTED, NONE ->
                Memory.comesFromElsewhere(value) ? Shadows.zerosLike(held) : array(value);
        };
    }

    private Expr literal(Expr.Apply value) {
        List<Expr> elements = new ArrayList<>();
        for (Expr element : value.operands()) {
            boolean inner = element instanceof Expr.Apply apply
                    && ArrayOperation.of(apply.primitive()) == ArrayOperation.LITERAL;
            elements.add(
                    inner
                            ? literal((Expr.Apply) element)
                            : Memory.isArray(element.type())
                                    ? array(element)
                                    : orZero(tangent(element, null), element));
        }
        return new Expr.Apply(value.primitive(), elements, value.span());
    }

    /** The same operation on the first operand's tangents. */
    private Expr applied(Expr.Apply value) {
        List<Expr> operands = new ArrayList<>(value.operands());
        operands.set(0, array(operands.get(0)));
        return new Expr.Apply(value.primitive(), operands, value.span());
    }

    private static Expr newLike(Expr.Ref held, Expr.Apply value) {
        Expr again = NewArrays.again(held, value);
        return again != null ? again : Shadows.zerosLike(held);
    }

    /**
     * The tangent of an expression; null where it is zero.
     *
     * @param held a variable that holds the value, if one does
     */
    private @Nullable Expr tangent(Expr e, Expr.@Nullable Ref held) {
        if (Memory.isArray(e.type())) {
            return activity.isActiveArray(e) || e instanceof Expr.Literal ? array(e) : null;
        }
        if (!activity.isVaried(e)) {
            return null;
        }
        if (e instanceof Expr.Apply element && element.primitive().form() == Primitive.Form.INDEX) {
            return new Expr.Apply(
                    element.primitive(),
                    List.of(array(element.operands().get(0)), element.operands().get(1)),
                    element.span());
        }
        if (e instanceof Expr.Ref ref) {
            return new Expr.Ref(dot(ref.variable()), ref.span());
        }
        if (e instanceof Expr.Component part) {
            return dot(part);
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
        List<Partials.@Nullable Partial> derivative = PartialUse.rules(partials, e);
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
        PartialUse.Shared over =
                PartialUse.withoutDivisor(derivative, operandDots.keySet()).orElse(null);
        Expr sum = null;
        for (int i : operandDots.keySet()) {
            Partials.Partial partial =
                    over == null ? derivative.get(i) : over.numerators().get(i);
            if (partial == null) {
                continue;
            }
            Expr term = PartialUse.tangent(partial, e, i, held, all);
            sum = sum == null ? term : Arithmetic.plus(sum, term);
            if (PartialUse.isJoint(partial)) {
                break;
            }
        }
        return sum == null || over == null ? sum : over.divide(sum, e, held);
    }
}
