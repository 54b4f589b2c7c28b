package dev.jacobi.processor.samples;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads arguments: numbers and {@code true} as Java writes them, {@code "text"}, and tensors as nested lists, with
 * {@code f} behind for float32. {@code <2.5>} is a tensor of no dimension.
 */
final class Literals {
    private final String text;
    private int position;

    private Literals(String text) {
        this.text = text;
    }

    /** One argument for each type. */
    static Object[] read(String text, Class<?>... types) {
        List<String> parts = split(text);
        if (parts.size() != types.length) {
            throw new IllegalArgumentException(types.length + " arguments are wanted, but there are: " + text);
        }
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = read(parts.get(i), types[i]);
        }
        return arguments;
    }

    private static Object read(String part, Class<?> type) {
        if (type == Tensor.class) {
            return tensor(part);
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
        } else if (type == String.class) {
            return part.substring(1, part.length() - 1);
        }
        throw new IllegalArgumentException("no literal of " + type);
    }

    /** Parts between the commas that are outside all brackets. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        if (!text.isBlank()) {
            parts.add(text.substring(from).strip());
        }
        return parts;
    }

    private static Tensor tensor(String part) {
        boolean isFloat = part.endsWith("f");
        String list = isFloat ? part.substring(0, part.length() - 1) : part;
        Tensor tensor = list.startsWith("<")
                ? Tensor.scalar(Double.parseDouble(list.substring(1, list.length() - 1)))
                : new Literals(list).list();
        return isFloat ? tensor.to(DType.FLOAT32) : tensor;
    }

    private Tensor list() {
        List<Integer> shape = new ArrayList<>();
        List<Double> elements = new ArrayList<>();
        element(0, shape, elements);
        return Tensor.from(
                elements.stream().mapToDouble(e -> e).toArray(),
                shape.stream().mapToInt(d -> d).toArray());
    }

    private void element(int depth, List<Integer> shape, List<Double> elements) {
        blanks();
        if (text.charAt(position) != '[') {
            int from = position;
            while (",]".indexOf(text.charAt(position)) < 0) {
                position++;
            }
            elements.add(Double.valueOf(text.substring(from, position).strip()));
            return;
        }
        if (shape.size() == depth) {
            shape.add(0);
        }
        int count = 0;
        do {
            position++;
            blanks();
            if (text.charAt(position) != ']') {
                element(depth + 1, shape, elements);
                count++;
            }
            blanks();
        } while (text.charAt(position) == ',');
        position++;
        shape.set(depth, count);
    }

    private void blanks() {
        while (text.charAt(position) == ' ') {
            position++;
        }
    }
}
