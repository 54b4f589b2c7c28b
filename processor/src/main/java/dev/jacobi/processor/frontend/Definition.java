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

/**
 * An operation that is made of others. Where it is called, its lines stand in its place, so that activity, derivatives
 * of every order and loops see what it is made of.
 *
 * @param body values that the result is made of, over the operands; in branches what only one side of a choice is made
 *     of
 */
record Definition(List<Var> operands, List<Stmt> body, Expr result) {
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
        Map<Var, Var> names = new HashMap<>();
        for (Stmt line : body) {
            if (line instanceof Stmt.Declare named && named.value() != null) {
                Expr value = Substitution.instantiate(named.value(), values, span);
                values.put(named.variable(), expressions.hoist(named.variable().name(), value, frame));
                continue;
            }
            for (Stmt inside : Walk.all(List.of(line))) {
                if (inside instanceof Stmt.Declare declared) {
                    Var variable = expressions.fresh(declared.variable());
                    names.put(declared.variable(), variable);
                    values.put(declared.variable(), new Expr.Ref(variable, span));
                }
            }
            frame.out.add(Substitution.instantiate(line, values, names, span));
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
        long inBody = Walk.all(body).stream()
                .flatMap(line -> Walk.own(line).stream())
                .mapToLong(value -> reads(value, operand))
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
