package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Every sample with its derivatives cut in the smallest pieces that there are, and in small ones: the same bits, the
 * same exceptions and the same effects as whole.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SplitSamplesTest {
    private final List<SourceText> sources = SampleFiles.read();
    private final List<Point> whole = SampleFiles.points(SampleFiles.usual());

    @Test
    void doesTheSameStatementByStatement() {
        compare(whole, SampleFiles.points(sources, "-Ajacobi.split=1"));
    }

    /** Loops stay whole in pieces of this size, which is another way of writing them. */
    @Test
    void doesTheSameInPieces() {
        List<SourceText> some = sources.stream()
                .filter(s -> s.getName().matches(".*/(Arrays1d|Buffers|Calls|Jumps|Loops|Matrices|Switches)\\.java"))
                .toList();
        assertThat(some).hasSize(7);
        List<Point> cut = SampleFiles.points(some, "-Ajacobi.split=40");
        Set<String> names = cut.stream().map(Point::toString).collect(Collectors.toSet());
        compare(whole.stream().filter(p -> names.contains(p.toString())).toList(), cut);
    }

    private static void compare(List<Point> whole, List<Point> cut) {
        assertThat(cut).hasSameSizeAs(whole);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            compare(whole.get(i), cut.get(i), differences);
        }
        assertThat(differences).isEmpty();
    }

    private static void compare(Point whole, Point cut, List<String> differences) {
        Object[] arguments = whole.arguments();
        Object value = Outcome.of(arguments, () -> whole.value(arguments)).value();
        Ways.of(whole, value).forEach((name, way) -> {
            Outcome expected = Ways.outcome(whole, way);
            Outcome actual = Ways.outcome(cut, Ways.of(cut, value).get(name));
            if (!actual.sameElsewhere(expected)) {
                differences.add(whole + ": " + name + " in pieces gives\n" + actual + "\nbut as a whole\n" + expected);
            }
        });
    }
}
