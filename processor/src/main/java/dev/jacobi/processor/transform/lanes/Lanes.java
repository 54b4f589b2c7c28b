package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Several directions in one sweep: what depends on a direction stands there once for each (in a <em>lane</em> of its
 * own), everything else once for all of them.
 *
 * <pre>
 *   y = sin(x); yDot = cos(x) · xDot    becomes    y = sin(x); cos = cos(x); yDotA = cos · xDotA; yDotB = cos · xDotB; …
 * </pre>
 *
 * Each lane computes exactly what the function of one direction does. (Griewank, Walther: Evaluating Derivatives, 2nd
 * ed., §3.1: vector mode.) It serves gradients of tangents as well: of these the lanes share the gradient besides.
 */
public final class Lanes {

    private final NameSupply names;
    private final Copies copies;

    private Lanes(Varying varying, NameSupply names) {
        this.names = names;
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
    public static Optional<Function> of(Function function, int directions, Type.Array type, boolean whatever) {
        List<Var> all = function.parameters();
        List<Var> dots = all.subList(all.size() - directions, all.size());
        Varying varying = Varying.of(function, dots);
        return LaneCheck.allows(function, dots, varying) && (whatever || Worth.pays(function, varying))
                ? Optional.of(new Lanes(varying, NameSupply.after(function)).function(function, dots, type))
                : Optional.empty();
    }

    private Function function(Function one, List<Var> dots, Type.Array type) {
        Expr value = Objects.requireNonNull(one.result());
        Span span = value.span();
        List<Var> parameters = new ArrayList<>(one.parameters());
        List<Stmt> body = new ArrayList<>();
        for (Var dot : dots) {
            Var several = new Var(names.fresh(dot.name() + "s"), new Type.Array(dot.type()));
            parameters.set(parameters.indexOf(dot), several);
            for (int lane = 0; lane < FunctionName.Lanes.COUNT; lane++) {
                body.add(taken(several, lane, copies.lane(lane), new Expr.Ref(dot, span)));
            }
        }
        body.addAll(copies.block(one.body(), (made, call) -> {
            throw new IllegalStateException("no call differs from lane to lane: " + call.function());
        }));
        List<Expr> results = new ArrayList<>();
        copies.lanes().forEach(lane -> results.add(lane.rewrite(value)));
        Primitive literal = Primitive.arrayLiteral(type, Walk.types(results));
        Expr result = new Expr.Apply(literal, results, span);
        return new Function(new FunctionName.Lanes(one.name()), parameters, one.reserved(), body, result, type);
    }

    /** {@code double[] xDotA = xDots[0];}. */
    private static Stmt taken(Var several, int lane, Rewriter rewriter, Expr.Ref dot) {
        Expr.Ref in = (Expr.Ref) rewriter.rewrite(dot);
        Expr index = Arithmetic.number(lane, Type.Scalar.INT, dot.span());
        Expr element = new Expr.Apply(
                Primitive.index(several.type(), Type.Scalar.INT),
                List.of(new Expr.Ref(several, dot.span()), index),
                dot.span());
        return new Stmt.Declare(in.variable(), element, new Stmt.Note(Stmt.Role.KEPT, dot.span()));
    }
}
