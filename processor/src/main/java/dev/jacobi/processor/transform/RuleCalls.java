package dev.jacobi.processor.transform;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.HandRule;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Calls of functions whose derivative was written by hand: each mode calls the rule that suits it, and makes one of the
 * others where there is none.
 *
 * <pre>
 *   forward    yDot = jvp(x, xDot)       or partial(x) * xDot     or ∇ₛ ⟨vjp(x, s), xDot⟩
 *   reverse    xBar += vjp(x, yBar)      or partial(x) * yBar     or ∇ᵥ ⟨jvp(x, v), yBar⟩
 * </pre>
 *
 * The last ones hold because a vjp is linear in its seed and a jvp in its directions: each is the other's transpose, at
 * whatever seed or directions. Ones are taken, since code may leave early for zeros.
 */
public final class RuleCalls {

    private final Signatures signatures;
    private final NameSupply names;

    public RuleCalls(Signatures signatures, NameSupply names) {
        this.signatures = signatures;
        this.names = names;
    }

    /**
     * A call.
     *
     * @param arguments as they can be read again
     * @param value what the call has given
     */
    public record Site(FunctionName.Ruled function, List<Expr> arguments, Expr value) {
        public Site {
            arguments = List.copyOf(arguments);
        }
    }

    /** Whether an argument that is handed on can be read again as it is. */
    public static boolean isPlain(Expr argument) {
        return argument instanceof Expr.Ref || argument instanceof Expr.Literal;
    }

    /** A variable for an argument, named like its parameter. */
    public Expr named(FunctionName.Ruled function, int index, Expr argument, Stmt.Note note, List<Stmt> out) {
        String wish = signatures.parameters(function).get(index).name();
        return hold(wish, argument, note, out);
    }

    /** The tangent of the result along directions; null where it is zero. */
    public @Nullable Expr tangent(Site site, Map<Integer, Expr> dots, Stmt.Note note, List<Stmt> out) {
        Map<HandRule, List<Integer>> wanted = new LinkedHashMap<>();
        List<HandRule> rules = signatures.rules(site.function());
        dots.keySet()
                .forEach(i -> wanted.computeIfAbsent(
                                Objects.requireNonNull(HandRule.forward(rules, i)), r -> new ArrayList<>())
                        .add(i));
        Expr sum = null;
        for (Map.Entry<HandRule, List<Integer>> entry : wanted.entrySet()) {
            Expr term = term(entry.getKey(), entry.getValue(), site, dots, note, out);
            sum = sum == null ? term : new Sums(names, note, out).plus(sum, term);
        }
        return sum;
    }

    private Expr term(
            HandRule rule, List<Integer> by, Site site, Map<Integer, Expr> dots, Stmt.Note note, List<Stmt> out) {
        Type type = site.value().type();
        if (rule.form() == HandRule.Form.PARTIAL) {
            Expr partial = called(rule, site, List.of(), note, out);
            return scaled(partial, dot(site, dots, by.get(0)), type);
        }
        List<Expr> all = new ArrayList<>();
        rule.by().forEach(i -> all.add(dot(site, dots, i)));
        if (rule.form() == HandRule.Form.JVP) {
            Expr given = called(rule, site, all, note, out);
            out.addAll(Shadows.checkNew(given, all, rule.function().primal().display(), note));
            return given;
        }
        if (isTransposed(rule, type, signatures.parameters(site.function()))) {
            return transposed(rule, site, all, note, out);
        }
        Expr one = Arithmetic.number(1, type, site.value().span());
        List<Expr> bars = parts(rule, called(rule, site, List.of(one), note, out));
        Sums sums = new Sums(names, note, out);
        Expr sum = null;
        for (int i : by) {
            Expr product = sums.inner(bars.get(rule.by().indexOf(i)), dot(site, dots, i), type);
            sum = sum == null ? product : Arithmetic.plus(sum, product);
        }
        return Objects.requireNonNull(sum);
    }

    /**
     * Whether a vjp that stands for a jvp, or the other way round, must be differentiated for that: the derivative of a
     * number by numbers is known from one call, or from one for each parameter.
     */
    public static boolean isTransposed(HandRule rule, Type result, List<Type.Component> parameters) {
        boolean vjp = rule.form() == HandRule.Form.VJP;
        return !result.isFloating()
                || rule.by().stream().anyMatch(i -> {
                    Type type = parameters.get(i).type();
                    boolean tensors = type instanceof Type.Tensor || Shadows.holdsTensors(type);
                    return vjp ? tensors : !type.isFloating();
                });
    }

    private static Expr dot(Site site, Map<Integer, Expr> dots, int i) {
        Expr dot = dots.get(i);
        return dot != null ? dot : zeros(site.arguments().get(i));
    }

    private static Expr zeros(Expr like) {
        return like.type() instanceof Type.Array ? Shadows.zerosLike(like) : Arithmetic.zero(like, like.span());
    }

