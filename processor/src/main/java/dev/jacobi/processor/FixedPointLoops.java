package dev.jacobi.processor;

import dev.jacobi.processor.frontend.Headers;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The iterations by which derivatives of fixed points are computed, as functions.
 *
 * <pre>
 *   Converged     while (…) { x = φ(x, θ); }
 *   Transposed    while (…) { next = v·∂φ/∂x; s += k·(v - next); v = next; }    θ̄ = s·∂φ/∂θ
 * </pre>
 */
final class FixedPointLoops extends Calling {

    private final FunctionName.FixedPoint point;
    private final List<Stmt> body = new ArrayList<>();
    private final Expr convergence;

    private FixedPointLoops(FunctionName.FixedPoint point, Headers headers) {
        super(headers, point.attraction().loop());
        this.point = point;
        names.fresh("again");
        this.convergence = hold("convergence", Convergences.start(point.attraction()), note(Stmt.Role.ADJOINT), body);
    }

    static Function converged(FunctionName.Converged name, Headers headers) {
        return new FixedPointLoops(name.of(), headers).converged(name);
    }

    static Function transposed(FunctionName.Transposed name, Headers headers) {
        return new FixedPointLoops(name.of(), headers).transposed(name);
    }

    private Function converged(FunctionName.Converged name) {
        List<Var> parameters = variables(headers.parameters(name), "");
        List<Expr> arguments = refs(parameters);
        List<Var> states = new ArrayList<>();
        for (int i : point.states()) {
            Var first = parameters.get(i);
            Var state = new Var(names.fresh(first.name() + "Now"), first.type());
            body.add(new Stmt.Declare(state, ref(first), note(Stmt.Role.ADJOINT)));
            arguments.set(i, ref(state));
            states.add(state);
        }
        loop(
                inside -> {
                    List<Expr> next = call("next", point.of(), arguments, note(Stmt.Role.ADJOINT), inside);
                    for (int k = 0; k < states.size(); k++) {
                        Expr moved = Convergences.on(
                                convergence, "moved", Type.Scalar.VOID, ref(states.get(k)), next.get(k));
                        inside.add(new Stmt.Effect(moved, note(Stmt.Role.ADJOINT)));
                    }
                    return next;
                },
                states);
        Type type = headers.result(name);
        return new Function(name, parameters, Set.of(), body, together(type, refs(states)), type);
    }

    private Function transposed(FunctionName.Transposed name) {
        List<Var> parameters = variables(headers.parameters(name), "");
        int count = point.states().size();
        List<Expr> arguments = refs(parameters.subList(0, parameters.size() - count));
        List<Var> adjoints = new ArrayList<>();
        List<Var> sums = new ArrayList<>();
        for (Var seed : parameters.subList(parameters.size() - count, parameters.size())) {
            Var adjoint = new Var(names.fresh("v"), seed.type());
            body.add(new Stmt.Declare(adjoint, start(seed), note(Stmt.Role.ADJOINT)));
            adjoints.add(adjoint);
            Var sum = new Var(names.fresh("sum"), seed.type());
            body.add(new Stmt.Declare(sum, zero(ref(seed)), note(Stmt.Role.ADJOINT)));
            sums.add(sum);
        }
        FunctionName weighted = new FunctionName.Weighted(point.of());
        FunctionName byStates = new FunctionName.Gradient(weighted, FunctionName.active(point.states()));
        loop(
                inside -> {
                    List<Expr> next =
                            call("next", byStates, with(arguments, adjoints), note(Stmt.Role.ADJOINT), inside);
                    for (int k = 0; k < count; k++) {
                        Var sum = sums.get(k);
                        Expr more = Convergences.on(
                                convergence, "sum", sum.type(), ref(sum), ref(adjoints.get(k)), next.get(k));
                        inside.add(new Stmt.Assign(sum, more, note(Stmt.Role.ADJOINT)));
                    }
                    return next;
                },
                adjoints);
        List<Expr> bars = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Var adjoint = adjoints.get(k);
            Expr rest = Convergences.on(convergence, "rest", adjoint.type(), ref(adjoint), ref(sums.get(k)));
            bars.add(hold("rest", rest, note(Stmt.Role.ADJOINT), body));
        }
        if (!name.active().isEmpty()) {
            FunctionName byOthers = new FunctionName.Gradient(weighted, name.active());
            List<Expr> others = call("others", byOthers, with(arguments, sums), note(Stmt.Role.ADJOINT), body);
            body.add(endless(byOthers, arguments, List.copyOf(bars), others));
            bars.addAll(others);
        }
        Type type = headers.result(name);
        return new Function(name, parameters, Set.of(), body, together(type, bars), type);
    }

    /** What first values keep must bring the other parameters nothing, since it would do so in each iteration. */
    private Stmt endless(FunctionName byOthers, List<Expr> arguments, List<Expr> rests, List<Expr> sums) {
        Expr any = null;
        List<Expr> all = new ArrayList<>(arguments);
        for (Expr rest : rests) {
            all.add(rest);
            Primitive not = Primitive.prefix("!", Type.Scalar.BOOLEAN);
            Expr some = new Expr.Apply(not, List.of(Convergences.isZero(rest)), span);
            Primitive or = Primitive.infix("||", Type.Scalar.BOOLEAN, Type.Scalar.BOOLEAN);
            any = any == null ? some : new Expr.Apply(or, List.of(any, some), span);
        }
        List<Stmt> checks = new ArrayList<>();
        List<Expr> each = call("each", byOthers, all, note(Stmt.Role.ADJOINT), checks);
        for (int k = 0; k < each.size(); k++) {
            checks.add(Convergences.checkEnds(point.attraction(), each.get(k), sums.get(k)));
        }
        return new Stmt.If(Objects.requireNonNull(any), checks, List.of(), note(Stmt.Role.ADJOINT));
    }

    private List<Expr> with(List<Expr> arguments, List<Var> seeds) {
        List<Expr> all = new ArrayList<>(arguments);
        all.addAll(refs(seeds));
        return all;
    }

    private Expr start(Var seed) {
        return seed.type() instanceof Type.Array array ? copied(ref(seed), array) : ref(seed);
    }

    private Expr zero(Expr like) {
        return like.type() instanceof Type.Array ? Shadows.zerosLike(like) : Arithmetic.zero(like, span);
    }

    /** One iteration. */
    private interface Iteration {
        /** Adds its statements, and gives what the variables are to hold next. */
        List<Expr> add(List<Stmt> inside);
    }

    private void loop(Iteration iteration, List<Var> variables) {
        Var again = new Var("again", Type.Scalar.BOOLEAN);
        body.add(new Stmt.Declare(again, new Expr.Literal("true", Type.Scalar.BOOLEAN, span), note(Stmt.Role.ADJOINT)));
        List<Stmt> inside = new ArrayList<>();
        List<Expr> next = iteration.add(inside);
        for (int k = 0; k < variables.size(); k++) {
            inside.add(new Stmt.Assign(variables.get(k), next.get(k), note(Stmt.Role.ADJOINT)));
        }
        inside.add(new Stmt.Assign(
                again, Convergences.on(convergence, "goesOn", Type.Scalar.BOOLEAN), note(Stmt.Role.ADJOINT)));
        body.add(new Stmt.Loop("convergence", null, ref(again), inside, note(Stmt.Role.ADJOINT)));
    }
}
