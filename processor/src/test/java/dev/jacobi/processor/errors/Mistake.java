package dev.jacobi.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Wrong sources, with what javac prints of them.
 *
 * @param what names the mistake
 * @param sources what is wrong in them stands between « and »
 * @param output all that is printed
 */
record Mistake(String what, List<String> sources, String output) {
    private static final String IN_A_CLASS = "import dev.jacobi.*;\nimport dev.jacobi.tensor.*;\nfinal class Model {\n";

    /** A whole file. */
    static Mistake mistake(String what, String source, String output) {
        return new Mistake(what, List.of(source), output);
    }

    /** Members of {@code Model.java}, whose first line is the fourth. */
    static Mistake inModel(String what, String members, String output) {
        return mistake(what, IN_A_CLASS + members + "}\n", output);
    }

    /** Statements of a method by {@code x}; the first is in the fifth line. */
    static Mistake inBody(String what, String statements, String output) {
        String body = statements.indent(8);
        return inModel(what, "    @Differentiable static double f(double x) {\n" + body + "    }\n", output);
    }

    /** A stretch of source, ends exclusive. */
    private record Mark(long start, long end) {}

    void check() {
        List<SourceText> files = new ArrayList<>();
        Map<String, List<Mark>> marks = new HashMap<>();
        for (String source : sources) {
            SourceText file = SourceText.of(source.replaceAll("[«»]", ""));
            files.add(file);
            marks.put(file.getName(), marks(source));
        }
        Compilation compilation = Javac.compile(files);
        assertThat(compilation.text()).isEqualTo(output);
        compilation.diagnostics().forEach(d -> checkPlace(d, marks));
        assertThat(marks.values()).as("places nothing was said about").allMatch(List::isEmpty);
        boolean error = compilation.diagnostics().stream().anyMatch(d -> d.getKind() == Diagnostic.Kind.ERROR);
        assertThat(compilation.succeeded()).isEqualTo(!error);
    }

    /** The tree reported is what is marked, or, of a declaration, the caret is at the name that is marked. */
    private static void checkPlace(Diagnostic<? extends JavaFileObject> diagnostic, Map<String, List<Mark>> marks) {
        List<Mark> here = marks.get(diagnostic.getSource().getName());
        Mark tree = new Mark(diagnostic.getStartPosition(), diagnostic.getEndPosition());
        boolean found = here.remove(tree)
                || here.removeIf(mark -> mark.start == diagnostic.getPosition() && mark.end <= tree.end);
        assertThat(found)
                .as(
                        "%s is at %s, %d, and not at one of %s",
                        Compilation.text(diagnostic), tree, diagnostic.getPosition(), here)
                .isTrue();
    }

    private static List<Mark> marks(String source) {
        List<Mark> marks = new ArrayList<>();
        int removed = 0;
        for (int open = source.indexOf('«'); open >= 0; open = source.indexOf('«', open + 1)) {
            int close = source.indexOf('»', open);
            marks.add(new Mark(open - removed, close - removed - 1L));
            removed += 2;
        }
        return marks;
    }

    @Override
    public String toString() {
        return what;
    }
}
