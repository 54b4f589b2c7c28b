package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;

/** Literals as they are written in Java. */
final class Literals {

    private Literals() {}

    static String text(Expression literal) {
        if (literal instanceof NullLiteralExpr) {
            return "null";
        }
        return literal.toString();
    }

    /** Whether a literal is valid only behind a minus sign: 2147483648 and 9223372036854775808L. */
    static boolean isSmallest(Expression e) {
        boolean whole = e instanceof IntegerLiteralExpr || e instanceof LongLiteralExpr;
        if (!whole) {
            return false;
        }
        String digits = ((LiteralStringValueExpr) (LiteralExpr) e).getValue().replace("_", "");
        return digits.equals("2147483648") || digits.equalsIgnoreCase("9223372036854775808L");
    }
}
