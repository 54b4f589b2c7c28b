package dev.jacobi.processor;

import dev.jacobi.processor.frontend.Headers;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The derivatives of a fixed point x = φ(x, θ), at which a loop has arrived from x₀ (B. Christianson, Reverse
 * accumulation and attractive fixed points, 1994):
 *
 * <pre>
 *   tangent    ẋ = ψ(ẋ) with ψ(ẋ) = ∂φ/∂x·ẋ + ∂φ/∂θ·θ̇, from ẋ₀:    the tangent of φ, and a fixed point again
 *   adjoint    v ← v·∂φ/∂x from x̄ to v∞:    θ̄ += Σ (v - v∞)·∂φ/∂θ,  x̄₀ += v∞
 * </pre>
 *
 * So every order is had from derivatives of φ, as often as they are wanted, and nothing is recorded.
 */
final class FixedPoints extends CallingDerivatives {

    private final FunctionName.FixedPoint point;

    FixedPoints(FunctionName.FixedPoint point, Headers headers) {
        super(point, headers, point.attraction().loop());
        this.point = point;
    }

    /** What the loop has left, in arrays of its own. */
    Function body() {
        List<Stmt> body = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        for (int i : point.states()) {
            values.add(copied(parameters.get(point.place(i)), body, note(Stmt.Role.PRIMAL)));
        }
        Type type = headers.result(point);
        return new Function(point, parameters, Set.of(), body, together(type, values), type);
    }

    @Override
    Function tangent(FunctionName.Tangent name, Type.Struct struct) {
        List<Type.Component> all = headers.parameters(name);
        List<Var> dots = variables(all.subList(parameters.size(), all.size()), "");
        List<Expr> directions = new ArrayList<>();
        List<Stmt> body = new ArrayList<>();
        List<Expr> values = value(body);
        check(values, body);
        List<Expr> iterated = iterated(values);
        for (int k = 0; k < point.states().size(); k++) {
            int at = new ArrayList<>(name.active()).indexOf(k);
            directions.add(at < 0 ? zero(values.get(k)) : ref(dots.get(at)));
        }
        SortedSet<Integer> active = iteratedBy(name.active());
        List<Expr> given = new ArrayList<>();
        for (int parameter : active) {
            int state = point.states().indexOf(parameter);
            int at = new ArrayList<>(name.active()).indexOf(point.place(parameter));
            given.add(state >= 0 ? directions.get(state) : ref(dots.get(at)));
        }
        FunctionName along = new FunctionName.Jvp(point.of(), active, Sharing.NONE);
        List<Integer> places = new ArrayList<>();
        for (int state : point.states()) {
            places.add(iterated.size() + new ArrayList<>(active).indexOf(state));
        }
        FunctionName.FixedPoint derivative = point.derivative(along, places);
        List<Expr> first = new ArrayList<>(iterated);
        first.addAll(given);
        List<Expr> last = call("dots", new FunctionName.Converged(derivative), first, note(Stmt.Role.TANGENT), body);
        List<Expr> whole = new ArrayList<>(directions);
        whole.addAll(first);
        for (int k = 0; k < places.size(); k++) {
            whole.set(directions.size() + places.get(k), last.get(k));
        }
        values.addAll(call("xDot", derivative, whole, note(Stmt.Role.TANGENT), body));
        List<Var> takes = new ArrayList<>(parameters);
        takes.addAll(dots);
        return new Function(name, takes, Set.of(), body, new Expr.Build(struct, values, span), struct);
    }

    /** The parameters of an iteration that are active: its variables, and others of those of the fixed point. */
    private SortedSet<Integer> iteratedBy(SortedSet<Integer> active) {
        SortedSet<Integer> all = new TreeSet<>(point.states());
        all.addAll(others(active));
        return all;
    }

    private SortedSet<Integer> others(SortedSet<Integer> active) {
        SortedSet<Integer> others = new TreeSet<>();
        for (int i : active) {
            if (i >= point.states().size()) {
                others.add(i - point.states().size());
            }
        }
        return others;
    }

    @Override
    List<Expr> value(List<Stmt> body) {
        return call("x", point, refs(parameters), note(Stmt.Role.PRIMAL), body);
    }

    /** What an iteration takes at the fixed point. */
    private List<Expr> iterated(List<Expr> values) {
        List<Expr> arguments = refs(parameters.subList(point.states().size(), parameters.size()));
        for (int k = 0; k < values.size(); k++) {
            arguments.set(point.states().get(k), values.get(k));
        }
        return arguments;
    }

    /** Refuses what is no fixed point. */
    @Override
    List<Expr> check(List<Expr> values, List<Stmt> body) {
        List<Expr> next = call("next", point.of(), iterated(values), note(Stmt.Role.PRIMAL), body);
        List<Expr> moved = next.subList(0, values.size());
        for (int k = 0; k < values.size(); k++) {
            body.add(Convergences.check(point.attraction(), ref(parameters.get(k)), values.get(k), moved.get(k)));
        }
        return next;
    }

    @Override
    FunctionName repeated() {
        return point.of();
    }

    @Override
    String repeatedInWords() {
        return "an iteration of the loop at " + point.attraction().where();
    }

    /** The adjoint doesn't depend on where the loop began. */
    @Override
    boolean keeps(int parameter) {
        return parameter >= point.states().size();
    }

    @Override
    List<Expr> adjoints(SortedSet<Integer> active, List<Expr> arguments, List<Stmt> backward) {
        FunctionName transposed = new FunctionName.Transposed(point, others(active));
        List<Expr> all = call("bars", transposed, arguments, note(Stmt.Role.ADJOINT), backward);
        List<Expr> bars = new ArrayList<>();
        int other = point.states().size();
        for (int i : active) {
            bars.add(all.get(i < point.states().size() ? i : other++));
        }
        return bars;
    }

    private Expr zero(Expr like) {
        return like.type() instanceof Type.Array ? Shadows.zerosLike(like) : Arithmetic.zero(like, span);
    }
}
