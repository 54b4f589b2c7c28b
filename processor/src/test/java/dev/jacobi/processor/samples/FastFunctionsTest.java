package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code -Ajacobi.functions=fast}: the same derivatives to rounding, and loops that are cut where they can be. */
@TestInstance(Lifecycle.PER_CLASS)
class FastFunctionsTest {
    private static final Pattern FUNCTION = Pattern.compile("\\bMath\\.(exp|log|tanh)\\(");
    private static final Pattern KERNEL = Pattern.compile("FastFunctions\\.(exp|log|tanh)\\(");

    private final List<SourceText> sources = SampleFiles.read();
    private final Map<String, Point> ordinary =
            SampleFiles.points(SampleFiles.usual()).stream().collect(Collectors.toMap(Point::toString, p -> p));

    /** The classes that can have other code. */
    private final Set<String> classes = sources.stream()
            .filter(s -> FUNCTION.matcher(s.getCharContent(true)).find())
            .map(s -> s.getName().replaceAll(".*/|\\.java", ""))
            .collect(Collectors.toSet());

    private final Compilation everywhere = compiled("-Ajacobi.functions=everywhere");

    Stream<Point> everywhere() {
        return points(everywhere);
    }

    /** Short loops ask whether to run as they are cut. */
    Stream<Point> whereTheyPay() {
        return points(compiled("-Ajacobi.functions=fast"));
    }

    private Compilation compiled(String option) {
        return Javac.compile(sources, option, "-Ajacobi.verify");
    }

