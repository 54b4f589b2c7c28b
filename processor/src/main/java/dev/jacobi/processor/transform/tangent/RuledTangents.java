package dev.jacobi.processor.transform.tangent;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.transform.RuleCalls;
import dev.jacobi.processor.transform.Signatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Calls of functions whose derivative was written by hand.
 *
 * <pre>
 *   y = f(x)    becomes    y = f(x); yDot = rule(x) * xDot
 * </pre>
 */
final class RuledTangents {

    private final RuleCalls rules;

    RuledTangents(Signatures signatures, NameSupply names) {
        this.rules = new RuleCalls(signatures, names);
    }

    /**
     * The call and its tangent.
     *
     * @param directions the tangents of the arguments that have one
     * @param dot what holds that of the result
     */
    List<Stmt> of(Stmt.Declare s, FunctionName.Ruled function, Expr.Call call, Map<Integer, Expr> directions, Var dot) {
        List<Stmt> out = new ArrayList<>();
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            arguments.add(RuleCalls.isPlain(argument) ? argument : rules.named(function, i, argument, s.note(), out));
        }
        Expr called = new Expr.Call(function, arguments, call.type(), call.span());
        out.add(new Stmt.Declare(s.variable(), called, s.note()));
        Stmt.Note note = new Stmt.Note(Stmt.Role.TANGENT, s.note().span());
        Expr value = new Expr.Ref(s.variable(), call.span());
        Expr tangent = rules.tangent(new RuleCalls.Site(function, arguments, value), directions, note, out);
        Expr zero = value.type() instanceof Type.Array ? Shadows.zerosLike(value) : Arithmetic.zero(value, call.span());
        out.add(new Stmt.Declare(dot, tangent != null ? tangent : zero, note));
        return out;
    }
}
