package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jacobi.processor.testing.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of samples pass derivatives written by hand, and find each of the mistakes that are put in here. */
class HarnessTest {
    private static final Path SOURCE = Path.of("src/test/resources/by-hand/ByHand.java");

    private static List<Point> points(String source) {
        return SampleFiles.points(List.of(SourceText.of("byhand/ByHand.java", source)));
    }

    private static String source() {
        try {
            return Files.readString(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void passesWhatIsRight() {
        List<Executable> checks = new ArrayList<>();
        points(source()).forEach(p -> checks.add(() -> assertAll(p.toString(), Modes.checks(p))));
        assertThat(checks).hasSize(12);
        assertAll(checks);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "an array is left as it was",
                        "return new Valued<>(value, scaled(before, 2))",
                        "System.arraycopy(before, 0, x, 0, x.length); return new Valued<>(value, scaled(before, 2))"),
                arguments(
                        "an array is scaled wrongly",
                        "return new Valued<>(value, scaled(before, 2))",
                        "return new Valued<>(value, scaled(before, 3))"),
                arguments("gradientInto overwrites", "xBar[i] += 2 * x[i] + offset", "xBar[i] = 2 * x[i] + offset"),
                arguments("gradientInto gives another value", "return value;", "return value + 1;"),
                arguments("a workspace remembers", "int offset = 0", "int offset = calls++"),
                arguments(
                        "vjpInto keeps the seed",
                        "xBar[i + 1] = bar * factor * x[i]",
                        "xBar[i + 1] += bar * factor * x[i]"),
                arguments("vjpInto overwrites a number's bar", "factorBar[0] +=", "factorBar[0] ="),
                arguments(
                        "vjpInto leaves the array alone",
                        "ByHand.running(x, factor);\n        for",
                        "x = x.clone();ByHand.running(x, factor);\n        for"),
                arguments(
                        "jvp of a void method is wrong", "(factorDot * x[i] + factor * xDot[i])", "(factorDot * x[i])"),
                arguments(
                        "jvp of a void method leaves the array alone",
                        "xDot[i + 1] = xDot[i + 1] *",
                        "x = x.clone(); xDot[i + 1] = xDot[i + 1] *"),
                arguments(
                        "a jacobian has a column too few",
                        "new double[x.length][x.length]",
                        "new double[x.length][x.length + 1]"),
                arguments("there is no jacobian", "Jacobian jacobian(", "Jacobian noJacobian("),
                arguments("apply can't be called again", "double byBar = 0", "double byBar = x[0]++"),
                arguments("apply changes the value", "double byBar = 0", "double byBar = 0 * value[0]++"),
                arguments(
                        "vjp changes its seed",
                        "return pullback(x, by).apply(seed)",
                        "seed[0]++; return pullback(x, by).apply(seed)"),
                arguments("vjpInto gives nothing", "byBar[0] += gradient.by();", "byBar[0] += gradient.by(); by++;"),
                arguments("the receiver is another", "return 2 * it.weight() * x", "return 2 * x"),
                arguments("a record's component is wrong", "p.x() * pDot.y()", "p.y() * pDot.y()"),
                arguments(
                        "an element of an array of records is wrong",
                        "ps[i].n() * ps[i].x() * seed",
                        "ps[i].n() * ps[i].y() * seed"),
                arguments("a row is forgotten", "bars[i][j] *= 2 * seed", "bars[i][j] *= i == 0 ? 2 * seed : 0"),
                arguments(
                        "a row is missing",
                        "m[i] == null ? null : m[i].clone()",
                        "m[i] == null ? new double[0] : m[i].clone()"),
                arguments("a side effect is lost", "ByHand.noisy(x);\n        return 2", "return 2"),
                arguments(
                        "a side effect happens twice",
                        "ByHand.noisy(x);\n        return 2",
                        "ByHand.noisy(x); ByHand.noisy(x);\n        return 2"),
                arguments("an exception is lost", "return ByHand.checked(x, n)", "return 0"),
                arguments(
                        "bars of one array are two",
                        "new PairOfBars(both, both)",
                        "new PairOfBars(both, both.clone())"),
                arguments("one array's place is forgotten", "(3 * x[0]", "(2 * x[0]"),
                arguments("one array is taken for two", "boolean same = a == b", "boolean same = false"),
                arguments(
                        "a pullback reads the caller's array later",
                        "ByHand.floats(x), x.clone()",
                        "ByHand.floats(x), x"),
                arguments("a float is off", "bars[i] = 2 * x[i]", "bars[i] = 2.001f * x[i]"),
                arguments(
                        "a float is differentiated in double",
                        "public static float[] gradient(float[] x) {\n        return vjp(x, 1);",
                        "public static double[] gradient(float[] x) {\n        return new double[] {3, 4};"));
    }

    /** Where a piece of the source is replaced by another, some check fails. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void findsMistakes(String what, String piece, String instead) {
        String right = source();
        String wrong = right.replace(piece, instead);
        assertThat(wrong).as("the piece is there").isNotEqualTo(right);
        long failing = points(wrong).stream().filter(HarnessTest::fails).count();
        assertThat(failing).as(what).isPositive();
    }

    private static boolean fails(Point point) {
        try {
            assertAll(Modes.checks(point));
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }
}
