package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cleans derivatives up without changing what they mean. */
public final class Simplify {

    private Simplify() {}

    /** A tangent's function: its primal statements keep their bits. */
    public static Function tangent(Function function) {
        if (!(function.result() instanceof Expr.Build build)) {
            return plainTangent(function);
        }
        SameShape shapes = SameShape.empty();
        int primals = function.parameters().size() - directions(function);
        for (int i = 0; i < directions(function); i++) {
            Var direction = function.parameters().get(primals + i);
            shapes.learn(direction, new Expr.Ref(differentiated(function).get(i), build.span()));
        }
        List<Stmt> body = shapes.follow(Algebra.simplify(function.body()));
        int values = values(build.components());
        List<Expr> components = new ArrayList<>(build.components().subList(0, values));
        for (Expr dot : build.components().subList(values, build.components().size())) {
            components.add(shapes.rewrite(Algebra.simplify(dot)));
        }
        Expr simplified = new Expr.Build(build.type(), components, build.span());
        body = CommonSubexpressions.share(body);
        body = DeadCode.remove(body, Walk.reads(simplified));
        return function.with(body, simplified);
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

    /** A tangent that gives no derivative itself, but leaves some in arrays. */
    private static Function plainTangent(Function function) {
        List<Stmt> body = CommonSubexpressions.share(Algebra.simplify(function.body()));
        Set<Var> read = function.result() == null ? Set.of() : Walk.reads(function.result());
        body = DeadCode.remove(body, read);
        return function.with(body, function.result());
    }

    private static int directions(Function function) {
        return ((FunctionName.Tangent) function.name()).active().size();
    }

    private static List<Var> differentiated(Function function) {
        List<Var> variables = new ArrayList<>();
        for (int i : ((FunctionName.Tangent) function.name()).active()) {
            variables.add(function.parameters().get(i));
        }
        return variables;
    }

    /** An adjoint: the backward sweep is tidied, and what it does not read need not be computed. */
    public static Adjoint adjoint(Adjoint adjoint) {
        Set<Var> results = adjoint.results();
        List<Stmt> backward = Algebra.simplify(adjoint.backward());
        backward = Algebra.mergeIncrements(backward);
        backward = FirstIncrement.declareThere(backward, results);
        backward = Aliases.remove(backward, adjoint.seeds(), results);
        SameShape shapes = SameShape.empty();
        shapes.follow(adjoint.forward());
        if (adjoint.value() != null
                && adjoint.values().size() == 1
                && !adjoint.seeds().isEmpty()) {
            shapes.learn(adjoint.seed(), adjoint.values().get(0));
        }
        backward = shapes.follow(Algebra.simplify(backward));
        backward = Aliases.remove(backward, adjoint.seeds(), results);
        backward = Handover.simplify(backward);
        backward = DeadCode.remove(backward, results);
        Set<Var> read = new HashSet<>(Walk.reads(backward));
        read.addAll(results);
        read.addAll(adjoint.given());
        List<Stmt> forward = DeadCode.remove(adjoint.forward(), read);
        return adjoint.with(forward, backward);
    }
}
