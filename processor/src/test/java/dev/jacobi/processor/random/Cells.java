package dev.jacobi.processor.random;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * An array or a record of the interpreter. As in Java, who has it has a reference: what one writes, all see.
 *
 * @param constant whether it is seen through a variable that holds constant what is read through it
 */
record Cells(Type type, Value[] elements, boolean constant) {

    static Cells of(Type type, Value... elements) {
        return new Cells(type, elements, false);
    }

    /** As {@code new} leaves it, with arrays in it if there are more lengths than one. */
    static Cells zeros(Type type, int... lengths) {
        Value[] elements = new Value[lengths[0]];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = lengths.length == 1
                    ? Value.zero(type.element())
                    : Value.array(zeros(type.element(), Arrays.copyOfRange(lengths, 1, lengths.length)));
        }
        return of(type, elements);
    }

    int length() {
        return elements.length;
    }

    Value get(int index) {
        return elements[index];
    }

    void set(int index, Value value) {
        elements[index] = value;
    }

    /** The same array behind a variable that holds it constant. */
    Cells held() {
        return new Cells(type, elements, true);
    }

    /** A new array of the same elements; what lies outside is zero. */
    Cells range(int from, int to) {
        if (from > elements.length || from > to) {
            throw new IllegalArgumentException(from + " > " + to);
        }
        Value[] copied = Arrays.copyOfRange(elements, from, to);
        for (int i = 0; i < copied.length; i++) {
            if (from + i >= elements.length) {
                copied[i] = Value.zero(type.element());
            }
        }
        return of(type, copied);
    }

    /** A copy that shares nothing. */
    Cells copy() {
        return of(type, Arrays.stream(elements).map(Value::copy).toArray(Value[]::new));
    }

    /** The array or record as Java has it, new. */
    Object boxed() {
        if (type.isRecord()) {
            return new Parts(type, Arrays.stream(elements).map(Value::boxed).toList());
        }
        Class<?> component = type.element() == Type.DOUBLES
                ? double[].class
                : type.element() == Type.FLOATS ? float[].class : primitive();
        Object array = Array.newInstance(component, elements.length);
        for (int i = 0; i < elements.length; i++) {
            Array.set(array, i, elements[i].boxed());
        }
        return array;
    }

    private Class<?> primitive() {
        return switch (type.element()) {
            case INT -> int.class;
            case FLOAT -> float.class;
            case PAIR -> Parts.class;
            default -> double.class;
        };
    }
}
