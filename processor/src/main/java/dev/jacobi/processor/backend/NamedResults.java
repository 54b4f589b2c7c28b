package dev.jacobi.processor.backend;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives results variables, which pieces assign, so that a method which is cut only reads them. */
final class NamedResults {

    private final NameSupply names;
    private final List<Stmt> body;

    private NamedResults(NameSupply names, List<Stmt> body) {
        this.names = names;
        this.body = new ArrayList<>(body);
    }

    static Function of(Function function) {
        Expr result = function.result();
        if (result == null) {
            return function;
        }
        NamedResults named = new NamedResults(NameSupply.after(function), function.body());
        Expr read = result instanceof Expr.Build build
                ? new Expr.Build(build.type(), named.all(build.components()), build.span())
                : named.one(result, "result");
        return function.with(named.body, read);
    }

    static Adjoint of(Adjoint adjoint) {
        NameSupply names = NameSupply.after(adjoint.primal());
        adjoint.shadows().forEach(v -> names.fresh(v.name()));
        Walk.declares(adjoint.forward()).forEach(v -> names.fresh(v.name()));
        Walk.declares(adjoint.backward()).forEach(v -> names.fresh(v.name()));
        adjoint.seeds().forEach(v -> names.fresh(v.name()));
        NamedResults forward = new NamedResults(names, adjoint.forward());
        Expr value = adjoint.value();
        @Nullable Expr read = value == null ? null : forward.value(value);
        NamedResults backward = new NamedResults(names, adjoint.backward());
        List<Expr> bars = backward.all(adjoint.bars());
        return new Adjoint(
                adjoint.primal(),
                adjoint.active(),
                adjoint.shadows(),
                forward.body,
                read,
                adjoint.valueShadows(),
                adjoint.seeds(),
                backward.body,
                bars);
    }

    private Expr value(Expr value) {
        if (value instanceof Expr.Build parts) {
            List<Expr> all = new ArrayList<>();
            parts.components().forEach(part -> all.add(value(part)));
            return new Expr.Build(parts.type(), all, parts.span());
        }
        return value instanceof Expr.Ref ? value : named(value, "value");
    }

    private List<Expr> all(List<Expr> results) {
        List<Expr> read = new ArrayList<>();
        results.forEach(result -> read.add(one(result, "result")));
        return read;
    }

    private Expr one(Expr result, String wish) {
        if (result instanceof Expr.Ref || result instanceof Expr.Literal) {
            return result;
        }
        return named(result, wish);
    }

    private Expr named(Expr result, String wish) {
        Var variable = new Var(names.fresh(wish), result.type());
        body.add(new Stmt.Declare(variable, result, new Stmt.Note(Stmt.Role.KEPT, result.span())));
        return new Expr.Ref(variable, result.span());
    }
}
