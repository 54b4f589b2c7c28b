package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every for loop of some samples that declares a variable, those inside others included, with snapshots in the place of
 * tapes: the same bits, the same exceptions and the same effects. A loop that can't be computed again stays as it is.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CheckpointedSamplesTest {
    private static final Pattern FOR = Pattern.compile("\\bfor \\((?=(final )?[\\w.<>]+(\\[\\])* \\w+ [=:])");
    private static final String MARK = "@dev.jacobi.Checkpoint";

    private final List<SourceText> sources = SampleFiles.read().stream()
            .filter(s -> s.getName().matches(".*/(Arrays1d|Buffers|Jumps|Loops)\\.java"))
            .toList();
    private final List<Point> stored = SampleFiles.points(sources);

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void givesTheSameBits(int snapshots) {
        List<SourceText> marked = new ArrayList<>();
        for (SourceText source : sources) {
            marked.add(marked(source, snapshots));
        }
        marked = withoutRefused(marked);
        assertThat(count(marked)).as("loops that are computed again").isGreaterThan(100);
        compare(stored, SampleFiles.points(marked));
    }

    private static SourceText marked(SourceText source, int snapshots) {
        String mark = snapshots == 0 ? MARK : MARK + "(snapshots = " + snapshots + ")";
        Matcher loops = FOR.matcher(source.getCharContent(true));
        return SourceText.of(source.getName(), loops.replaceAll("for (" + mark + " "));
    }

    /** The sources without the marks of loops that are refused, each in its line. */
    private static List<SourceText> withoutRefused(List<SourceText> marked) {
        Compilation compilation = Javac.compileAsIs(marked);
        List<SourceText> left = new ArrayList<>(marked);
        boolean changed = false;
        for (Diagnostic<? extends JavaFileObject> problem : compilation.diagnostics()) {
            if (problem.getKind() != Diagnostic.Kind.ERROR) {
                continue;
            }
            assertThat(Compilation.text(problem)).contains("[jacobi:repeated]");
            for (int i = 0; i < left.size(); i++) {
                if (left.get(i).getName().equals(problem.getSource().getName())) {
                    SourceText before = left.get(i);
                    left.set(i, unmarked(before, (int) problem.getLineNumber()));
                    changed |= !left.get(i).getCharContent(true).equals(before.getCharContent(true));
                }
            }
        }
        if (!changed) {
            assertThat(compilation.text()).doesNotContain("error:");
        }
        return changed ? withoutRefused(left) : left;
    }

    /** The loops around a line lose their marks: those before it that are indented less. */
    private static SourceText unmarked(SourceText source, int line) {
        String[] lines = source.getCharContent(true).toString().split("\n", -1);
        int indentation = Integer.MAX_VALUE;
        for (int i = line - 1; i >= 0 && !lines[i].equals("    }"); i--) {
            int here = lines[i].length() - lines[i].stripLeading().length();
            boolean around = !lines[i].isBlank() && (here < indentation || i == line - 1);
            if (around) {
                indentation = here;
                lines[i] = lines[i].replaceAll(MARK + "(\\(snapshots = \\d+\\))? ", "");
            }
        }
        return SourceText.of(source.getName(), String.join("\n", lines));
    }

    private static long count(List<SourceText> sources) {
        String all = sources.stream().map(s -> s.getCharContent(true).toString()).collect(Collectors.joining());
        return all.split(MARK, -1).length;
    }

    private static void compare(List<Point> stored, List<Point> checkpointed) {
        assertThat(checkpointed).hasSameSizeAs(stored);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            compare(stored.get(i), checkpointed.get(i), differences);
        }
        assertThat(differences).isEmpty();
    }

    private static void compare(Point stored, Point checkpointed, List<String> differences) {
        Object[] arguments = stored.arguments();
        Object value = Outcome.of(arguments, () -> stored.value(arguments)).value();
        Ways.of(stored, value).forEach((name, way) -> {
            Outcome expected = Ways.outcome(stored, way);
            Outcome actual = Ways.outcome(checkpointed, Ways.of(checkpointed, value).get(name));
            if (!same(actual, expected)) {
                differences.add(
                        stored + ": " + name + " from snapshots gives\n" + actual + "\nbut from tapes\n" + expected);
            }
        });
    }

    /** What is left is compared as text: the two runs of javac have classes of their own, enums among them. */
    private static boolean same(Outcome a, Outcome b) {
        return a.toString().equals(b.toString()) && sameNumbers(a.value(), b.value());
    }

    private static boolean sameNumbers(Object a, Object b) {
        if (a instanceof Object[] all && b instanceof Object[] others) {
            boolean same = all.length == others.length;
            for (int i = 0; same && i < all.length; i++) {
                same = sameNumbers(all[i], others[i]);
            }
            return same;
        }
        return a instanceof Record ? Arrays.equals(Numbers.of(a), Numbers.of(b)) : Contents.same(a, b);
    }
}
