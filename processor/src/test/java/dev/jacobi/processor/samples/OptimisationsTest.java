package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.testing.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples without single optimisations, and without any: the same derivatives to rounding. */
@TestInstance(Lifecycle.PER_CLASS)
class OptimisationsTest {
    private final List<SourceText> sources = SampleFiles.read();

    /** Without single ones, some of each kind are enough. */
    private final List<SourceText> some = sources.stream()
            .filter(s -> s.getName()
                    .matches(
                            ".*/(Algorithms|Arithmetic|Arrays1d|Batches|Branches|Calls|FilledArrays|Independence|Jumps|Loops|RecordsSamples|RepeatedValues|StackedSeeds"
                                    + "|TensorLoops|Tensors|VoidMethods)\\.java"))
            .toList();

    private final Map<String, Point> ordinary =
            SampleFiles.points(SampleFiles.usual()).stream().collect(Collectors.toMap(Point::toString, p -> p));

    @ParameterizedTest
    @EnumSource
    void doesTheSameWithoutOne(Optimisation optimisation) {
        compare(SampleFiles.points(some, "-Ajacobi.without=" + optimisation.id()));
    }

    @Test
    void doesTheSameWithoutAny() {
        List<Point> plain = SampleFiles.points(sources, "-Ajacobi.without=all");
        compare(plain);
        assertAll(plain.stream().map(point -> () -> assertAll(point.toString(), Modes.checks(point))));
    }

    /** The side of a choice that was not taken has no derivative, not even where the factor on it is infinite. */
    @ParameterizedTest
    @ValueSource(strings = {"-Ajacobi.without=all", "-Ajacobi.without=algebra", "-parameters"})
    void sideNotTakenGivesNoNaN(String option) {
        SourceText source = SourceText.of("""
                final class Root {
                    @dev.jacobi.Differentiable
                    @dev.jacobi.processor.samples.Sample(at = "0, 0", smooth = false)
                    static double distance(double x, double y) { return Math.sqrt(Math.hypot(x, y)); }
                }
                """);
        Point point = SampleFiles.points(List.of(source), option).get(0);
        assertThat(Numbers.of(point.derived().gradient(point.arguments()))).containsOnly(0);
    }

    private void compare(List<Point> plain) {
        List<String> differences = new ArrayList<>();
        plain.forEach(point -> compare(ordinary.get(point.toString()), point, differences));
        assertThat(differences).isEmpty();
    }

    private static void compare(Point ordinary, Point plain, List<String> differences) {
        Object[] arguments = ordinary.arguments();
        Object value = Outcome.of(arguments, () -> ordinary.value(arguments)).value();
        Map<String, Function<Object[], Object>> ways = Ways.of(plain, value);
        Ways.of(ordinary, value).forEach((name, way) -> {
            Outcome expected = Ways.outcome(ordinary, way);
            Outcome actual = Ways.outcome(plain, ways.get(name));
            boolean exact = name.equals("pullback");
            Outcome exactly = expected.thrown() == null ? primal(plain) : expected;
            boolean numbers = exact ? same(actual, exactly) : agree(plain, actual, expected);
            if (!numbers || !effects(actual).equals(effects(expected))) {
                differences.add(plain + ": " + name + " gives\n" + actual + "\nbut ordinarily\n" + expected);
            }
        });
    }

    /** What the method itself gives: if it calls a derivative, that is the one of its own compilation. */
    private static Outcome primal(Point point) {
        Object[] arguments = point.arguments();
        return Outcome.of(arguments, () -> point.value(arguments));
    }

    /** As text, since the two runs of javac have classes of their own, enums among them. */
    private static String effects(Outcome outcome) {
        return new Outcome(null, outcome.thrown(), outcome.events(), outcome.left()).toString();
    }

    private static boolean same(Outcome actual, Outcome expected) {
        return Arrays.equals(Numbers.of(actual.value()), Numbers.of(expected.value()));
    }

    private static boolean agree(Point point, Outcome actual, Outcome expected) {
        if (expected.value() == null) {
            return actual.value() == null;
        }
        double[] wanted = Numbers.of(expected.value());
        try {
            new Agreement(point.parameters())
                    .close("numbers", Numbers.of(actual.value()), wanted, Numbers.largest(wanted));
            return true;
        } catch (AssertionError different) {
            return false;
        }
    }
}
