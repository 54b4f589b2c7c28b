package dev.jacobi.processor;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Headers;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * The derivatives of a gradient, g(x) = ∇f(x), which are gradients again:
 *
 * <pre>
 *   tangent    g(x), and along ẋ:   ∇ₓ (∂f(x)·ẋ)
 *   adjoint    of a seed s:         ∇ₓ (∂f(x)·s)      since the matrix of second derivatives is symmetric
 * </pre>
 */
final class Gradients extends CallingDerivatives {

    private final FunctionName.Gradient gradient;

    Gradients(FunctionName.Gradient gradient, Headers headers) {
        super(gradient, headers, Span.NOWHERE);
        this.gradient = gradient;
    }

    @Override
    Function tangent(FunctionName.Tangent name, Type.Struct struct) {
        List<Var> all = new ArrayList<>(parameters);
        for (int i : name.active()) {
            Var parameter = parameters.get(i);
            all.add(new Var(names.fresh(parameter.name() + "Dot"), parameter.type()));
        }
        FunctionName along = new FunctionName.Gradient(
                new FunctionName.Jvp(gradient.of(), name.active(), name.sharing()), gradient.active());
        List<Stmt> body = new ArrayList<>();
        List<Expr> both = value(body);
        both.addAll(call("gradientDot", along, refs(all), note(Stmt.Role.TANGENT), body));
        return new Function(name, all, Set.of(), body, new Expr.Build(struct, both, span), struct);
    }

    @Override
    List<Expr> value(List<Stmt> out) {
        return call("gradient", gradient, refs(parameters), note(Stmt.Role.PRIMAL), out);
    }

    @Override
    boolean keeps(int parameter) {
        return true;
    }

    @Override
    List<Expr> check(List<Expr> values, List<Stmt> out) {
        return values;
    }

    @Override
    FunctionName repeated() {
        return gradient;
    }

    @Override
    String repeatedInWords() {
        return gradient.primal().display();
    }

    @Override
    List<Expr> adjoints(SortedSet<Integer> active, List<Expr> arguments, List<Stmt> out) {
        FunctionName second =
                new FunctionName.Gradient(new FunctionName.Jvp(gradient.of(), gradient.active(), Sharing.NONE), active);
        return call("curvature", second, arguments, note(Stmt.Role.ADJOINT), out);
    }
}
