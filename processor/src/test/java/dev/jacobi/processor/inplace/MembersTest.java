package dev.jacobi.processor.inplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Single calls of members that work in place, each written as a body of a class. */
class MembersTest {
    private static final String METHODS = """
            @Differentiable static double product(double[] x, double k) { return x[0] * x[1] * k; }
            @Differentiable static double swapped(double[][] m) { double[] r = m[0]; m[0] = m[1]; m[1] = r; return m[0][0]; }
            @Differentiable static void turn(double[][] m) { double[] r = m[0]; m[0] = m[1]; m[1] = r; m[0][0] *= 3; }
            @Differentiable static void grow(double[][] m) { m[0] = new double[] {m[0][0], 2, 3}; }
            @Differentiable static double[] halves(double[] x) { return x.length == 0 ? x : new double[] {x[0] / 2, x[1]}; }
            @Differentiable static double[] row(double[] x) { double[][] m = new double[2][2]; m[1][0] = x[0]; return m[1]; }
            @Differentiable static double[] viaHelper(double[] x) { return given(x, 2); }
            static double[] given(double[] x, double by) { double[] y = x.clone(); y[0] *= by; return y; }
            @Differentiable static void into(double[][] m, double by) { fill(m, by); }
            static void fill(double[][] m, double by) { m[0] = new double[] {by, by * by}; }
            @Differentiable static double leaks(double x) { int[] seen = {1, 2}; KEPT.add(seen); return x * seen[0]; }
            @Differentiable static double late(double[] x) { return x[0] * x[5]; }
            @Differentiable static double inside(double x) { return x * nested(); }
            static double nested() { return ProductGrad.gradientInto(X, 3, new double[2], new double[1], WORKSPACE); }
            static final java.util.List<int[]> KEPT = new java.util.ArrayList<>();
            static final double[] X = {2, 5};
            static final Workspace WORKSPACE = new Workspace();
            """;

    private static Object run(String body) {
        String methods = METHODS.lines()
                .filter(line -> line.contains(" product(") || !line.contains("@Diff") || body.contains(grad(line)))
                .collect(Collectors.joining("\n"));
        String source = "import dev.jacobi.Differentiable; import dev.jacobi.tape.Workspace;\n"
                + "public final class Demo implements java.util.concurrent.Callable<Object> {\n" + methods
                + "public Object call() {\n" + body + "\n}}\n";
        Compilation compilation = Javac.compile(List.of(SourceText.of(source)));
        try {
            Object demo =
                    compilation.loader().loadClass("Demo").getConstructor().newInstance();
            return ((Callable<?>) demo).call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The class that is generated for the method of a line. */
    private static String grad(String line) {
        String name = line.replaceFirst("\\(.*", "").replaceFirst(".* ", "");
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Grad";
    }

    private static void refused(String body, String message) {
        assertThatThrownBy(() -> run("return " + body + ";"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void wrongArgumentsAreNamed() {
        refused(
                "ProductGrad.gradientInto(X, 3, new double[3], new double[1], WORKSPACE)",
                "ProductGrad.gradientInto: xBar is double[3], but x is double[2]: give one of that shape");
        refused(
                "ProductGrad.gradientInto(X, 3, null, new double[1], WORKSPACE)",
                "ProductGrad.gradientInto: xBar is null: give an array shaped like x, double[2]");
        refused(
                "ProductGrad.gradientInto(X, 3, new double[2], new double[0], WORKSPACE)",
                "ProductGrad.gradientInto: kBar has 0 elements, but k is a number: give an array of one element");
        refused(
                "ProductGrad.gradientInto(X, 3, X, new double[1], WORKSPACE)",
                "ProductGrad.gradientInto: xBar and x share an array: derivatives need an array of their own");
        refused(
                "ProductGrad.gradientInto(X, 3, new double[2], new double[1], null)",
                "ProductGrad.gradientInto: workspace is null: give a new Workspace(), and the same one to later calls");
        refused(
                "HalvesGrad.vjpInto(X, new double[3], new double[2], WORKSPACE)",
                "HalvesGrad.vjpInto: seed is double[3], but the result is double[2]: give one of that shape");
        refused(
                "HalvesGrad.vjpInto(X, null, new double[2], WORKSPACE)",
                "HalvesGrad.vjpInto: seed is null: give an array shaped like the result");
    }

    @Test
    void rowsThatChangePlacesBringTheirSeedsByTheirLastPlaces() {
        assertThat(run("""
                double[][] m = {{1, 2}, {3, 4}};
                double[][] bar = {{10, 20}, {30, 40}};
                TurnGrad.vjpInto(m, bar, WORKSPACE);
                return new double[][][] {m, bar};""")).isEqualTo(new double[][][] {{{9, 4}, {1, 2}}, {{30, 40}, {30, 20}}});
    }

    @Test
    void rowsThatGrowHaveNoPlaceForTheirSeeds() {
        assertThatThrownBy(() -> run("GrowGrad.vjpInto(new double[][] {{1}}, new double[1][1], WORKSPACE); return 0;"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "GrowGrad.vjpInto: m ends as double[1][] of lengths 3, for which mBar, double[1][] of lengths 1, has no"
                                + " seeds: let the method keep the shape, or give the result back");
    }

    @Test
    void whatIsGivenBackIsNewEachTime() {
        for (String call : List.of("HalvesGrad", "RowGrad", "ViaHelperGrad")) {
            assertThat(run("""
                    double[] first = %1$s.vjpInto(new double[] {4, 6}, X, new double[2], WORKSPACE);
                    double[] copy = first.clone();
                    %1$s.vjpInto(new double[] {8, 1}, X, new double[2], WORKSPACE);
                    return java.util.Arrays.equals(first, copy);""".formatted(call))).isEqualTo(true);
        }
    }

    @Test
    void whatIsPutIntoArgumentsIsNewEachTime() {
        assertThat(run("""
                double[][] first = new double[1][2];
                IntoGrad.vjpInto(first, 2, new double[1][2], new double[1], WORKSPACE);
                IntoGrad.vjpInto(new double[1][2], 3, new double[1][2], new double[1], WORKSPACE);
                return first[0];""")).isEqualTo(new double[] {2, 4});
    }

    @Test
    void whatIsHandedToOthersIsNewEachTime() {
        assertThat(run("""
                LeaksGrad.gradientInto(2, new double[1], WORKSPACE);
                LeaksGrad.gradientInto(2, new double[1], WORKSPACE);
                return KEPT.get(0) == KEPT.get(1);""")).isEqualTo(false);
    }

    @Test
    void anExceptionLeavesBarsAndWorkspaceAlone() {
        assertThat(run("""
                double[] bar = {7, 8};
                try {
                    LateGrad.gradientInto(X, bar, WORKSPACE);
                } catch (ArrayIndexOutOfBoundsException expected) {
                    double[] k = new double[1];
                    ProductGrad.gradientInto(X, 3, bar, k, WORKSPACE);
                    return new double[] {bar[0], bar[1], k[0]};
                }
                return null;""")).isEqualTo(new double[] {22, 14, 10});
    }

    @Test
    void aDerivativeMayBeTakenInsideAnother() {
        assertThat(run("""
                double[] bar = new double[1];
                double value = InsideGrad.gradientInto(2, bar, WORKSPACE);
                return new double[] {value, bar[0]};""")).isEqualTo(new double[] {60, 30});
    }
}
