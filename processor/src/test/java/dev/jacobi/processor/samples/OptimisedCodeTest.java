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
    private static final Pattern PULLBACK = Pattern.compile("\\w+Pullback\\d* \\w+ = ");

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
                of("or one that gets its first part behind the loop", """
                        double f(double[] x, double a) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { double c = Math.sin(a * x[i]); s += c * c; }
                            return s - a * s;
                        }""", List.of(), 1),
                of("an array that each iteration fills is its own", """
                        double f(double[] x) {
                            double[] t = new double[3];
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { java.util.Arrays.fill(t, x[i]); s += t[0] * t[1]; }
                            return s;
                        }""", List.of(), 1),
                of("what the loops of an iteration record has room from the start", """
                        double f(double[] x, int n) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) {
                                double p = 1;
                                for (int j = 0; j < n; j++) { p *= x[i] + j; }
                                s += p;
                            }
                            return s;
                        }""", List.of("p"), 3),
                new Case("what a call has given before can be read", """
                        double f(double[] x, double a) {
                            double[] t = powers(a, x.length);
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { s += Math.sin(t[i] * x[i]); }
                            return s;
                        }
                        static double[] powers(double a, int n) {
                            double[] powers = new double[n];
                            double p = 1;
                            for (int i = 0; i < n; i++) { powers[i] = p; p *= a; }
                            return powers;
                        }""", List.of(), 1, 1),
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
                of("so are two and a choice between them", """
                        double f(double[] x, double a) {
                            double s = 1;
                            for (double u : x) { double t = u > a ? u + a : u; s *= t * t; }
                            return s;
                        }""", List.of("s"), 2),
                of("three and a choice are not", """
                        double f(double[] x, double a, double b) {
                            double s = b;
                            for (double u : x) { double t = u > a * b ? u + a : u; s *= t * t; }
                            return s;
                        }""", List.of("s", "t"), 2),
                of("a division is computed again", """
                        double f(double[] x, double a) {
                            double s = 1;
                            for (int i = 0; i < x.length; i++) { double t = a / x[i]; s *= t * t; }
                            return s;
                        }""", List.of("s"), 2),
                of("a remainder isn't", """
                        double f(double[] x, double a) {
                            double s = 1;
                            for (int i = 0; i < x.length; i++) { double t = a % x[i]; s *= t * t; }
                            return s;
                        }""", List.of("s", "t"), 2),
                of("what two rules read is kept once", """
                        double f(double[] x) {
                            double s = 1;
                            for (int i = 0; i < x.length; i++) { x[i] *= s; s *= Math.sin(x[i]) + Math.log(x[i]); }
                            return s;
                        }""", List.of("s", "element", "element2", "sum"), 2),
                of("nor is what is dear, but for one that is the same in all iterations", """
                        double f(double[] x, double a) {
                            double s = 1;
                            for (int i = 0; i < x.length; i++) { double t = Math.exp(a); s *= t / 7 * x[i]; }
                            return s;
                        }""", List.of("s"), 2),
                of("a field that never changes is read again", """
                        double f(double[] x, Model model) {
                            double s = 1;
                            for (int i = 0; i < x.length; i++) { s *= model.scale * x[i]; }
                            return s;
                        }
                        final double scale = 2;""", List.of("s"), 2),
                of("nor does a number of iterations that is one", """
                        double f(double[] x, Model model) {
                            double s = 1;
                            for (int i = 0; i < model.n; i++) { s *= x[i]; }
                            return s;
                        }
                        final int n = 2;""", List.of("s"), 2),
                of("but one that may change is counted, and recorded", """
                        double f(double[] x, Model model) {
                            double s = 1;
                            for (int i = 0; i < model.n; i++) { s *= x[i]; }
                            return s;
                        }
                        int n = 2;""", List.of("s grows", "n2 grows"), 2),
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
                        }""", List.of(), 0, 1),
                new Case("a call by arrays runs both sweeps at once", """
                        double f(double[][] rows, double[] x) {
                            double s = 0;
                            for (double[] row : rows) { s += distance(row, x); }
                            return s;
                        }
                        static double distance(double[] a, double[] b) {
                            double d = 0;
                            for (int i = 0; i < a.length; i++) { d += (a[i] - b[i]) * (a[i] - b[i]); }
                            return d;
                        }""", List.of(), 1, 0),
                new Case("also where it is the only statement", """
                        double f(double[] x) { return norm(x); }
                        static double norm(double[] x) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { s += Math.abs(x[i]); }
                            return s;
                        }""", List.of(), 0, 0),
                new Case("also where a method calls itself", """
                        double f(double[] x) { return paths(x, 0); }
                        static double paths(double[] x, int from) {
                            double s = 1;
                            for (int i = from; i < x.length; i++) { s += x[i] * paths(x, i + 1); }
                            return s;
                        }""", List.of(), 0, 0),
                new Case("not where its result decides how much is sent back", """
                        double f(double[] x) { double n = norm(x); return n * n; }
                        static double norm(double[] x) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { s += Math.abs(x[i]); }
                            return s;
                        }""", List.of(), 0, 1),
                new Case("nor where it has to record", """
                        double f(double[] x) { return product(x); }
                        static double product(double[] x) {
                            double p = 1;
                            for (int i = 0; i < x.length; i++) { p *= x[i]; }
                            return p;
                        }""", List.of(), 0, 1),
                new Case("but only if something depends on what they are given", """
                        double f(double[] x) {
                            return x[0] * power(2, 3);
                        }
                        static double power(double t, int n) {
                            double p = 1;
                            for (int i = 0; i < n; i++) { p *= t; }
                            return p;
                        }""", List.of(), 0, 0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesNoMoreThanItMust(Case c) {
        String body = valueAndGradient(
                generated("@dev.jacobi.Differentiable static " + c.method(), "-Ajacobi.without=batches"));
        assertThat(TAPE.matcher(body).results().map(OptimisedCodeTest::tape))
                .as(body)
                .containsExactlyElementsOf(c.tapes());
        assertThat(LOOP.matcher(body).results()).as(body).hasSize(c.loops());
        assertThat(PULLBACK.matcher(body).results()).as(body).hasSize(c.pullbacks());
    }

    private static String generated(String method, String... options) {
        SourceText source = SourceText.of("class Model {\n" + method + "\n}\n");
        Compilation compilation = Javac.compile(List.of(source), options);
        assertThat(compilation.succeeded()).as(compilation.text()).isTrue();
        return compilation.generated().get("FGrad");
    }

    @Test
    void whereNothingIsComputedAgainEveryOperationIsRecorded() {
        String body = valueAndGradient(generated("""
                @dev.jacobi.Differentiable
                static double f(double[] x, double a) {
                    double s = 1;
                    for (int i = 0; i < x.length; i++) { double t = a * x[i]; s *= t * t; }
                    return s;
                }""", "-Ajacobi.without=recomputing"));
        assertThat(TAPE.matcher(body).results().map(OptimisedCodeTest::tape))
                .as(body)
                .containsExactly("s", "element", "t", "product");
    }

    /**
     * Where iterations meet only in sums, they run in the order of the source; where one needs the next, they can't.
     */
    @Test
    void sumsRunUpwards() {
        String method = "@dev.jacobi.Differentiable static double f(double[] x, double[] w, double a) {"
                + " double s = 1; for (int i = 0; i < x.length; i++) { %s } return s * s; }";
        assertThat(valueAndGradient(generated(method.formatted("s += w[i] * x[i] * a;"))))
                .doesNotContain("--");
        assertThat(valueAndGradient(generated(method.formatted("s = w[i] * s + x[i];"))))
                .contains("i--");
        assertThat(valueAndGradient(generated(method.formatted("s += w[i] * x[i] * a;"), "-Ajacobi.without=upwards")))
                .contains("i--");
    }

    /** What the forward sweep has in variables is read from there, in whatever order they were made. */
    @Test
    void dearNumbersAreComputedOnce() {
        String method = "@dev.jacobi.Differentiable static double f(double x, double a) {"
                + " double c = Math.cos(x); double s = Math.sin(x); return a * c + c * s; }";
        assertThat(valueAndGradient(generated(method)))
                .containsOnlyOnce("Math.cos(")
                .containsOnlyOnce("Math.sin(");
        assertThat(valueAndGradient(generated(method, "-Ajacobi.without=common-subexpressions"))
                        .split("Math\\."))
                .hasSize(5);
    }

    /** What no derivative flows through stays as the source has it. */
    @Test
    void lengthsOfArraysStandWhereTheyStood() {
        String body = valueAndGradient(generated("""
                @dev.jacobi.Differentiable
                static double f(double[] x) {
                    double[] half = new double[x.length / 2];
                    for (int i = 0; i < half.length; i++) { half[i] = x[2 * i] * x[2 * i + 1]; }
                    return half[0];
                }"""));
        assertThat(body).contains("double[] half = new double[x.length / 2];");
    }

    /** Of a directional derivative that is differentiated again nobody asks for the value. */
    @Test
    void secondDerivativesSumUpNothingElse() {
        String generated = generated("""
                @dev.jacobi.Differentiable(order = 2)
                static double f(double[] x) {
                    double s = 0;
                    for (int i = 0; i < x.length; i++) { s += Math.sin(x[i]); }
                    return s;
                }""");
        assertThat(member("public static double[] hvp(", generated))
                .contains("Math.sin")
                .doesNotContain("Math.cos");
    }

    /** Several directions in one sweep: where there is a function to share, and nowhere else. */
    @Test
    void directionsShareWhatIsDear() {
        String method = "@dev.jacobi.Differentiable static double[] f(double[] x) {"
                + " double[] y = new double[5];"
                + " for (int i = 0; i < 5; i++) { y[i] = %s; }"
                + " return y; }";
        assertThat(generated(method.formatted("Math.exp(x[0] * i) * x[1]"))).contains("fJvps(");
        assertThat(generated(method.formatted("x[0] * i * x[1]"))).doesNotContain("fJvps(");
    }

    private static final String PERCEPTRON = """
            @dev.jacobi.Differentiable(wrt = "w")
            static double f(double[][] x, double[] w) {
                double loss = 0;
                for (int i = 0; i < x.length; i++) { loss += neuron(x[i], w); }
                return loss;
            }
            static double neuron(double[] x, double[] w) {
                double sum = 0;
                for (int j = 0; j < w.length; j++) { sum += %s; }
                return Math.tanh(sum);
            }""";

    /** Four rows at once: the weight is read once for all of them, and its derivative added to once. */
    @Test
    void rowsShareWhatTheyHaveInCommon() {
        String generated = generated(PERCEPTRON.formatted("w[j] * x[j]"));
        assertThat(valueAndGradient(generated))
                .contains("Batches.end(0, x.length, x)", "i2 += 4", "neuronBatchPullback(");
        assertThat(generated(PERCEPTRON.formatted("w[j] * x[j]"), "-Ajacobi.without=batches"))
                .doesNotContain("Batch");
    }

    /** A counter that becomes a number is each iteration's own; one that is an index of something else isn't. */
    @Test
    void countersAreNumbers() {
        String method = "@dev.jacobi.Differentiable static double f(double[] c, int n) { double sum = 0;"
                + " for (int i = 0; i < n; i++) { double y = 0; for (int j = 0; j < c.length; j++) y += %s;"
                + " sum += y * y; } return sum; }";
        assertThat(valueAndGradient(generated(method.formatted("c[j] * i / (j + 0.5 * i)"))))
                .contains("Batches.end(0, n)", "double iA = i2;", "double iD = i2 + 3;");
        assertThat(valueAndGradient(generated(method.formatted("c[j] * c[(i + j) % c.length]"))))
                .doesNotContain("Batches");
    }

    /** Rows of which each takes its own way run one by one, and so do those that have nothing in common. */
    @Test
    void otherRowsRunOneByOne() {
        assertThat(generated(PERCEPTRON.formatted("x[j] > 0 ? w[j] * x[j] : w[j]")))
                .doesNotContain("Batch");
        assertThat(generated(PERCEPTRON.formatted("Math.sin(x[j])"))).doesNotContain("Batch");
    }

    /** A loop that adds to an array and sums up four times becomes two, the first of which C2 can vectorise. */
    @Test
    void sumsStandInALoopOfTheirOwn() {
        String method = """
                @dev.jacobi.Differentiable
                static double f(double[] x, double a, double b, double c, double d) {
                    double s = 0;
                    double t = 0;
                    for (int i = 0; i < x.length; i++) { s += a * x[i] + b * x[i]; t += %s; }
                    return Math.sin(s) * t;
                }""";
        assertThat(loops(generated(method.formatted("c * x[i] - d * x[i]")))).isEqualTo(3);
        assertThat(loops(generated(method.formatted("c * x[i]")))).isEqualTo(2);
        assertThat(loops(generated(method.formatted("c * x[i] - d * x[i]"), "-Ajacobi.without=split-loops")))
                .isEqualTo(2);
    }

    private static long loops(String generated) {
        return LOOP.matcher(valueAndGradient(generated)).results().count();
    }

    /** A tape that grows begins with some room. */
    private static String tape(MatchResult tape) {
        return tape.group(1) + (tape.group(2).equals("16") ? " grows" : "");
    }

    /** Where index expressions say it all, a pattern has no sets of elements, and none of the numbers. */
    @Test
    void patternsOfStencilsMakeNoArrays() {
        String generated = generated("""
                @dev.jacobi.Differentiable(sparse = true)
                static double[] f(double[] x, int n) {
                    double[] y = new double[n];
                    for (int i = 1; i + 1 < n; i++) { y[i] = x[i + 1] * x[i - 1] - 2 * x[i]; }
                    return y;
                }""");
        int doc = generated.indexOf("Adds where derivatives of {@code Model.f(");
        assertThat(doc).as(generated).isPositive();
        assertThat(generated.substring(doc, generated.indexOf("\n    }\n", doc)))
                .contains("for (")
                .doesNotContain("double[] y", "new ", "Indices");
    }

    /** A sweep for each number of a record, behind one forward sweep; each has its own part of the result only. */
    @Test
    void recordsHaveASweepForEachNumber() {
        String program = """
                record Pair(double x, double y) {}
                @dev.jacobi.Differentiable
                static Pair f(double a, double b) { return new Pair(grown(a), grown(b) * %s); }
                static double grown(double x) { return x > 0 ? Math.exp(x) : 1 + x; }
                static double sum(double x) { double s = 0; for (int i = 1; i < 9; i++) s += x / i; return s; }""";
        String header = "public static ValueAndJacobian valueAndJacobian(";
        assertThat(member(header, generated(program.formatted("b"))))
                .contains("aBar = ", "new Jacobian(\n", "new Gradient(aBar, 0),", "new Gradient(0, bBar2)")
                .doesNotContain("pullback", "Pullback", "* 0", "+= 0");
        assertThat(member(header, generated(program.formatted("sum(a)"))))
                .contains("sumPullback.apply(")
                .doesNotContain("grownPullback");
        assertThat(member(header, generated(program.formatted("b"), "-Ajacobi.without=unit-seeds")))
                .contains("pullback.apply(new Model.Pair(0.0, 1.0))");
    }

    /** Where what depends on the seed is multiplied by matrices, a Jacobian hands many seeds over at once. */
    @Test
    void manySeedsAreOneStack() {
        String program = """
                @dev.jacobi.Differentiable(wrt = "x")
                static dev.jacobi.tensor.Tensor f(dev.jacobi.tensor.Tensor x, dev.jacobi.tensor.Tensor m) {
                    return %s;
                }""";
        String rows = generated(program.formatted("x.mm(m).tanh()"));
        assertThat(rows).contains("pullback::apply, pullback::rows)");
        assertThat(member("    private Tensor rows(Tensor seeds)", rows + "\n    }\n"))
                .contains("Stacked.matmulBarLeft(", "return xBar;")
                .doesNotContain("aligned");
        for (String alone : List.of("x.tanh().mul(m)", "x.mm(m).logdet()", "x.mm(m).mul(x.sum().item())")) {
            assertThat(generated(program.formatted(alone))).as(alone).doesNotContain("rows(");
        }
        assertThat(generated(program.formatted("x.mm(m).tanh()"), "-Ajacobi.without=stacked-seeds"))
                .doesNotContain("rows(");
    }

    /** The member's code, to the brace that stands where it begins. */
    private static String valueAndGradient(String generated) {
        return member("public static ValueAndGradient valueAndGradient(", generated);
    }

    private static String member(String header, String generated) {
        int start = generated.indexOf("    " + header);
        assertThat(start).as(generated).isPositive();
        return generated.substring(start, generated.indexOf("\n    }\n", start));
    }
}
