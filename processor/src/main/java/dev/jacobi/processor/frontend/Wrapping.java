package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A method whose derivative was written by hand, as a function: all that it does is to call the method. */
final class Wrapping {

    private Wrapping() {}

    static Function of(FunctionName.Primal name, Functions functions, Span span) {
        NameSupply names = new NameSupply();
        List<Var> parameters = new ArrayList<>();
        List<Expr> arguments = new ArrayList<>();
        for (Type.Component parameter : functions.headers().parameters(name)) {
            Var variable = new Var(names.fresh(parameter.name()), parameter.type());
            parameters.add(variable);
            arguments.add(new Expr.Ref(variable, span));
        }
        Type type = functions.headers().result(name);
        Var value = new Var(names.fresh("value"), type);
        Expr call = new Expr.Call(new FunctionName.Ruled(name), arguments, type, span);
        Stmt made = new Stmt.Declare(value, call, new Stmt.Note(Stmt.Role.PRIMAL, span));
        return new Function(name, parameters, Set.of(), List.of(made), new Expr.Ref(value, span), type);
    }
}
