package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a {@code @Shape}.
 *
 * <pre>
 * shape  ::= ""  |  "..."  |  [ "..., " ] length { "," length }
 * length ::= number  |  name  |  "?"
 * </pre>
 *
 * @param shape null where there is a problem
 * @param problem empty where there is none
 */
record ShapeText(@Nullable Extents shape, String problem) {

    static ShapeText read(String text) {
        if (text.isBlank()) {
            return new ShapeText(Extents.SCALAR, "");
        }
        List<Dim> dims = new ArrayList<>();
        boolean open = false;
        String[] words = text.split(",", -1);
        for (int i = 0; i < words.length; i++) {
            String word = words[i].strip();
            if (word.equals("...")) {
                if (i > 0) {
                    return wrong("... stands for dimensions before all others, and so comes first");
                }
                open = true;
                continue;
            }
            Dim dim = dim(word);
            if (dim == null) {
                return wrong(
                        word.isEmpty()
                                ? "a length is missing"
                                : "\"" + word + "\" is neither a length such as 3 nor a name such as batch");
            }
            dims.add(dim);
        }
        return new ShapeText(new Extents(open, dims), "");
    }

    private static ShapeText wrong(String problem) {
        return new ShapeText(null, problem);
    }

    private static @Nullable Dim dim(String word) {
        if (word.equals("?")) {
            return Dim.unknown();
        }
        if (word.matches("[0-9]{1,9}")) {
            return Dim.of(Integer.parseInt(word));
        }
        return word.matches("[\\p{L}_][\\p{L}\\p{N}_]*") ? new Dim.Named(word) : null;
    }
}
