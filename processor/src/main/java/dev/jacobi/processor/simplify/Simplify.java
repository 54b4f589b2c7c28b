package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cleans derivatives up without changing what they mean. Each step may be left out: those behind it take what they
 * find.
 */
public final class Simplify {

    private final Optimisations optimisations;

    public Simplify(Optimisations optimisations) {
        this.optimisations = optimisations;
    }

    private boolean does(Optimisation optimisation) {
        return optimisations.has(optimisation);
    }

    /** A tangent's function: its primal statements keep their bits. */
    public Function tangent(Function function) {
        Expr result = function.result();
        List<Stmt> body = algebra(function.body());
        if (result instanceof Expr.Build build) {
            SameShape shapes = directions(function, build);
            body = does(Optimisation.SAME_SHAPE) ? shapes.follow(body) : body;
            result = result(build, shapes);
        }
        body = does(Optimisation.COMMON_SUBEXPRESSIONS) ? CommonSubexpressions.share(body) : body;
        body = live(body, result == null ? Set.of() : Walk.reads(result));
        return function.with(body, result);
    }

    /** A function without what its result doesn't need. */
    public Function needed(Function function) {
        Expr result = function.result();
        return function.with(live(function.body(), result == null ? Set.of() : Walk.reads(result)), result);
    }

    /** A direction has the shape of the parameter that moves along it. */
    private static SameShape directions(Function function, Expr.Build result) {
        SameShape shapes = SameShape.of(function);
        List<Var> differentiated = differentiated(function);
        int primals = function.parameters().size() - differentiated.size();
        for (int i = 0; i < differentiated.size(); i++) {
            Var direction = function.parameters().get(primals + i);
            shapes.learn(direction, new Expr.Ref(differentiated.get(i), result.span()));
        }
        return shapes;
    }

    private static List<Var> differentiated(Function function) {
        List<Var> variables = new ArrayList<>();
        for (int i : ((FunctionName.Tangent) function.name()).active()) {
            variables.add(function.parameters().get(i));
        }
        return variables;
    }

    private Expr result(Expr.Build build, SameShape shapes) {
        int values = values(build.components());
        List<Expr> components = new ArrayList<>(build.components().subList(0, values));
        for (Expr dot : build.components().subList(values, build.components().size())) {
            Expr simpler = algebra(dot);
            components.add(does(Optimisation.SAME_SHAPE) ? shapes.rewrite(simpler) : simpler);
        }
        return new Expr.Build(build.type(), components, build.span());
    }

    /** How many of a tangent's results are values: behind them stands a tangent for each that has one. */
    private static int values(List<Expr> results) {
        int carrying = 0;
        int values = 0;
        while (values + carrying < results.size()) {
            carrying += results.get(values++).type().carriesDerivative() ? 1 : 0;
        }
        return values;
    }

    /** An adjoint: the backward sweep is tidied, and what it does not read need not be computed. */
    public Adjoint adjoint(Adjoint adjoint) {
        Set<Var> results = adjoint.results();
        List<Stmt> backward = algebra(adjoint.backward());
        backward = does(Optimisation.MERGING) ? Algebra.mergeIncrements(backward) : backward;
        backward = does(Optimisation.FIRST_INCREMENT) ? FirstIncrement.declareThere(backward, results) : backward;
        backward = aliases(backward, adjoint);
        backward = algebra(backward);
        backward = does(Optimisation.SAME_SHAPE) ? shapes(adjoint).follow(backward) : backward;
        backward = aliases(backward, adjoint);
        backward = does(Optimisation.HANDOVER) ? Handover.simplify(backward) : backward;
        backward = live(backward, results);
        Set<Var> read = new HashSet<>(Walk.reads(backward));
        read.addAll(results);
        read.addAll(adjoint.given());
        return adjoint.with(live(adjoint.forward(), read), backward);
    }

    /** What the forward sweep shows, and that a seed has the shape of the result. */
    private static SameShape shapes(Adjoint adjoint) {
        SameShape shapes = SameShape.of(adjoint.primal());
        shapes.follow(adjoint.forward());
        if (adjoint.value() != null
                && adjoint.values().size() == 1
                && !adjoint.seeds().isEmpty()) {
            shapes.learn(adjoint.seed(), adjoint.values().get(0));
        }
        return shapes;
    }

    /** The function with fewer names, as the last step. */
    public Function coalesced(Function function) {
        return does(Optimisation.COALESCING) ? Coalescing.function(function) : function;
    }

    /** The adjoint with fewer names, as the last step. */
    public Adjoint coalesced(Adjoint adjoint) {
        return does(Optimisation.COALESCING) ? Coalescing.adjoint(adjoint) : adjoint;
    }

    private List<Stmt> algebra(List<Stmt> body) {
        return does(Optimisation.ALGEBRA) ? Algebra.simplify(body) : Algebra.derivatives(body, new Distribution());
    }

    private Expr algebra(Expr e) {
        return does(Optimisation.ALGEBRA) ? Algebra.simplify(e) : new Distribution().rewrite(e);
    }

    private List<Stmt> aliases(List<Stmt> backward, Adjoint adjoint) {
        return does(Optimisation.ALIASES) ? Aliases.remove(backward, adjoint.seeds(), adjoint.results()) : backward;
    }

    private List<Stmt> live(List<Stmt> body, Set<Var> after) {
        return does(Optimisation.DEAD_CODE) ? DeadCode.remove(body, after) : body;
    }
}
