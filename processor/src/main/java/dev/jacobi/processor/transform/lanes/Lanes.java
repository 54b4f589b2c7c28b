package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.analysis.Cost;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    private static final char FIRST = 'A';

    private final Varying varying;
    private final NameSupply names;
    private final List<Map<Var, Var>> lanes = new ArrayList<>();
    private final List<Rewriter> rewriters = new ArrayList<>();

    private Lanes(Varying varying, NameSupply names) {
        this.varying = varying;
        this.names = names;
        for (int lane = 0; lane < FunctionName.Lanes.COUNT; lane++) {
            Map<Var, Var> variables = new HashMap<>();
            lanes.add(variables);
            char letter = (char) (FIRST + lane);
            rewriters.add(new Renaming(v -> inLane(v, variables, letter)));
        }
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
            for (int lane = 0; lane < lanes.size(); lane++) {
                body.add(taken(several, lane, rewriters.get(lane), new Expr.Ref(dot, span)));
            }
        }
        body.addAll(block(one.body()));
        List<Expr> results = new ArrayList<>();
        rewriters.forEach(lane -> results.add(lane.rewrite(value)));
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

    private Var inLane(Var variable, Map<Var, Var> lane, char letter) {
        return varying.contains(variable)
                ? lane.computeIfAbsent(variable, v -> new Var(names.fresh(v.name() + letter), v.type()))
                : variable;
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (!Walk.blocks(statement).isEmpty()) {
                out.add(Walk.withBlocks(asked(statement), this::block));
            } else if (LaneCheck.varies(statement, varying)) {
                Stmt named = statement.match(new Hoisting(statement.note(), out));
                rewriters.forEach(lane -> out.add(named.match(lane)));
            } else {
                out.add(statement.match(rewriters.get(0)));
            }
        }
        return out;
    }

    /** What is asked of arrays, their lengths, is asked of the first lane's. */
    private Stmt asked(Stmt statement) {
        Rewriter first = rewriters.get(0);
        if (statement instanceof Stmt.If s) {
            return new Stmt.If(first.rewrite(s.condition()), s.then(), s.otherwise(), s.note());
        }
        Stmt.Loop loop = (Stmt.Loop) statement;
        return ((Stmt.Loop) loop.with(List.of()).match(first)).with(loop.body());
    }

    /** Variables by other names. */
    private static final class Renaming extends Rewriter {
        private final UnaryOperator<Var> names;

        Renaming(UnaryOperator<Var> names) {
            this.names = names;
        }

        @Override
        protected Var target(Var variable) {
            return names.apply(variable);
        }
    }

    /** What is dear and the same in all lanes gets a name before the statement. */
    private final class Hoisting extends Rewriter {
        private final Stmt.Note note;
        private final List<Stmt> out;

        Hoisting(Stmt.Note note, List<Stmt> out) {
            this.note = note;
            this.out = out;
        }

        @Override
        public Expr apply(Expr.Apply e) {
            if (!e.type().isFloating() || Cost.isCheap(e) || varying.isIn(e)) {
                return super.apply(e);
            }
            String wish = e.primitive().form() == Primitive.Form.STATIC_METHOD
                    ? e.primitive().name()
                    : "factor";
            Var held = new Var(names.fresh(wish), e.type());
            out.add(new Stmt.Declare(held, e, note));
            return new Expr.Ref(held, e.span());
        }

        /** What only one side computes is not computed before the choice. */
        @Override
        public Expr choose(Expr.Choose e) {
            return e;
        }
    }
}
