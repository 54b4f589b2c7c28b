package dev.jacobi.processor.samples;

import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads arguments: numbers and {@code true} as Java writes them, {@code "text"}, {@code 'c'}, an enum's constant by its
 * name, arrays as nested lists, records as {@code (1, 2)}, {@code null}, and tensors as {@link TensorLiteral} does.
 * {@code =0} is the very object that is the first argument, or the first element of the same array.
 */
final class Literals {
    private Literals() {}

    /** One argument for each type. */
    static Object[] read(String text, Class<?>... types) {
        List<String> parts = split(text);
        if (parts.size() != types.length) {
            throw new IllegalArgumentException(types.length + " arguments are wanted, but there are: " + text);
        }
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            String part = parts.get(i);
            arguments[i] = part.startsWith("=") ? arguments[place(part)] : read(part, types[i]);
        }
        return arguments;
    }

    private static Object read(String part, Class<?> type) {
        if (type == Tensor.class && !part.equals("null")) {
            return TensorLiteral.read(part);
        } else if (type == double.class) {
            return Double.valueOf(part);
        } else if (type == float.class) {
            return Float.valueOf(part);
        } else if (type == int.class) {
            return Integer.valueOf(part);
        } else if (type == long.class) {
            return Long.valueOf(part);
        } else if (type == boolean.class) {
            return Boolean.valueOf(part);
        } else if (type == char.class) {
            return inside(part).charAt(0);
        }
        return part.equals("null") ? null : readObject(part, type);
    }

    private static Object readObject(String part, Class<?> type) {
        if (type == String.class || type == Object.class && part.startsWith("\"")) {
            return inside(part);
        } else if (type.isArray()) {
            return array(split(inside(part)), type.getComponentType());
        } else if (type.isRecord()) {
            Class<?>[] types = Records.components(type).stream()
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return Records.create(type, read(inside(part), types));
        }
        for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
            if (constant.toString().equals(part)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no literal of " + type + ": " + part);
    }

    private static Object array(List<String> parts, Class<?> type) {
        Object array = Array.newInstance(type, parts.size());
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            Array.set(array, i, part.startsWith("=") ? Array.get(array, place(part)) : read(part, type));
        }
        return array;
    }

    private static int place(String part) {
        return Integer.parseInt(part.substring(1));
    }

    private static String inside(String part) {
        return part.substring(1, part.length() - 1);
    }

    /** Parts between the commas that are outside all brackets and quotes. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            depth += "[(".indexOf(c) >= 0 ? 1 : "])".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 0 && !quoted) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        if (!text.isBlank()) {
            parts.add(text.substring(from).strip());
        }
        return parts;
    }
}
