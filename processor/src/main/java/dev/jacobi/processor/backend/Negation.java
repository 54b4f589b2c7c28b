package dev.jacobi.processor.backend;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The opposite of a condition, as a person writes it. */
final class Negation {

    private Negation() {}

    static Expr of(Expr condition) {
        if (condition instanceof Expr.Apply apply) {
            if (apply.primitive().form() == Primitive.Form.PREFIX) {
                return apply.operands().get(0);
            }
            String sign = opposite(apply);
            if (sign != null) {
                Type operand = apply.operands().get(0).type();
                return new Expr.Apply(
                        Primitive.infix(sign, operand, Type.Scalar.BOOLEAN), apply.operands(), apply.span());
            }
        }
        return new Expr.Apply(Primitive.prefix("!", Type.Scalar.BOOLEAN), List.of(condition), condition.span());
    }

    /** Order has an opposite among whole numbers only: of two floating numbers, one may be NaN. */
    private static @Nullable String opposite(Expr.Apply comparison) {
        if (comparison.primitive().form() != Primitive.Form.INFIX) {
            return null;
        }
        boolean whole = comparison.operands().get(0).type() instanceof Type.Scalar s && s.isIntegral();
        return switch (comparison.primitive().name()) {
            case "==" -> "!=";
            case "!=" -> "==";
            case "<" -> whole ? ">=" : null;
            case "<=" -> whole ? ">" : null;
            case ">" -> whole ? "<=" : null;
            case ">=" -> whole ? "<" : null;
            default -> null;
        };
    }
}
