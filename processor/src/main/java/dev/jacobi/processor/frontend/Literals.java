package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;

/** Literals as they are written in Java. */
final class Literals {

    private Literals() {}

    /** Written without JavaParser's printer, which is slow to load. */
    static String text(Expression literal) {
        if (literal instanceof BooleanLiteralExpr b) {
            return String.valueOf(b.getValue());
        }
        if (literal instanceof CharLiteralExpr c) {
            return "'" + c.getValue() + "'";
        }
        if (literal instanceof TextBlockLiteralExpr block) {
            String quotes = "\"".repeat(3);
            return quotes + "\n" + block.getValue() + quotes;
        }
        if (literal instanceof StringLiteralExpr s) {
            return "\"" + s.getValue() + "\"";
        }
        return literal instanceof LiteralStringValueExpr number ? number.getValue() : "null";
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
