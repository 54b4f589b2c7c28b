package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every loop of the samples that has a variable to mark, those inside others included, with snapshots in the place of
 * tapes: the same bits, the same exceptions and the same effects. A loop that can't be computed again stays as it is.
 */
@Order(1)
@TestInstance(Lifecycle.PER_CLASS)
class CheckpointedSamplesTest {
    private static final String FOR = "(?<=\n {8,%d})for \\((?=(final )?[\\w.<>]+(\\[\\])* \\w+ [=:])";

    /** The last declaration before another loop. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?<=[;{}]\n {8,40})(?=(final )?[\\w.<>]+(\\[\\])* \\w+ = [^;]*;\\s+(\\w+: )?(while \\(|do \\{|for \\(;))");

    private static final String MARK = "@dev.jacobi.Checkpoint";

    /** Iterations and calls that run together, and loops that run upwards, add to sums in another order. */
    private static final String[] OPTIONS = {"-Ajacobi.without=independence,joined-calls,upwards,split-loops,batches"};

    private final List<SourceText> sources = SampleFiles.read();
    private final List<Point> stored = SampleFiles.points(sources, OPTIONS);

    /** @param indentation of the innermost loops that are marked */
    @ParameterizedTest
    @CsvSource({"0, 40", "2, 40", "1, 8"})
    void givesTheSameBits(int snapshots, int indentation) {
        List<SourceText> marked = new ArrayList<>();
        for (SourceText source : sources) {
            marked.add(marked(source, snapshots, indentation));
        }
        marked = withoutRefused(marked);
        assertThat(count(marked)).as("loops that are computed again").isGreaterThan(100);
        compare(stored, SampleFiles.points(marked, OPTIONS));
    }

    private static SourceText marked(SourceText source, int snapshots, int indentation) {
        String mark = snapshots == 0 ? MARK : MARK + "(snapshots = " + snapshots + ")";
        String loops = source.getCharContent(true)
                .toString()
                .replaceAll(String.format(FOR, indentation), "for (" + mark + " ");
        return SourceText.of(source.getName(), BEFORE.matcher(loops).replaceAll(mark + " "));
    }

    /** The sources without the marks of loops that are refused, each in its line. */
    private static List<SourceText> withoutRefused(List<SourceText> marked) {
        Compilation compilation = Javac.compileAsIs(marked);
        List<SourceText> left = new ArrayList<>(marked);
        boolean changed = false;
        for (Diagnostic<? extends JavaFileObject> problem : compilation.diagnostics()) {
            boolean missing = !Compilation.text(problem).contains("[jacobi:"); // the class that was not generated
            if (problem.getKind() != Diagnostic.Kind.ERROR || missing) {
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

    /** The loops around a line lose their marks, on lines that are indented less or just before such a line. */
    private static SourceText unmarked(SourceText source, int line) {
        String[] lines = source.getCharContent(true).toString().split("\n", -1);
        int indentation = Integer.MAX_VALUE;
        for (int i = line - 1; i >= 0 && !lines[i].equals("    }"); i--) {
            int here = lines[i].length() - lines[i].stripLeading().length();
            boolean around = !lines[i].isBlank() && (here < indentation || i == line - 1);
            if (around) {
                indentation = here;
                lines[i] = unmarked(lines[i]);
                lines[i - 1] = lines[i - 1].contains("for (") ? lines[i - 1] : unmarked(lines[i - 1]);
            }
        }
        return SourceText.of(source.getName(), String.join("\n", lines));
    }

    private static String unmarked(String line) {
        return line.replaceAll(MARK + "(\\(snapshots = \\d+\\))? ", "");
    }

    private static long count(List<SourceText> sources) {
        String all =
                sources.stream().map(s -> s.getCharContent(true).toString()).collect(Collectors.joining());
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
        Map<String, Function<Object[], Object>> ways = ways(checkpointed, value);
        ways(stored, value).forEach((name, way) -> {
            Outcome expected = Ways.outcome(stored, way);
            Outcome actual = Ways.outcome(checkpointed, ways.get(name));
            if (!actual.sameElsewhere(expected)) {
                differences.add(
                        stored + ": " + name + " from snapshots gives\n" + actual + "\nbut from tapes\n" + expected);
            }
        });
    }

    /** Those that there always are, and those that do it twice: what the first time leaves must not matter. */
    private static Map<String, Function<Object[], Object>> ways(Point point, Object value) {
        Derived derived = point.derived();
        Map<String, Function<Object[], Object>> ways = Ways.of(point, value);
        if (value != null && ways.containsKey("pullback")) {
            ways.put("pullback twice", arguments -> twice(derived.pullback(arguments), new Seeds().like(value)));
        }
        if (value != null && derived.inPlace().exists()) {
            boolean isVoid = Derived.isVoid(point.primal());
            Object seed = new Seeds().like(value);
            ways.put("in place", arguments -> {
                Object[] zeros = (Object[]) Numbers.zero(point.parameters());
                Object[] bars =
                        derived.inPlace().bars(point.parameters(), isVoid ? (Object[]) seed : Derived.arrays(zeros));
                Object given = derived.inPlace().run(point.arguments(), seed, bars);
                Object again = derived.inPlace().run(arguments, seed, bars);
                return new Object[] {given, again, bars};
            });
        }
        return ways;
    }

    private static Object[] twice(Derived.Pullback pullback, Object seed) {
        return new Object[] {pullback.apply(seed), pullback.value(), pullback.apply(seed)};
    }
}
