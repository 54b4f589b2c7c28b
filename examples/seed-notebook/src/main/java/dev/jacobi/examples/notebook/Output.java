package dev.jacobi.examples.notebook;

import dev.jacobi.Variable;
import dev.jacobi.tensor.Tensor;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints as the notebook's Python 2 did: values with blanks between them, then a line's end. A tensor brought a line's
 * end of its own before itself (unless a {@link Variable} held it, whose heading took that place) and another behind.
 */
record Output(PrintStream stream) {
    void print(@Nullable Object... values) {
        stream.print(Arrays.stream(values).map(Output::text).collect(Collectors.joining(" ")) + "\n");
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Tensor) {
            return "\n" + value + "\n";
        }
        return value instanceof Variable ? value + "\n" : value.toString();
    }
}
