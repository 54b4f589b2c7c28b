package dev.jacobi.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages predict, against what is counted when the generated code runs. */
class PredictionsTest {
    /** What two tapes have room for before they grow. */
    private static final int FIRST_ROOM = 2 * 16 * Double.BYTES;

    @TempDir
    Path folder;

    /**
     * A method, what it is called with, and what the words in its formulas stand for then.
     *
     * @param tape the formula for bytes that the page is to show
     */
    private record Case(String method, List<Object> arguments, Map<String, Integer> sizes, String tape) {
        @Override
        public String toString() {
            return method;
        }
    }

    private static Case of(String method, Map<String, Integer> sizes, String tape, Object... arguments) {
        return new Case(method, List.of(arguments), sizes, tape);
    }

    static Stream<Case> cases() {
        double[] five = {0.3, -0.2, 0.7, 1.1, -0.4};
        return Stream.of(
                of(
                        "double f(double x, double y) { return x * Math.sin(y) / (x + 2) - y; }",
                        Map.of(),
                        "none",
                        0.4,
                        0.9),
                of("""
                        double f(double[] x) {
                            double sum = 0;
                            for (int i = 0; i + 1 < x.length; i++) {
                                double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
                                sum += 100 * a * a + b * b;
                            }
                            return sum;
                        }""", Map.of("x.length", 5), "none", five),
                of("""
                        double f(double angle, double length, int steps) {
                            double speed = 0;
                            for (int k = 0; k < steps; k++) {
                                speed += 0.01 * (-9.81 / length * Math.sin(angle) - 0.1 * speed);
                                angle += 0.01 * speed;
                            }
                            return angle;
                        }""", Map.of("steps", 37), "16·steps", 0.5, 2.0, 37),
                of("""
                        double f(double[] x, int n, int m) {
                            double y = 1;
                            for (int i = 0; i < n; i++) {
                                for (int j = 2; j <= m; j++) {
                                    y = Math.cos(y * x[j] + i);
                                }
                                y *= x[0];
                            }
                            return y;
                        }""", Map.of("n", 7, "m", 4), "8·m·n", five, 7, 4),
                of("""
                        double f(double x) {
                            double y = x;
                            while (y < 50) {
                                y = y * y + 1.5 * x;
                            }
                            return y;
                        }""", Map.of("trips of line 5", 4), "8·trips of line 5", 0.7),
                of("""
                        double f(double[] x) {
                            double y = 1;
                            for (int i = 0; i < x.length; i++) {
                                for (int j = 0; j < i; j++) {
                                    y = Math.exp(-y * x[j]);
                                }
                            }
                            return y;
                        }""", Map.of("x.length", 5, "trips of line 6", 10), "16·trips of line 6", five),
                of("""
                        double f(double[] x) {
                            double y = 1;
                            for (int i = x.length - 1; i >= 0; i--) {
                                y = y * y * x[i];
                            }
                            return y;
                        }""", Map.of("x.length", 5), "8·x.length", five),
                of("""
                        double f(double[] x) {
                            double y = 1;
                            for (int i = 0; i < x.length; i += 2) {
                                y = y * y * x[i];
                            }
                            return y;
                        }""", Map.of("trips of line 5", 3), "8·trips of line 5", five),
                of("""
                        float f(float x, int n) {
                            float y = x;
                            for (int i = 0; i < n; i++) {
                                y = y * y + x;
                            }
                            return y;
                        }""", Map.of("n", 9), "4·n", 0.1f, 9),
                of("""
                        double f(double[] w, double[] x, int n) {
                            double[] h = x.clone();
                            for (int l = 0; l < n; l++) {
                                double s = 0;
                                for (int j = 0; j < h.length; j++) {
                                    s += w[j] * h[j];
                                }
                                h[l % h.length] = Math.tanh(s);
                            }
                            double sum = 0;
                            for (double e : h) {
                                sum += e;
                            }
                            return sum;
                        }""", Map.of("n", 6, "h.length", 5), "8·h.length·n + 12·n", five, five, 6),
                of("""
                        double f(double x, int n) {
                            double y = x;
                            for (int i = 0; i < n; i++) {
                                if (y > 0.5) {
                                    y = y * y * Math.sin(y);
                                } else {
                                    y = y + 0.3 * x;
                                }
                            }
                            return y;
                        }""", Map.of("n", 20), "16·n", 0.2, 20),
                // From one snapshot, at the start, iteration k is reached by k others: 3 + 2 + 1 for four.
                of("""
                        double f(double x, int n) {
                            double y = 1;
                            for (@dev.jacobi.Checkpoint(snapshots = 1) int i = 0; i < n; i++) {
                                y = Math.sin(y * x) + y;
                            }
                            return y;
                        }""", Map.of("n", 4, "repeated trips of line 5", 6), "snapshots alone", 0.7, 4),
                of("""
                        double f(double[][] a, int n) {
                            double sum = 0;
                            for (int i = 0; i < a.length; i++) {
                                double y = 1;
                                for (int k = 0; k < n; k++) {
                                    y = Math.sin(y * a[i][0]);
                                }
                                sum += y;
                            }
                            return sum;
                        }""", Map.of("n", 4, "a.length", 3), "8·n", new double[][] {{1}, {2}, {3}}, 4));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesTrue(Case sample) throws Exception {
        String source = "import dev.jacobi.Differentiable;\nfinal class Model {\n    @Differentiable static "
                + sample.method() + "\n}\n";
        Pages pages = Pages.of(folder, List.of(SourceText.of(source)));
        List<String> tiles = pages.tiles("Model.f.html");
        ClassLoader counting = counting(source, pages.compilation()).loader();

        run(counting.loadClass("Model"), "f", sample.arguments());
        check("value", Counted.operations, tiles.get(0), sample);
        run(counting.loadClass("FGrad"), "valueAndGradient", sample.arguments());
        check("value and derivative", Counted.operations, tiles.get(1), sample);
        assertThat(tiles.get(3)).isEqualTo(sample.tape());
        long predicted = Formula.of(tiles.get(3)).at(sample.sizes());
        if (pages.section("Model.f.html").getTextContent().contains("by doubling")) {
            assertThat(Counted.recorded).as("bytes recorded").isEqualTo(predicted);
            assertThat(Counted.room).as("bytes of all tapes").isBetween(predicted, 2 * (predicted + FIRST_ROOM));
        } else {
            assertThat(Counted.room).as("bytes of all tapes").isEqualTo(predicted);
        }
    }

    private static Compilation counting(String source, Compilation compilation) {
        String generated = compilation.generated().get("FGrad");
        return Javac.compileAsIs(
                List.of(
                        SourceText.of(CountedSource.of(source)),
                        SourceText.of("FGrad.java", CountedSource.of(generated))),
                "-proc:none");
    }

    private static void run(Class<?> type, String name, List<Object> arguments) throws ReflectiveOperationException {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        Counted.reset();
        method.invoke(null, arguments.toArray());
    }

    private static void check(String what, long counted, String shown, Case sample) {
        Formula formula = Formula.of(shown);
        long predicted = formula.at(sample.sizes());
        if (formula.atMost()) {
            assertThat(counted).as("%s: %s", what, shown).isBetween(1L, predicted);
        } else {
            assertThat(counted).as("%s: %s", what, shown).isEqualTo(predicted);
        }
    }
}
