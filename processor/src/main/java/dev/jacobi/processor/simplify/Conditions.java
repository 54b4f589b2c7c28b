package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Type;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Conditions that are known when the code is generated, such as {@code 2 == 0} in the derivative of x². */
final class Conditions {

    private Conditions() {}

    static Expr simplify(Expr.Apply e) {
        Expr left = e.operands().get(0);
        Expr right = e.operands().get(1);
        String sign = e.primitive().name();
        if (sign.equals("&&")) {
            return and(e, left, right);
        }
        if (sign.equals("||")) {
            return or(e, left, right);
        }
        OptionalDouble a = Arithmetic.constant(left);
        OptionalDouble b = Arithmetic.constant(right);
        Boolean known = a.isPresent() && b.isPresent() ? compare(sign, a.getAsDouble(), b.getAsDouble()) : null;
        return known == null ? e : new Expr.Literal(known.toString(), Type.Scalar.BOOLEAN, e.span());
    }

    /** What is asked of a number that is known, such as {@code Double.isInfinite(3)} in the derivative of a norm. */
    static Expr asked(Expr.Apply e) {
        if (!e.primitive().signature().startsWith("java.lang.Double.isInfinite(")) {
            return e;
        }
        OptionalDouble number = Arithmetic.constant(e.operands().get(0));
        return number.isPresent()
                ? new Expr.Literal(
                        String.valueOf(Double.isInfinite(number.getAsDouble())), Type.Scalar.BOOLEAN, e.span())
                : e;
    }

    private static Expr and(Expr.Apply e, Expr left, Expr right) {
        if (is(left, "true") || is(right, "false")) {
            return right;
        }
        return is(right, "true") || is(left, "false") ? left : e;
    }

    private static Expr or(Expr.Apply e, Expr left, Expr right) {
        if (is(left, "false") || is(right, "true")) {
            return right;
        }
        return is(right, "false") || is(left, "true") ? left : e;
    }

    private static boolean is(Expr e, String text) {
        return e instanceof Expr.Literal literal && literal.text().equals(text);
    }

    private static @Nullable Boolean compare(String sign, double a, double b) {
        return switch (sign) {
            case "==" -> a == b;
            case "!=" -> a != b;
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            default -> null;
        };
    }
}
