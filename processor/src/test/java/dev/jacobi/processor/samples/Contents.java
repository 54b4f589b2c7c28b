package dev.jacobi.processor.samples;

import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Objects;

/** Whether two values are the same down to the last bit, in arrays and records too, whatever they are made of. */
final class Contents {
    private Contents() {}

    static boolean same(Object a, Object b) {
        if (a == null || b == null || a.getClass() != b.getClass()) {
            return a == b;
        } else if (a.getClass().isArray()) {
            return sameElements(a, b);
        } else if (a instanceof Record whole) {
            return Records.components(a.getClass()).stream()
                    .allMatch(c -> same(Records.get(whole, c), Records.get((Record) b, c)));
        }
        return a instanceof Tensor ? Numbers.sameBits(a, b) : Objects.equals(a, b);
    }

    private static boolean sameElements(Object a, Object b) {
        boolean same = Array.getLength(a) == Array.getLength(b);
        for (int i = 0; same && i < Array.getLength(a); i++) {
            same = same(Array.get(a, i), Array.get(b, i));
        }
        return same;
    }

    /** Writes other numbers into all arrays. */
    static void scribble(Object value) {
        if (value instanceof Record whole) {
            Records.components(whole.getClass()).forEach(c -> scribble(Records.get(whole, c)));
            return;
        }
        for (int i = 0; value != null && value.getClass().isArray() && i < Array.getLength(value); i++) {
            if (value instanceof double[] doubles) {
                doubles[i] = 1e10 - i;
            } else if (value instanceof float[] floats) {
                floats[i] = 1e10f - i;
            } else if (value instanceof int[] ints) {
                ints[i] = Integer.MAX_VALUE - i;
            } else {
                scribble(Array.get(value, i));
            }
        }
    }

    /** For messages. */
    static String text(Object value) {
        if (value instanceof Record whole) {
            return value.getClass().getSimpleName()
                    + Records.components(value.getClass()).stream()
                            .map(c -> c.getName() + "=" + text(Records.get(whole, c)))
                            .toList();
        }
        if (value == null || !value.getClass().isArray()) {
            return String.valueOf(value);
        }
        Object[] elements = new Object[Array.getLength(value)];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = text(Array.get(value, i));
        }
        return List.of(elements).toString();
    }
}
