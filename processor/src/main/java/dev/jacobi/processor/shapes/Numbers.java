package dev.jacobi.processor.shapes;

import org.jspecify.annotations.Nullable;

/** Arithmetic and comparisons of whole numbers that are known. */
final class Numbers {

    private Numbers() {}

    /** Null where nothing is known of the result. */
    static @Nullable Value infix(String sign, Dim a, Dim b) {
        if (sign.equals("==") && a.equals(b) && !(a instanceof Dim.Unknown)) {
            return new Value.Truth(true);
        }
        if (sign.equals("!=") && a.equals(b) && !(a instanceof Dim.Unknown)) {
            return new Value.Truth(false);
        }
        if (!(a instanceof Dim.Known x) || !(b instanceof Dim.Known y)) {
            return sign.equals("*") && (a.is(1) || b.is(1)) ? known(Dim.times(a, b)) : null;
        }
        return infix(sign, x.value(), y.value());
    }

    private static @Nullable Value known(Dim dim) {
        return dim instanceof Dim.Unknown ? null : new Value.Whole(dim);
    }

    private static @Nullable Value infix(String sign, int a, int b) {
        return switch (sign) {
            case "+" -> known(Dim.plus(Dim.of(a), Dim.of(b)));
            case "-" -> exact((long) a - b);
            case "*" -> exact((long) a * b);
            case "/" -> b == 0 ? null : exact((long) a / b);
            case "%" -> b == 0 ? null : Value.number(a % b);
            case "<" -> new Value.Truth(a < b);
            case "<=" -> new Value.Truth(a <= b);
            case ">" -> new Value.Truth(a > b);
            case ">=" -> new Value.Truth(a >= b);
            case "==" -> new Value.Truth(a == b);
            case "!=" -> new Value.Truth(a != b);
            default -> null;
        };
    }

    private static @Nullable Value exact(long value) {
        return value == (int) value ? Value.number((int) value) : null;
    }

    /** A literal of type int or long; null where it isn't plain. */
    static @Nullable Value literal(String text) {
        String digits = text.replace("_", "").replaceAll("[lL]$", "");
        return digits.matches("0|[1-9][0-9]{0,8}") ? Value.number(Integer.parseInt(digits)) : null;
    }
}
