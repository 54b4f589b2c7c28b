package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several directions in one sweep: what depends on a direction stands there once for each (in a <em>lane</em> of its
 * own), everything else once for all of them.
 *
 * <pre>
 *   y = sin(x); yDot = cos(x) · xDot    becomes    y = sin(x); cos = cos(x); yDotA = cos · xDotA; yDotB = cos · xDotB; …
 * </pre>
 *
 * A called function's tangent is called once for all lanes, and gives its value with a tangent for each. Each lane
 * computes exactly what the function of one direction does. (Griewank, Walther: Evaluating Derivatives, 2nd ed., §3.1:
 * vector mode.) It serves gradients of tangents as well: of these the lanes share the gradient besides.
 */
public final class Lanes {

    /** The derivatives of functions that are called. */
    public interface Callees {
        /** A value with its tangent along one direction; null where that isn't to be had. */
        @Nullable
        Function tangent(FunctionName.Tangent name);

        /** Whether it is to be had along several directions at once. */
        boolean hasTangents(FunctionName.Tangents name);

        /** What that gives. */
        Type result(FunctionName.Tangents name);
    }

    private final Callees callees;
    private final NameSupply names;
    private final Copies copies;

    private Lanes(Function one, Varying varying, Callees callees) {
        this.callees = callees;
        this.names = NameSupply.after(one);
        this.copies = new Copies(FunctionName.Lanes.COUNT, varying, names, Set.of());
    }

    /**
     * The function of several directions; nothing where they can't share a sweep, or have too little in common.
     *
     * @param function takes the directions behind all other parameters
     * @param directions how many it takes
     * @param type of the array of its results
     * @param whatever whether to make it even if it doesn't pay
     */
    public static Optional<Function> of(
            Function function, int directions, Type.Array type, Callees callees, boolean whatever) {
        List<Var> dots = last(directions, function);
        Varying varying = Varying.of(function, dots);
        LaneCheck check = new LaneCheck(varying, callees::hasTangents);
        return check.allowsDerivative(function, dots) && (whatever || Worth.pays(function, varying, callees))
                ? Optional.of(new Lanes(function, varying, callees).derivative(function, dots, type))
                : Optional.empty();
    }

    /**
     * A called function's value with several tangents; nothing where these can't share a sweep.
     *
     * @param tangent gives the value with one
     */
    public static Optional<Function> of(Function tangent, FunctionName.Tangents name, Callees callees) {
        List<Var> dots = last(name.of().active().size(), tangent);
        Varying varying = Varying.of(tangent, dots);
        return new LaneCheck(varying, callees::hasTangents).allowsTangent(tangent, dots)
                ? Optional.of(new Lanes(tangent, varying, callees).tangents(tangent, dots, name))
                : Optional.empty();
    }

    static List<Var> last(int directions, Function function) {
        List<Var> all = function.parameters();
        return all.subList(all.size() - directions, all.size());
    }

    private Function derivative(Function one, List<Var> dots, Type.Array type) {
        Expr value = Objects.requireNonNull(one.result());
        Span span = value.span();
        List<Var> parameters = new ArrayList<>(one.parameters());
        List<Stmt> body = new ArrayList<>();
        for (Var dot : dots) {
            Var several = new Var(names.fresh(dot.name() + "s"), new Type.Array(dot.type()));
            parameters.set(parameters.indexOf(dot), several);
            for (int lane = 0; lane < FunctionName.Lanes.COUNT; lane++) {
                body.add(taken(several, lane, copies.inLane(lane, dot), span));
            }
        }
        body.addAll(copies.block(one.body(), this::called));
        List<Expr> results = inLanes(value);
        Expr result = new Expr.Apply(Primitive.arrayLiteral(type, Walk.types(results)), results, span);
        return new Function(new FunctionName.Lanes(one.name()), parameters, one.reserved(), body, result, type);
    }

    private Function tangents(Function one, List<Var> dots, FunctionName.Tangents name) {
        List<Var> parameters = new ArrayList<>(one.parameters());
        parameters.removeAll(dots);
        for (Var dot : dots) {
            for (int lane = 0; lane < FunctionName.Lanes.COUNT; lane++) {
                parameters.add(copies.inLane(lane, dot));
            }
        }
        List<Stmt> body = copies.block(one.body(), this::called);
        Type type = callees.result(name);
        return new Function(name, parameters, one.reserved(), body, together(one.result(), type), type);
    }

    /** The value once, and the tangents of all lanes. */
    private @Nullable Expr together(@Nullable Expr result, Type type) {
        if (!(result instanceof Expr.Build build)) {
            return result;
        }
        int values = TangentCalls.values((Type.Struct) build.type());
        List<Expr> parts = new ArrayList<>();
        build.components()
                .subList(0, values)
                .forEach(e -> parts.add(copies.lane(0).rewrite(e)));
        build.components().subList(values, build.components().size()).forEach(e -> parts.addAll(inLanes(e)));
        return new Expr.Build(type, parts, result.span());
    }

    /** One call for all lanes. */
    private List<Stmt> called(Stmt statement, Expr.Call call) {
        FunctionName.Tangents name = TangentCalls.inLanes(call);
        List<Expr> arguments = new ArrayList<>();
        TangentCalls.values(call).forEach(e -> arguments.add(copies.lane(0).rewrite(e)));
        TangentCalls.directions(call).forEach(e -> arguments.addAll(inLanes(e)));
        Expr several = new Expr.Call(name, arguments, callees.result(name), call.span());
        if (!(statement instanceof Stmt.Declare s)) {
            return List.of(new Stmt.Effect(several, statement.note()));
        }
        Var one = s.variable();
        if (!(several.type() instanceof Type.Struct)) {
            return List.of(new Stmt.Declare(one, several, s.note()));
        }
        Var all = new Var(names.fresh(one.name() + "s"), several.type());
        copies.together(one, all);
        return List.of(new Stmt.Declare(all, several, s.note()));
    }

    private List<Expr> inLanes(Expr e) {
        return copies.lanes().stream().map(lane -> lane.rewrite(e)).toList();
    }

    /** {@code double[] xDotA = xDots[0];}. */
    private static Stmt taken(Var several, int lane, Var one, Span span) {
        Expr index = Arithmetic.number(lane, Type.Scalar.INT, span);
        Primitive element = Primitive.index(several.type(), Type.Scalar.INT);
        Expr value = new Expr.Apply(element, List.of(new Expr.Ref(several, span), index), span);
        return new Stmt.Declare(one, value, new Stmt.Note(Stmt.Role.KEPT, span));
    }
}
