package dev.jacobi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.samples.SampleFiles;
import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same source gives the same derivative, byte for byte. */
class DeterminismTest {
    private static final Pattern SOURCE_LINE = Pattern.compile("// (\\w+\\.java):(\\d+)");
    private static final Pattern NO_CODE =
            Pattern.compile("\\s*(?://.*|/\\*(?:(?!\\*/).)*(?:\\*/\\s*)?|package .*|import .*)?");

    private static Compilation first;

    @BeforeAll
    static void compileSamples() {
        first = SampleFiles.usual();
        assertThat(first.succeeded()).as(first.text()).isTrue();
    }

    private static Compilation compile(List<SourceText> sources) {
        Compilation compilation = Javac.compile(sources);
        assertThat(compilation.succeeded()).as(compilation.text()).isTrue();
        return compilation;
    }

    @Test
    void theOrderOfFilesDoesNotMatter() {
        List<SourceText> backwards = new ArrayList<>(SampleFiles.read());
        Collections.reverse(backwards);
        assertThat(compile(backwards).generated()).isEqualTo(first.generated());
    }

    @Test
    void theOrderOfMethodsDoesNotMatter() {
        String f = "  @Differentiable static double f(double x, double y) { return g(x) * h(y); }\n";
        String g = "  @Differentiable static double g(double x) { return Math.sin(h(x)); }\n";
        String h = "  static double h(double x) { return x * x; }\n";
        assertThat(withoutLines(f + g + h)).isEqualTo(withoutLines(h + g + f));
    }

    /** Methods that are called alike, whose derivatives give several values: their records are private. */
    private static String forces(String home, String body) {
        return """
            import dev.jacobi.Differentiable;
            final class %1$s {
                @Differentiable("%1$sPotential") static double potential(double x, double y) { return %2$s; }
                @Differentiable("%1$sForce") static double force(double x) {
                    %1$sPotential.Gradient g = %1$sPotential.gradient(x, 2 * x);
                    return g.x() * g.y();
                }
                @Differentiable("%1$sBoth") static double both(double x) {
                    OnePotential.Gradient g = OnePotential.gradient(x, 2 * x);
                    TwoPotential.Gradient h = TwoPotential.gradient(x, 2 * x);
                    return g.x() * h.y();
                }
            }
            """.formatted(home, body);
    }

    @Test
    void otherClassesDoNotMatter() {
        SourceText one = SourceText.of(forces("One", "x * x * y"));
        SourceText two = SourceText.of(forces("Two", "x * y * y"));
        Map<String, String> both = compile(List.of(one, two)).generated();
        assertThat(compile(List.of(two, one)).generated()).isEqualTo(both);
        assertThat(both.get("OneForce")).contains("record PotentialGradientParts(");
        assertThat(both.get("TwoForce")).contains("record PotentialGradientParts(");
        assertThat(both.get("OneBoth")).contains("record PotentialGradientParts(", "record PotentialGradientParts2(");
        assertThat(both.values()).noneMatch(text -> text.contains("$"));
    }

    /** The generated classes of a class with these members, line numbers aside. */
    private static String withoutLines(String members) {
        String source = "import dev.jacobi.Differentiable;\nfinal class Model {\n" + members + "}\n";
        return compile(List.of(SourceText.of(source))).generated().toString().replaceAll(":\\d+", ":");
    }

    /** The comments behind statements lead to code: not to comments, nor to what stands above it in its file. */
    @Test
    void commentsNameLinesOfCode() {
        Map<String, List<String>> lines = new HashMap<>();
        for (SourceText source : SampleFiles.read()) {
            String name = source.getName().replaceAll(".*/", "");
            lines.put(name, source.getCharContent(true).toString().lines().toList());
        }
        SoftAssertions.assertSoftly(all -> first.generated()
                .forEach((name, text) -> SOURCE_LINE
                        .matcher(text)
                        .results()
                        .filter(place -> lines.containsKey(place.group(1)))
                        .forEach(place -> all.assertThat(
                                        lines.get(place.group(1)).get(Integer.parseInt(place.group(2)) - 1))
                                .as(name + ": " + place.group())
                                .doesNotMatch(NO_CODE))));
    }

    /** What is generated compiles without a warning under all of javac's lints. */
    @Test
    void generatedCodeIsClean() {
        Compilation strict = Javac.compile(SampleFiles.read(), "-Xlint:all");
        assertThat(strict.diagnostics())
                .filteredOn(
                        d -> d.getSource() != null && d.getSource().getName().contains("Grad"))
                .isEmpty();
    }
}
