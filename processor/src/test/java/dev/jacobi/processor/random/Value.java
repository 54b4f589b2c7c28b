package dev.jacobi.processor.random;

import java.util.Arrays;
import java.util.Optional;

/**
 * A Java value and its derivative along one direction.
 *
 * @param number the value of a double or float
 * @param whole the value of an int, a long, (1 for true) a boolean, or the number of a string, enum constant or
 *     function
 * @param dot the derivative
 * @param bound the same with every term taken absolutely: what rounding errors are measured by; 0 for a constant
 * @param gain how large the same is at most by any value on the way, and at least 1
 * @param array what an array's value refers to
 */
record Value(Type type, double number, long whole, double dot, double bound, double gain, Optional<Cells> array) {

    static final Value NOTHING = whole(Type.VOID, 0);

    static Value floating(Type type, double number, double dot, double bound, double gain) {
        return new Value(type, number, 0, dot, bound, gain, Optional.empty());
    }

    /** A number at the start of a program. */
    static Value floating(Type type, double number, double dot, double bound) {
        return floating(type, number, dot, bound, 1);
    }

    static Value constant(Type type, double number) {
        return floating(type, number, 0, 0);
    }

    static Value whole(Type type, long whole) {
        return new Value(type, 0, whole, 0, 0, 1, Optional.empty());
    }

    static Value of(boolean truth) {
        return whole(Type.BOOLEAN, truth ? 1 : 0);
    }

    static Value array(Cells cells) {
        return new Value(cells.type(), 0, 0, 0, 0, 1, Optional.of(cells));
    }

    static Value zero(Type type) {
        return type.isFloating() ? constant(type, 0) : whole(type, 0);
    }

    boolean isTrue() {
        return whole == 1;
    }

    double asDouble() {
        return type.isFloating() ? number : whole;
    }

    Cells cells() {
        return array.orElseThrow(() -> new NullPointerException(type + " without an array"));
    }

    /** The same, sharing no array. */
    Value copy() {
        return array.map(cells -> array(cells.copy())).orElse(this);
    }

    /** The value as Java boxes it; an array is a new one. */
    Object boxed() {
        return switch (type) {
            case VOID -> "nothing";
            case BOOLEAN -> isTrue();
            case INT -> (int) whole;
            case LONG -> whole;
            case FLOAT -> (float) number;
            case DOUBLE -> number;
            case STRING -> Program.WORDS.get((int) whole);
            case FUNCTION -> "function";
            case MODE -> Arrays.asList(Mode.values()).get((int) whole);
            default -> cells().boxed();
        };
    }
}