    /** What a seed of the result brings each of some parameters. */
    public Map<Integer, Expr> adjoints(
            Site site, Expr seed, SortedSet<Integer> active, Stmt.Note note, List<Stmt> out) {
        Map<HandRule, List<Integer>> wanted = new LinkedHashMap<>();
        List<HandRule> rules = signatures.rules(site.function());
        active.forEach(
                i -> wanted.computeIfAbsent(Objects.requireNonNull(HandRule.reverse(rules, i)), r -> new ArrayList<>())
                        .add(i));
        Map<Integer, Expr> bars = new LinkedHashMap<>();
        wanted.forEach((rule, by) -> adjoints(rule, by, site, seed, bars, note, out));
        return bars;
    }

    private void adjoints(
            HandRule rule,
            List<Integer> by,
            Site site,
            Expr seed,
            Map<Integer, Expr> bars,
            Stmt.Note note,
            List<Stmt> out) {
        if (rule.form() == HandRule.Form.PARTIAL) {
            Expr partial = called(rule, site, List.of(), note, out);
            bars.put(by.get(0), scaled(partial, seed, type(site, by.get(0))));
            return;
        }
        Type result = site.value().type();
        if (rule.form() == HandRule.Form.JVP && !isTransposed(rule, result, signatures.parameters(site.function()))) {
            for (int i : by) {
                List<Expr> unit = new ArrayList<>();
                rule.by().forEach(k -> unit.add(Arithmetic.number(k == i ? 1 : 0, type(site, k), seed.span())));
                bars.put(i, scaled(called(rule, site, unit, note, out), seed, type(site, i)));
            }
            return;
        }
        List<Expr> given = rule.form() == HandRule.Form.VJP
                ? parts(rule, called(rule, site, List.of(seed), note, out))
                : Leaves.of(transposed(rule, site, List.of(seed), note, out));
        by.forEach(i -> bars.put(i, given.get(rule.by().indexOf(i))));
    }

    private static Type type(Site site, int i) {
        return site.arguments().get(i).type();
    }

    /** {@code partial * dot}, in the partial's precision. */
    private static Expr scaled(Expr partial, Expr dot, Type type) {
        Expr product = Arithmetic.times(partial, Arithmetic.convert(dot, partial.type()));
        return Arithmetic.convert(product, type);
    }

    private Expr called(HandRule rule, Site site, List<Expr> more, Stmt.Note note, List<Stmt> out) {
        List<Expr> arguments = arguments(rule, site);
        arguments.addAll(more);
        Expr call = new Expr.Call(rule.function(), arguments, rule.result(), note.span());
        return hold(site, rule.form() == HandRule.Form.PARTIAL ? "Slope" : "Part", call, note, out);
    }

    private static List<Expr> arguments(HandRule rule, Site site) {
        List<Expr> arguments = new ArrayList<>(site.arguments());
        if (rule.takesValue()) {
            arguments.add(site.value());
        }
        return arguments;
    }

    /** The derivative of a rule's results, weighted, by what it is linear in. */
    private Expr transposed(HandRule rule, Site site, List<Expr> weights, Stmt.Note note, List<Stmt> out) {
        List<Expr> arguments = arguments(rule, site);
        List<Integer> linear = new ArrayList<>();
        if (rule.form() == HandRule.Form.VJP) {
            linear.add(arguments.size());
            arguments.add(Shadows.onesLike(site.value()));
        } else {
            for (int i : rule.by()) {
                linear.add(arguments.size());
                arguments.add(Shadows.onesLike(site.arguments().get(i)));
            }
        }
        arguments.addAll(together(rule, weights, note, out));
        FunctionName gradient =
                new FunctionName.Gradient(new FunctionName.Weighted(rule.function()), FunctionName.active(linear));
        Type type = signatures.result(gradient);
        return hold(site, "Part", new Expr.Call(gradient, arguments, type, note.span()), note, out);
    }

    /** The weights of what a rule gives: of an array of numbers an array. */
    private List<Expr> together(HandRule rule, List<Expr> weights, Stmt.Note note, List<Stmt> out) {
        if (!isArrayOfBars(rule)) {
            return weights;
        }
        Primitive literal = Primitive.arrayLiteral((Type.Array) rule.result(), Walk.types(weights));
        Expr array = new Expr.Apply(literal, weights, note.span());
        return List.of(hold("weights", array, note, out));
    }

    private static boolean isArrayOfBars(HandRule rule) {
        return rule.form() == HandRule.Form.VJP && rule.by().size() > 1 && rule.result() instanceof Type.Array;
    }

    /** What a vjp gives for each of its parameters. */
    private static List<Expr> parts(HandRule rule, Expr given) {
        if (!isArrayOfBars(rule)) {
            return Leaves.of(given);
        }
        List<Expr> elements = new ArrayList<>();
        for (int i = 0; i < rule.by().size(); i++) {
            Expr index = new Expr.Literal(String.valueOf(i), Type.Scalar.INT, given.span());
            Primitive at = Primitive.index(given.type(), Type.Scalar.INT);
            elements.add(new Expr.Apply(at, List.of(given, index), given.span()));
        }
        return elements;
    }

    private Expr hold(Site site, String what, Expr value, Stmt.Note note, List<Stmt> out) {
        return hold(site.function().primal().method() + what, value, note, out);
    }

    private Expr hold(String wish, Expr value, Stmt.Note note, List<Stmt> out) {
        Var variable = new Var(names.fresh(wish), value.type());
        out.add(new Stmt.Declare(variable, value, note));
        return new Expr.Ref(variable, value.span());
    }
}
