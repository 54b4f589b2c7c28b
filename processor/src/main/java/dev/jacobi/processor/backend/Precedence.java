package dev.jacobi.processor.backend;

/** How tightly Java's operators bind (JLS 15): the higher, the tighter. */
final class Precedence {

    static final int LOWEST = 0;
    static final int CONDITIONAL = 1;
    static final int UNARY = 13;
    static final int POSTFIX = 14;

    private Precedence() {}

    static int ofInfix(String sign) {
        return switch (sign) {
            case "||" -> 2;
            case "&&" -> 3;
            case "|" -> 4;
            case "^" -> 5;
            case "&" -> 6;
            case "==", "!=" -> 7;
            case "<", "<=", ">", ">=", "instanceof" -> 8;
            case "<<", ">>", ">>>" -> 9;
            case "+", "-" -> 10;
            case "*", "/", "%" -> 11;
            default -> throw new IllegalArgumentException(sign);
        };
    }
}
