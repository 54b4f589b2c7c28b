package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Type;
import java.util.Locale;

/** Compile-time constants written out where their field can't be named. */
final class Constants {

    private Constants() {}

    static Expr literal(Object value, Type type, Span span) {
        return new Expr.Literal(text(value), type, span);
    }

    /** As Java writes it. */
    static String text(Object value) {
        if (value instanceof Double d) {
            return special("Double", d, d.toString());
        }
        if (value instanceof Float f) {
            return special("Float", f, f + "f");
        }
        if (value instanceof Long l) {
            return l + "L";
        }
        if (value instanceof Character c) {
            return String.format(Locale.ROOT, "'\\u%04x'", (int) c);
        }
        if (value instanceof Byte || value instanceof Short) {
            return "(" + value.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ") " + value;
        }
        return value instanceof String s ? quoted(s) : value.toString();
    }

    private static String special(String box, double value, String text) {
        if (Double.isNaN(value)) {
            return box + ".NaN";
        }
        if (Double.isInfinite(value)) {
            return box + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        }
        return text;
    }

    private static String quoted(String s) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
