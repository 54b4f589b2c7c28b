package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code valueAndGradient} records, and in how many loops it does its work: an optimisation that no longer happens
 * leaves all derivatives right.
 */
class OptimisedCodeTest {
    private static final Pattern TAPE = Pattern.compile("(\\w+)Tape = new \\w+\\[(.*?)](\\[])*;");
    private static final Pattern LOOP = Pattern.compile("\\b(for|while) \\(");
    private static final Pattern PULLBACK = Pattern.compile("\\w+Pullback \\w+ = ");

    /**
     * A method, and what is made of it.
     *
     * @param tapes what is recorded, in order, and of which it isn't known before how often
     * @param loops how many loops there are
     * @param pullbacks how many calls keep something for their own backward sweep
     */
    private record Case(String what, String method, List<String> tapes, int loops, int pullbacks) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case of(String what, String method, List<String> tapes, int loops) {
        return new Case(what, method, tapes, loops, 0);
    }

    static Stream<Case> cases() {
        return Stream.of(
                of("iterations that meet only in a sum run once", """
                        double f(double[] x) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { double t = Math.sin(x[i]); s += t * t; }
                            return s;
                        }""", List.of(), 1),
                of("so they do where a number's adjoint is a sum", """
                        double f(double[] x, double a) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { s += Math.sin(a * x[i]); }
                            return s;
                        }""", List.of(), 1),
                of("a product is recorded, and what is dear to compute again", """
                        double f(double[] x) {
                            double s = 1;
                            for (int i = 0; i < x.length; i++) { double t = Math.sin(x[i]); s *= t * t; }
                            return s;
                        }""", List.of("s", "t"), 2),
                of("two operations are computed again", """
                        double f(double[] x, double a) {
                            double s = 1;
                            for (int i = 0; i < x.length; i++) { double t = a * x[i]; s *= t * t; }
                            return s;
                        }""", List.of("s"), 2),
                of("three operations and a choice among them are not", """
                        double f(double[] x, double a) {
                            double s = 1;
                            for (int i = 0; i < x.length; i++) { double t = x[i] > 0 ? a : x[i]; s *= t * t; }
                            return s;
                        }""", List.of("s", "t"), 2),
                of("nor is a division", """
                        double f(double[] x, double a) {
                            double s = 1;
                            for (int i = 0; i < x.length; i++) { double t = a / x[i]; s *= t * t; }
                            return s;
                        }""", List.of("s", "t"), 2),
                of("where the number of iterations isn't known, tapes grow", """
                        double f(double[] x, double a) {
                            double s = 1;
                            for (int i = 0; i < x.length && s < 9; i++) { s *= a * x[i]; }
                            return s;
                        }""", List.of("s grows"), 2),
                of("a first value of the counter that stays is no obstacle", """
                        double f(double[] x, int first) {
                            double s = 1;
                            for (int i = first; i < x.length; i++) { s *= x[i]; }
                            return s;
                        }""", List.of("s"), 2),
                of("what only adds records nothing", """
                        double f(double[] x, double a) {
                            double s = 1;
                            for (int i = 0; i < x.length; i++) { s = s + a * x[i]; }
                            return s * s;
                        }""", List.of(), 2),
                new Case("small calls become bodies", """
                        double f(double[] x) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { s += wave(x[i]); }
                            return s;
                        }
                        static double wave(double t) { return Math.sin(t) * t; }""", List.of(), 1, 0),
                new Case("calls of what has loops don't", """
                        double f(double[] x) {
                            return power(x[0], 3);
                        }
                        static double power(double t, int n) {
                            double p = 1;
                            for (int i = 0; i < n; i++) { p *= t; }
                            return p;
                        }""", List.of(), 0, 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesNoMoreThanItMust(Case c) {
        String source = "class Model {\n@dev.jacobi.Differentiable static " + c.method() + "\n}\n";
        Compilation compilation = Javac.compile(List.of(SourceText.of(source)));
        assertThat(compilation.succeeded()).as(compilation.text()).isTrue();
        String body = valueAndGradient(compilation.generated().get("FGrad"));
        assertThat(TAPE.matcher(body).results().map(OptimisedCodeTest::tape))
                .as(body)
                .containsExactlyElementsOf(c.tapes());
        assertThat(LOOP.matcher(body).results()).as(body).hasSize(c.loops());
        assertThat(PULLBACK.matcher(body).results()).as(body).hasSize(c.pullbacks());
    }

    /** A tape that grows begins with some room. */
    private static String tape(MatchResult tape) {
        return tape.group(1) + (tape.group(2).equals("16") ? " grows" : "");
    }

    /** Where index expressions say it all, a pattern has no sets of elements, and none of the numbers. */
    @Test
    void patternsOfStencilsMakeNoArrays() {
        String source = """
                class Model {
                    @dev.jacobi.Differentiable(sparse = true)
                    static double[] f(double[] x, int n) {
                        double[] y = new double[n];
                        for (int i = 1; i + 1 < n; i++) { y[i] = x[i + 1] * x[i - 1] - 2 * x[i]; }
                        return y;
                    }
                }
                """;
        Compilation compilation = Javac.compile(List.of(SourceText.of(source)));
        assertThat(compilation.succeeded()).as(compilation.text()).isTrue();
        String generated = compilation.generated().get("FGrad");
        int doc = generated.indexOf("Adds where derivatives of {@code Model.f(");
        assertThat(doc).as(generated).isPositive();
        assertThat(generated.substring(doc, generated.indexOf("\n    }\n", doc)))
                .contains("for (")
                .doesNotContain("double[] y", "new ", "Indices");
    }

    /** The member's code, to the brace that stands where it begins. */
    private static String valueAndGradient(String generated) {
        int start = generated.indexOf("    public static ValueAndGradient valueAndGradient(");
        return generated.substring(start, generated.indexOf("\n    }\n", start));
    }
}
