package dev.jacobi.processor.samples;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Reads a tensor: nested lists, with {@code f} behind for float32; {@code <2.5>} is one of no dimension. */
final class TensorLiteral {
    private final String text;
    private int position;

    private TensorLiteral(String text) {
        this.text = text;
    }

    static Tensor read(String part) {
        boolean isFloat = part.endsWith("f");
        String list = isFloat ? part.substring(0, part.length() - 1) : part;
        Tensor tensor = list.startsWith("<")
                ? Tensor.scalar(Double.parseDouble(list.substring(1, list.length() - 1)))
                : new TensorLiteral(list).list();
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
