package dev.jacobi.processor.random;

import java.util.Locale;

/** The types of the generated programs; numbers in the order in which Java widens them. */
enum Type {
    VOID,
    BOOLEAN,
    INT,
    LONG,
    FLOAT,
    DOUBLE;

    boolean isNumber() {
        return ordinal() >= INT.ordinal();
    }

    boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    /** Whether Java converts a value of the other type to this one without a cast. */
    boolean holds(Type other) {
        return this == other || isNumber() && other.isNumber() && other.ordinal() < ordinal();
    }

    /** Binary numeric promotion. */
    static Type promote(Type a, Type b) {
        return a.ordinal() > b.ordinal() ? a : b;
    }

    String java() {
        return name().toLowerCase(Locale.ROOT);
    }
}