    private Stream<Point> points(Compilation compilation) {
        return SampleFiles.points(compilation).stream()
                .filter(p -> classes.contains(p.primal().getDeclaringClass().getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource({"everywhere", "whereTheyPay"})
    void derivativesAreTheSameToRounding(Point point) {
        Point usual = ordinary.get(point.toString());
        Object[] arguments = usual.arguments();
        Object value = Outcome.of(arguments, () -> usual.value(arguments)).value();
        Map<String, Function<Object[], Object>> ways = Ways.of(point, value);
        Ways.of(usual, value).forEach((name, way) -> {
            Outcome expected = Ways.outcome(usual, way);
            Outcome actual = Ways.outcome(point, ways.get(name));
            assertThat(actual.thrown()).as(name).isEqualTo(expected.thrown());
            assertThat(actual.events()).as(name).isEqualTo(expected.events());
            agree(point, name, actual.value(), expected.value());
            agree(point, name + " leaves", actual.left(), expected.left());
        });
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void inPlaceTheyAreTheSame(Point point) {
        Point usual = ordinary.get(point.toString());
        Object[] arguments = usual.arguments();
        Outcome primal = Outcome.of(arguments, () -> usual.value(arguments));
        if (primal.thrown() == null && point.derived().inPlace().exists()) {
            agree(
                    point,
                    "in place",
                    new InPlaceChecks(point, primal).numbers(),
                    new InPlaceChecks(usual, primal).numbers());
        }
    }

    private static void agree(Point point, String what, Object actual, Object expected) {
        double[] wanted = Numbers.of(expected);
        new Agreement(point.parameters()).close(what, Numbers.of(actual), wanted, Numbers.largest(wanted));
    }

    /** The samples' loops are short. */
    @ParameterizedTest
    @ValueSource(ints = {7, 8, 10, 127, 128, 1_000})
    void longLoopsGiveTheSame(int n) throws ReflectiveOperationException {
        double[] x = new Random(5).doubles(n, -2, 2).toArray();
        double[] usual = gradient(x, "-Ajacobi.functions=java");
        new Agreement(new Object[] {x})
                .close("gradient", gradient(x, "-Ajacobi.functions=fast"), usual, Numbers.largest(usual));
    }

    private static double[] gradient(double[] x, String option) throws ReflectiveOperationException {
        SourceText source = SourceText.of("""
                public final class Model {
                    @dev.jacobi.Differentiable public static double f(double[] x) {
                        double sum = 0;
                        double[] y = x.clone();
                        for (int i = x.length - 1; i >= 2; i--) {
                            double t = Math.tanh(y[i]) * x[i - 2];
                            y[i] = Math.exp(t) + i;
                            sum += Math.log(y[i]) * t;
                        }
                        for (int i = 0; i < x.length; i++) { sum += y[i] * Math.log(1 + Math.exp(-x[i])); }
                        return sum;
                    }
                }
                """);
        Class<?> type = Javac.compile(List.of(source), option).loader().loadClass("FGrad");
        return (double[]) type.getMethod("gradient", double[].class).invoke(null, (Object) x);
    }

    /** @param kernels how many calls of the runtime the value and its gradient make */
    private record Case(String what, String method, int kernels) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("a sum of exponentials", """
                        double f(double[] x) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { s += Math.exp(x[i]); }
                            return s;
                        }""", 1),
                new Case("functions of functions", """
                        double f(double[] x) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { s += Math.log(1 + Math.exp(Math.tanh(x[i]))); }
                            return s;
                        }""", 3),
                new Case("a recurrence", """
                        double f(double[] x) {
                            double y = 0;
                            for (int i = 0; i < x.length; i++) { y = Math.exp(-y * x[i]); }
                            return y;
                        }""", 0),
                new Case("an element that the iteration before has written", """
                        double f(double[] x) {
                            double[] y = new double[x.length];
                            for (int i = 1; i < x.length; i++) { y[i] = Math.exp(y[i - 1] * x[i]); }
                            return y[y.length - 1];
                        }""", 0),
                new Case("an element that the next iteration overwrites", """
                        double f(double[] x) {
                            double[] y = x.clone();
                            for (int i = 0; i + 1 < x.length; i++) { y[i] = Math.exp(y[i + 1]); y[i + 1] = y[i] * 2; }
                            return y[y.length - 1];
                        }""", 0),
                new Case("the iteration's own element", """
                        double f(double[] x) {
                            double[] y = x.clone();
                            for (int i = 0; i < x.length; i++) { y[i] = Math.exp(y[i]); }
                            return y[0] * y[y.length - 1];
                        }""", 1),
                new Case("a loop that may end early", """
                        double f(double[] x) {
                            double s = 0;
                            for (int i = 0; i < x.length && s < 3; i++) { s += Math.exp(x[i]); }
                            return s;
                        }""", 0),
                new Case("a call that isn't pure", """
                        double f(double[] x, java.util.Random r) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { s += Math.exp(x[i] * r.nextDouble()); }
                            return s;
                        }""", 0),
                new Case("the side of a choice", """
                        double f(double[] x) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { s += x[i] > 0 ? Math.exp(x[i]) : x[i]; }
                            return s;
                        }""", 0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void loopsAreCutWhereTheyCanBe(Case c) {
        Compilation compilation = Javac.compile(
                List.of(SourceText.of("final class Model { @dev.jacobi.Differentiable static " + c.method() + " }")),
                "-Ajacobi.functions=fast",
                "-Ajacobi.verify");
        assertThat(compilation.succeeded()).as(compilation.text()).isTrue();
        String generated = compilation.generated().get("FGrad");
        int start = generated.indexOf("ValueAndGradient valueAndGradient(");
        String member = generated.substring(start, generated.indexOf("\n    }", start));
        assertThat(KERNEL.matcher(member).results().count()).as(member).isEqualTo(c.kernels());
    }

    /** What isn't asked for changes nothing. */
    @Test
    void valuesHaveJavasBitsIfNothingIsSaid() {
        assertThat(generated()).isEqualTo(generated("-Ajacobi.functions=java")).doesNotContain("FastFunctions");
    }

    private String generated(String... options) {
        SourceText source = SourceText.of("""
                final class Model {
                    @dev.jacobi.Differentiable static double f(double[] x) {
                        double s = 0;
                        for (int i = 0; i < x.length; i++) { s += Math.exp(x[i]); }
                        return s;
                    }
                }
                """);
        return Javac.compile(List.of(source), options).generated().get("FGrad");
    }
}
