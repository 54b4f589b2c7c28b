package dev.jacobi.processor.random;

import java.util.Arrays;
import java.util.List;

/** The types of the generated programs; numbers in the order in which Java widens them. */
enum Type {
    VOID("void"),
    BOOLEAN("boolean"),
    INT("int"),
    LONG("long"),
    FLOAT("float"),
    DOUBLE("double"),
    STRING("String"),
    MODE("Mode"),
    PAIR("Pair"),
    TAGGED("Tagged"),
    FUNCTION("DoubleUnaryOperator"),
    INTS("int[]"),
    PAIRS("Pair[]"),
    FLOATS("float[]"),
    DOUBLES("double[]"),
    FLOAT_ROWS("float[][]"),
    DOUBLE_ROWS("double[][]");

    private final String java;

    Type(String java) {
        this.java = java;
    }

    boolean isNumber() {
        return ordinal() >= INT.ordinal() && ordinal() <= DOUBLE.ordinal();
    }

    boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    boolean isArray() {
        return ordinal() >= INTS.ordinal();
    }

    boolean isRecord() {
        return this == PAIR || this == TAGGED;
    }

    /** What a record is made of. */
    List<Variable> components() {
        return switch (this) {
            case PAIR -> List.of(new Variable("first", DOUBLE), new Variable("second", FLOAT));
            case TAGGED ->
                List.of(new Variable("pair", PAIR), new Variable("weight", DOUBLE), new Variable("count", INT));
            default -> List.of();
        };
    }

    /** Whether it is a number that is differentiated, or is made of such. */
    boolean carriesDerivative() {
        return isArray() ? element().carriesDerivative() : isFloating() || isRecord();
    }

    /** Whether there is a float in it. */
    boolean hasFloat() {
        return base() == FLOAT || base().isRecord();
    }

    /** What an array's elements are. */
    Type element() {
        String inner = java.substring(0, java.length() - 2);
        return Arrays.stream(values())
                .filter(t -> t.java.equals(inner))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " is no array"));
    }

    /** The number that an array is made of in the end. */
    Type base() {
        return isArray() ? element().base() : this;
    }

    /** Whether Java converts a value of the other type to this one without a cast. */
    boolean holds(Type other) {
        return this == other || isNumber() && other.isNumber() && other.ordinal() < ordinal();
    }

    /** Binary numeric promotion; of two that are no numbers, either. */
    static Type promote(Type a, Type b) {
        return a.ordinal() > b.ordinal() ? a : b;
    }

    String java() {
        return java;
    }
}
