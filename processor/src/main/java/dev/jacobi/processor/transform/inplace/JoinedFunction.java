package dev.jacobi.processor.transform.inplace;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Makes one function of both sweeps of a called function: it gives a number, and adds to the shadows. */
public final class JoinedFunction {

    private JoinedFunction() {}

    /** The sweeps with their seeds known from the start. */
    public static Adjoint seeded(Adjoint sweeps) {
        List<Var> given = new ArrayList<>(sweeps.shadows());
        given.addAll(sweeps.seeds());
        return new Adjoint(
                sweeps.primal(),
                sweeps.active(),
                given,
                sweeps.forward(),
                sweeps.value(),
                sweeps.valueShadows(),
                List.of(),
                sweeps.backward(),
                sweeps.bars());
    }

    /** The function that makes its own arrays. */
    public static Function of(Adjoint sweeps, FunctionName.Joined name) {
        List<Stmt> body = new ArrayList<>(sweeps.forward());
        if (Reachability.canComplete(body)) {
            body.addAll(sweeps.backward());
        }
        return function(sweeps, name, body, part(sweeps, name));
    }

    /** The function that works in a scratch, the last of the shadows, and gives back what it has asked for. */
    public static Function inPlace(Adjoint sweeps, FunctionName.Joined name) {
        Var scratch = sweeps.shadows().get(sweeps.shadows().size() - 1);
        Expr part = part(sweeps, name);
        if (!Reachability.canComplete(sweeps.forward())) {
            return function(sweeps, name, sweeps.forward(), part);
        }
        Requests requests = new Requests(scratch, true);
        NameSupply names = NameSupply.after(sweeps);
        Span span = part.span();
        Stmt.Note note = new Stmt.Note(Stmt.Role.KEPT, span);
        Var mark = new Var(names.fresh("mark"), Type.Scalar.INT);
        Var value = new Var(names.fresh("value"), part.type());
        List<Stmt> body = new ArrayList<>();
        body.add(new Stmt.Declare(mark, requests.call("mark", mark.type(), List.of(), span), note));
        body.addAll(sweeps.forward());
        body.addAll(sweeps.backward());
        body.add(new Stmt.Declare(value, part, note));
        body.add(new Stmt.Effect(requests.effect("release", new Expr.Ref(mark, span), span), note));
        return function(sweeps, name, body, new Expr.Ref(value, span));
    }

    private static Function function(Adjoint sweeps, FunctionName name, List<Stmt> body, Expr result) {
        return new Function(name, sweeps.parameters(), sweeps.primal().reserved(), body, result, result.type());
    }

    /** The result, or the part of it that the caller reads. */
    private static Expr part(Adjoint sweeps, FunctionName.Joined name) {
        Expr value = sweeps.value();
        if (value == null) {
            throw new IllegalStateException(name + " gives nothing");
        }
        if (!(value.type() instanceof Type.Struct struct)) {
            return value;
        }
        List<String> components =
                struct.components().stream().map(Type.Component::name).toList();
        return value instanceof Expr.Build build
                ? build.components().get(components.indexOf(name.part()))
                : new Expr.Component(
                        value,
                        name.part(),
                        struct.components().get(components.indexOf(name.part())).type(),
                        value.span());
    }
}
