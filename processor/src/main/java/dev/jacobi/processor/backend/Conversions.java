package dev.jacobi.processor.backend;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import java.util.List;

/**
 * Conversions that Java makes by itself are not written, as long as the text still means the same: of {@code n * m}
 * with two ints converted to double, one is written.
 */
final class Conversions {

    private Conversions() {}

    /** Whether the text of an expression has, to javac, the expression's type. */
    static boolean isVisible(Expr e) {
        if (e instanceof Expr.Literal literal) {
            return !literal.type().isFloating() || looksFloating(literal.text(), literal.type());
        }
        if (e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.CONVERSION) {
            return apply.primitive().name().equals(Primitive.CONSTANT)
                    ? isVisible(apply.operands().get(0))
                    : !(apply.type() instanceof Type.Scalar);
        }
        if (e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.PREFIX
                && apply.type().isFloating()) {
            return isVisible(apply.operands().get(0));
        }
        return true;
    }

    private static boolean looksFloating(String text, Type type) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        boolean hex = lower.startsWith("0x") || lower.startsWith("-0x");
        boolean isFloat = !hex && lower.endsWith("f") || hex && lower.contains("p") && lower.endsWith("f");
        if (type == Type.Scalar.FLOAT) {
            return isFloat;
        }
        return !isFloat
                && (lower.contains(".") || !hex && (lower.contains("e") || lower.endsWith("d")) || lower.contains("p"));
    }

    /** The same value with the conversion written out. */
    static Expr visible(Expr e) {
        if (e instanceof Expr.Literal literal && literal.type().isFloating() && !isVisible(literal)) {
            String text = literal.type() == Type.Scalar.FLOAT ? literal.text() + "f" : literal.text() + ".0";
            return new Expr.Literal(text, literal.type(), literal.span());
        }
        if (e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.PREFIX
                && apply.operands().size() == 1) {
            return new Expr.Apply(
                    apply.primitive(), List.of(visible(apply.operands().get(0))), apply.span());
        }
        if (e instanceof Expr.Apply apply && apply.primitive().name().equals(Primitive.CONSTANT)) {
            return visible(apply.operands().get(0));
        }
        if (e instanceof Expr.Apply apply && apply.operands().size() == 1) {
            Type from = apply.operands().get(0).type();
            boolean literal = apply.operands().get(0) instanceof Expr.Literal;
            if (literal && apply.type() == Type.Scalar.DOUBLE && from == Type.Scalar.INT) {
                Expr.Literal number = (Expr.Literal) apply.operands().get(0);
                if (number.text().matches("[0-9]+") && !number.text().matches("0[0-9]+")) {
                    return new Expr.Literal(number.text() + ".0", apply.type(), apply.span());
                }
            }
            return new Expr.Apply(Primitive.convert(from, apply.type(), true), apply.operands(), apply.span());
        }
        return e;
    }
}
