package dev.jacobi.processor.random;

/**
 * A Java value and its derivative along one direction.
 *
 * @param number the value of a double or float
 * @param whole the value of an int, a long, or (1 for true) a boolean
 * @param dot the derivative
 * @param bound the same with every term taken absolutely: what rounding errors are measured by; 0 for a constant
 */
record Value(Type type, double number, long whole, double dot, double bound) {

    static final Value NOTHING = new Value(Type.VOID, 0, 0, 0, 0);

    static Value floating(Type type, double number, double dot, double bound) {
        return new Value(type, number, 0, dot, bound);
    }

    static Value whole(Type type, long whole) {
        return new Value(type, 0, whole, 0, 0);
    }

    static Value of(boolean truth) {
        return whole(Type.BOOLEAN, truth ? 1 : 0);
    }

    boolean isTrue() {
        return whole == 1;
    }

    double asDouble() {
        return type.isFloating() ? number : whole;
    }

    /** The value as Java boxes it. */
    Object boxed() {
        return switch (type) {
            case VOID -> "nothing";
            case BOOLEAN -> isTrue();
            case INT -> (int) whole;
            case LONG -> whole;
            case FLOAT -> (float) number;
            case DOUBLE -> number;
        };
    }

    static Value unboxed(Object value) {
        if (value instanceof Boolean truth) {
            return of(truth);
        }
        if (value instanceof Integer i) {
            return whole(Type.INT, i);
        }
        if (value instanceof Long l) {
            return whole(Type.LONG, l);
        }
        return value instanceof Float f ? floating(Type.FLOAT, f, 0, 0) : floating(Type.DOUBLE, (Double) value, 0, 0);
    }
}
