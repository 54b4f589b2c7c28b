package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.tensor.Tensor;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
    // the shapes of generated members
    private static Tensor v(Tensor x) {
        return x.pow(2).add(x.pow(4));
    }

    private static Tensor vVjp(Tensor x, Tensor seed) {
        return seed.mul(x.mul(2).add(x.pow(3).mul(4)));
    }

    private static Tensor vJvp(Tensor x, Tensor direction) {
        return vVjp(x, direction);
    }

    private static double f(double[] x) {
        return x[0] * x[0] * Math.sin(x[1]) + Math.log(x[2]);
    }

    private static double[] fGradient(double[] x) {
        return new double[] {2 * x[0] * Math.sin(x[1]), x[0] * x[0] * Math.cos(x[1]), 1 / x[2]};
    }

    private static double[] fVjp(double[] x, double seed) {
        return Tensor.of(fGradient(x)).mul(seed).toDoubleArray();
    }

    private static double fJvp(double[] x, double[] direction) {
        return Tensor.of(fGradient(x)).dot(Tensor.of(direction)).item();
    }

    private static double[] polar(double[] p) {
        return new double[] {p[0] * Math.cos(p[1]), p[0] * Math.sin(p[1])};
    }

    private static double[][] polarJacobian(double[] p) {
        return new double[][] {
            {Math.cos(p[1]), -p[0] * Math.sin(p[1])},
            {Math.sin(p[1]), p[0] * Math.cos(p[1])}
        };
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double cubeGradient(double x) {
        return 3 * x * x;
    }

    @Test
    void acceptsTensorDerivatives() {
        var check = GradientCheck.of(GradientCheckTest::v)
                .vjp(GradientCheckTest::vVjp)
                .jvp(GradientCheckTest::vJvp);
        assertThatCode(() -> check.at(Tensor.of(2f, 3f))).doesNotThrowAnyException();
        assertThatCode(() -> check.at(Tensor.of(2.0, 0, -1e-4, 1e3))).doesNotThrowAnyException();
        assertThatCode(() -> check.at(Tensor.randn(new Random(1), 3, 2))).doesNotThrowAnyException();
        assertThatCode(() -> check.at(Tensor.scalar(2f))).doesNotThrowAnyException();
        assertThatCode(() -> check.at(Tensor.zeros(0))).doesNotThrowAnyException();
    }

    @Test
    void acceptsDerivativesOverNumbersAndArrays() {
        double[] point = {1, 2, 3};
        assertThatCode(() -> GradientCheck.of(GradientCheckTest::f)
                        .gradient(GradientCheckTest::fGradient)
                        .vjp(GradientCheckTest::fVjp)
                        .jvp(GradientCheckTest::fJvp)
                        .at(point))
                .doesNotThrowAnyException();
        assertThatCode(() -> GradientCheck.of(GradientCheckTest::cube)
                        .gradient(GradientCheckTest::cubeGradient)
                        .at(2.0))
                .doesNotThrowAnyException();
        assertThatCode(() -> GradientCheck.of((Float x) -> (float) Math.exp(x))
                        .gradient(x -> (float) Math.exp(x))
                        .at(1f))
                .doesNotThrowAnyException();
        assertThatCode(() -> GradientCheck.of(GradientCheckTest::polar)
                        .jacobian(GradientCheckTest::polarJacobian)
                        .at(new double[] {2, 0.5}))
                .doesNotThrowAnyException();
        assertThatCode(() -> GradientCheck.of((Tensor x) -> x.square().sum().item())
                        .gradient(x -> x.mul(2))
                        .at(Tensor.of(1f, 2f)))
                .doesNotThrowAnyException();
        assertThatCode(() -> GradientCheck.of((double[][] x) -> x[1][0] * x[0][1])
                        .gradient(x -> new double[][] {{0, x[1][0]}, {x[0][1]}})
                        .at(new double[][] {{1, 2}, {3}}))
                .doesNotThrowAnyException();
    }

    @Test
    void badlyScaledPointsAreNoProblem() {
        GradientCheck.of(GradientCheckTest::f)
                .gradient(GradientCheckTest::fGradient)
                .at(new double[] {1e-6, 2e4, 3e-5});
        GradientCheck.of((Double x) -> Math.sqrt(x))
                .gradient(x -> 1 / (2 * Math.sqrt(x)))
                .at(1e-8);
    }

    @Test
    void saysWhichEntryIsOff() {
        assertThatThrownBy(() -> GradientCheck.of(GradientCheckTest::f)
                        .gradient(x -> new double[] {fGradient(x)[0], Double.NaN, 1.0001 / x[2]})
                        .at(new double[] {1, 2, 3}))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("derivatives don't agree at x = [1.0, 2.0, 3.0]\n"
                        + "  gradient, ∂y/∂x[1]: NaN, but finite differences give -0.416146836")
                .hasMessageContaining("\n  gradient, ∂y/∂x[2]: 0.33336")
                .hasMessageEndingWith("(off by 3.33e-05)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.001, -1, 0, Double.NaN, Double.POSITIVE_INFINITY})
    void catchesAWrongFactor(double factor) {
        Tensor point = Tensor.of(new float[][] {{2, 3}});
        Report vjp = GradientCheck.of(GradientCheckTest::v)
                .vjp((x, seed) -> vVjp(x, seed).mul(factor))
                .report(point);
        Report jvp = GradientCheck.of(GradientCheckTest::v)
                .jvp((x, direction) -> vJvp(x, direction).mul(factor))
                .report(point);
        assertThat(vjp.mismatches()).extracting(Report.Mismatch::what).contains("vjp, ∂y[0, 1]/∂x[0, 1]");
        assertThat(jvp.mismatches()).extracting(Report.Mismatch::what).contains("jvp, ∂y[0, 1]/∂x[0, 1]");
    }

    @Test
    void catchesATransposedJacobian() {
        Report report = GradientCheck.of(GradientCheckTest::polar)
                .jacobian(p -> Tensor.of(polarJacobian(p)).t())
                .report(new double[] {2, 0.5});
        assertThat(report.mismatches())
                .extracting(Report.Mismatch::what)
                .containsExactly("jacobian, ∂y[0]/∂x[1]", "jacobian, ∂y[1]/∂x[0]");
    }

    @Test
    void catchesAJvpThatIsLinearInTheUnitDirectionsOnly() {
        BiFunction<Tensor, Tensor, Tensor> jvp =
                (x, direction) -> vJvp(x, direction.square()); // right for directions of zeros and ones
        Report report = GradientCheck.of(GradientCheckTest::v)
                .vjp(GradientCheckTest::vVjp)
                .jvp(jvp)
                .report(Tensor.of(1.0, 2));
        assertThat(report.mismatches())
                .extracting(Report.Mismatch::what)
                .containsExactly("dot-product test, seed·jvp(direction)");
    }

    @Test
    void catchesAGradientOfTheWrongSize() {
        assertThat(GradientCheck.of(GradientCheckTest::f)
                        .gradient(x -> new double[2])
                        .report(new double[] {1, 2, 3}))
                .hasToString("derivatives don't agree at x = [1.0, 2.0, 3.0]\n"
                        + "  gradient, number of entries: 2.0, but there should be 3.0 (off by 1.00)");
    }

    @Test
    void kinksNeedLeave() {
        var relu = GradientCheck.of((Double x) -> Math.max(x, 0)).gradient(x -> x > 0 ? 1.0 : 0.0);
        assertThat(relu.report(0.0).passed()).isFalse();
        assertThat(relu.allowKinks().report(0.0).passed()).isTrue();
        assertThat(relu.report(0.5).passed()).isTrue();
        var wrong = GradientCheck.of((Double x) -> Math.max(x, 0)).gradient(x -> 1.5);
        assertThat(wrong.allowKinks().report(0.0).passed()).isFalse();
        assertThat(wrong.allowKinks().report(0.5).passed()).isFalse();
    }

    @Test
    void polesAreReported() {
        assertThatThrownBy(() -> GradientCheck.of((Double x) -> Math.sqrt(x))
                        .gradient(x -> 1 / (2 * Math.sqrt(x)))
                        .at(0.0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("finite differences don't settle here (a kink or a pole?)");
        assertThatThrownBy(() -> GradientCheck.of((Double x) -> Math.log(x))
                        .gradient(x -> 1 / x)
                        .at(-1.0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the function, y: NaN");
    }

    @Test
    void theToleranceCanBeSet() {
        var rough = GradientCheck.of(GradientCheckTest::cube).gradient(x -> 3.001 * x * x);
        assertThat(rough.report(2.0).passed()).isFalse();
        assertThat(rough.tolerance(1e-2).report(2.0).passed()).isTrue();
        assertThatThrownBy(() -> rough.tolerance(0)).hasMessage("GradientCheck.tolerance: 0.0 is not positive");
    }

    @Test
    void misuseIsExplained() {
        assertThatThrownBy(() -> GradientCheck.of(GradientCheckTest::cube).at(1.0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("GradientCheck: there is nothing to check; add a gradient, vjp, jvp or jacobian");
        assertThatThrownBy(() ->
                        GradientCheck.of((String s) -> 1.0).gradient(s -> s).at("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GradientCheck: a value of type java.lang.String can't be checked; give numbers, arrays of"
                        + " double or float, double[][] or tensors");
        assertThatThrownBy(() -> GradientCheck.of(GradientCheckTest::polar)
                        .gradient(p -> p)
                        .at(new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GradientCheck: a gradient needs a single-number result, but there are 2 numbers");
    }
}
