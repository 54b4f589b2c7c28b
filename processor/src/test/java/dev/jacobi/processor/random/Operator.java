package dev.jacobi.processor.random;

/** Java's binary operators, with how tightly they bind. */
enum Operator {
    MULTIPLY("*", 12),
    DIVIDE("/", 12),
    REMAINDER("%", 12),
    ADD("+", 11),
    SUBTRACT("-", 11),
    SHIFT("<<", 10),
    LESS("<", 9),
    GREATER(">", 9),
    LESS_OR_EQUAL("<=", 9),
    GREATER_OR_EQUAL(">=", 9),
    EQUAL("==", 8),
    UNEQUAL("!=", 8),
    BIT_AND("&", 7),
    XOR("^", 6),
    BIT_OR("|", 5),
    AND("&&", 4),
    OR("||", 3);

    final String sign;
    final int precedence;

    Operator(String sign, int precedence) {
        this.sign = sign;
        this.precedence = precedence;
    }

    boolean compares() {
        return precedence == 9 || precedence == 8;
    }

    boolean isLogical() {
        return this == AND || this == OR;
    }

    Type result(Type left, Type right) {
        if (compares() || isLogical()) {
            return Type.BOOLEAN;
        }
        return this == SHIFT ? left : Type.promote(left, right);
    }
}
