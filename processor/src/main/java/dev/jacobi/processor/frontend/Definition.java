package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An operation that is made of others. Where it is called, its lines stand in its place, so that activity, derivatives
 * of every order and loops see what it is made of.
 *
 * @param body values that the result is made of, over the operands
 */
record Definition(List<Var> operands, List<Stmt.Declare> body, Expr result) {
    Definition {
        operands = List.copyOf(operands);
        body = List.copyOf(body);
    }

    /** The result of one call: what is read more than once is named before it. */
    Expr at(Expr.Apply use, ExpressionReader expressions, Frame frame) {
        Span span = use.span();
        Map<Var, Expr> values = new HashMap<>();
        for (int i = 0; i < operands.size(); i++) {
            Var operand = operands.get(i);
            Expr given = use.operands().get(i);
            boolean inPlace = isPlain(given) || reads(operand) < 2;
            values.put(operand, inPlace ? given : expressions.hoist(operand.name(), given, frame));
        }
        for (Stmt.Declare line : body) {
            Expr value = Substitution.instantiate(Objects.requireNonNull(line.value()), values, span);
            values.put(line.variable(), expressions.hoist(line.variable().name(), value, frame));
        }
        return Substitution.instantiate(result, values, span);
    }

    /** A variable or a number, signed or not. */
    private static boolean isPlain(Expr e) {
        return e instanceof Expr.Ref
                || e instanceof Expr.Literal
                || e instanceof Expr.Apply signed
                        && signed.primitive().form() == Primitive.Form.PREFIX
                        && isPlain(signed.operands().get(0));
    }

    private long reads(Var operand) {
        long inBody = body.stream()
                .mapToLong(line -> reads(Objects.requireNonNull(line.value()), operand))
                .sum();
        return inBody + reads(result, operand);
    }

    private static long reads(Expr e, Var operand) {
        if (e instanceof Expr.Ref ref) {
            return ref.variable().equals(operand) ? 1 : 0;
        }
        return Walk.operands(e).stream().mapToLong(part -> reads(part, operand)).sum();
    }
}
