package dev.jacobi.processor;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Headers;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Functions that are written here, since no source stands behind them: they call others. */
abstract class Calling {

    final Headers headers;
    final Span span;
    final NameSupply names = new NameSupply();

    /** @param span what stands in the source for the functions */
    Calling(Headers headers, Span span) {
        this.headers = headers;
        this.span = span;
    }

    final Stmt.Note note(Stmt.Role role) {
        return new Stmt.Note(role, span);
    }

    /** Variables for components, named like them. */
    final List<Var> variables(List<Type.Component> components, String word) {
        List<Var> variables = new ArrayList<>();
        for (Type.Component component : components) {
            variables.add(new Var(names.fresh(component.name() + word), component.type()));
        }
        return variables;
    }

    /** Calls a function, and gives its result, or the parts of it. */
    final List<Expr> call(String wish, FunctionName function, List<Expr> arguments, Stmt.Note note, List<Stmt> out) {
        Type type = headers.result(function);
        Var result = new Var(names.fresh(wish), type);
        out.add(new Stmt.Declare(result, new Expr.Call(function, arguments, type, span), note));
        return new ArrayList<>(Leaves.of(ref(result)));
    }

    /** A variable's value as it is now: of an array a copy. */
    final Expr copied(Var variable, List<Stmt> out, Stmt.Note note) {
        return variable.type() instanceof Type.Array array
                ? hold(variable.name() + "Then", copied(ref(variable), array), note, out)
                : ref(variable);
    }

    final Expr copied(Expr array, Type.Array type) {
        return type.element() instanceof Type.Scalar
                ? new Expr.Apply(Primitive.cloning(type), List.of(array), span)
                : Shadows.call("copy", type, true, span, array);
    }

    final Expr hold(String wish, Expr value, Stmt.Note note, List<Stmt> out) {
        Var variable = new Var(names.fresh(wish), value.type());
        out.add(new Stmt.Declare(variable, value, note));
        return ref(variable);
    }

    /** Values as a function gives them. */
    final Expr together(Type type, List<Expr> values) {
        return type instanceof Type.Struct ? new Expr.Build(type, values, span) : values.get(0);
    }

    final Expr effect(String name, Expr... operands) {
        return Shadows.call(name, Type.Scalar.VOID, false, span, operands);
    }

    final Expr ref(Var variable) {
        return new Expr.Ref(variable, span);
    }

    final List<Expr> refs(List<Var> variables) {
        List<Expr> refs = new ArrayList<>();
        variables.forEach(v -> refs.add(ref(v)));
        return refs;
    }
}
