package dev.jacobi.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers that are put where no variable names them, and come back: into objects, fields, arrays from elsewhere, texts.
 * Their derivatives would be lost without a word, so each of the programs is refused.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KeptNumbersTest {
    private static final Path ROOT = Path.of("src/test/resources/kept");
    private static final Pattern PROGRAM = Pattern.compile("(?m)^    static final class (\\w+) \\{$");
    private static final Set<String> REASONS =
            Set.of("leaves-numbers", "no-derivative", "unsupported", "assigns-outside");
    private static final double STEP = 1e-4;

    private final List<Program> programs = new ArrayList<>();
    private final Compilation refused;
    private final ClassLoader undifferentiated;

    /** One of the classes in a file, from line to line. */
    private record Program(String file, String name, long first, long last) {
        boolean holds(Diagnostic<? extends JavaFileObject> diagnostic) {
            return diagnostic.getSource() != null
                    && diagnostic.getSource().getName().equals(file)
                    && diagnostic.getLineNumber() >= first
                    && diagnostic.getLineNumber() <= last;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    KeptNumbersTest() throws IOException {
        List<SourceText> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT)) {
            for (Path file : files.sorted().toList()) {
                SourceText source = SourceText.of("kept/" + file.getFileName(), Files.readString(file));
                sources.add(source);
                programs.addAll(programs(source.getName(), Files.readString(file)));
            }
        }
        refused = Javac.compile(sources, "-Xmaxerrs", "1000");
        undifferentiated = Javac.compile(sources, "-proc:none").loader();
    }

    private static List<Program> programs(String file, String text) {
        List<Program> all = new ArrayList<>();
        Matcher matcher = PROGRAM.matcher(text);
        while (matcher.find()) {
            long first = text.substring(0, matcher.start()).lines().count() + 1;
            String body = text.substring(matcher.start(), text.indexOf("\n    }\n", matcher.start()));
            if (body.contains("@Differentiable")) {
                String outer = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
                all.add(new Program(
                        file,
                        "kept." + outer + "$" + matcher.group(1),
                        first,
                        first + body.lines().count()));
            }
        }
        return all;
    }

    List<Program> programs() {
        return programs;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isRefused(Program program) {
        Set<String> reasons = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : refused.diagnostics()) {
            Matcher id = Pattern.compile("\\[jacobi:([\\w-]+)]").matcher(diagnostic.getMessage(Locale.ROOT));
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && program.holds(diagnostic)) {
                reasons.add(id.find() ? id.group(1) : diagnostic.getMessage(Locale.ROOT));
            }
        }
        assertThat(reasons).isNotEmpty().isSubsetOf(REASONS);
    }

    /** So that each of the programs is one whose result does depend on the number. */
    @ParameterizedTest
    @MethodSource("programs")
    void dependsOnTheNumber(Program program) throws ReflectiveOperationException {
        Method method = undifferentiated.loadClass(program.name()).getDeclaredMethod("f", double.class);
        method.setAccessible(true);
        double before = (double) method.invoke(null, 1.3 - STEP);
        double after = (double) method.invoke(null, 1.3 + STEP);
        assertThat((after - before) / (2 * STEP)).isGreaterThan(0.5);
    }
}
