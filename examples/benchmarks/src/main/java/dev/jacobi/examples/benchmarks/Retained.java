package dev.jacobi.examples.benchmarks;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of all that an object holds, by going through its fields and elements. Constants of enums are there anyway
 * and don't count.
 */
final class Retained {

    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    private Retained() {}

    /**
     * The bytes.
     *
     * @param others whose memory doesn't count, such as the arguments that a pullback was made for
     */
    static long bytes(Object root, Object... others) {
        Retained reached = new Retained();
        Arrays.stream(others).forEach(reached::reach);
        reached.takeAll();
        reached.reach(root);
        return reached.takeAll();
    }

    private void reach(@Nullable Object object) {
        if (object != null && !(object instanceof Enum) && seen.add(object)) {
            open.add(object);
        }
    }

    private long takeAll() {
        long bytes = 0;
        for (Object next = open.poll(); next != null; next = open.poll()) {
            bytes += next.getClass().isArray() ? array(next) : object(next);
        }
        return bytes;
    }

    private long array(Object array) {
        Class<?> element = array.getClass().getComponentType();
        if (array instanceof Object[] references) {
            Arrays.stream(references).forEach(this::reach);
        }
        return aligned(ARRAY_HEADER + (long) Array.getLength(array) * size(element));
    }

    private long object(Object object) {
        long bytes = HEADER;
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    bytes += size(field.getType());
                    follow(object, field);
                }
            }
        }
        return aligned(bytes);
    }

    private void follow(Object object, Field field) {
        if (!field.getType().isPrimitive()) {
            try {
                field.setAccessible(true);
                reach(field.get(object));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Bytes of a field or an element, in a heap below 32 GB. */
    private static int size(Class<?> type) {
        if (!type.isPrimitive()) {
            return REFERENCE;
        } else if (type == long.class || type == double.class) {
            return Long.BYTES;
        } else if (type == int.class || type == float.class) {
            return Integer.BYTES;
        }
        return type == short.class || type == char.class ? Short.BYTES : Byte.BYTES;
    }

    private static long aligned(long bytes) {
        return (bytes + 7) / 8 * 8;
    }
}
