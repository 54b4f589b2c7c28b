package dev.jacobi.examples.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.check.GradientCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientsTest {
    static List<Case> cases() {
        return Cases.ALL;
    }

    /** Without the tree's price: as each of its nodes decides, that has kinks everywhere. */
    static List<Case> smoothCases() {
        return Cases.ALL.stream()
                .filter(c -> !c.method().equals("BinomialTree.americanPut"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("smoothCases")
    void gradientsPassTheCheck(Case method) {
        GradientCheck.of((double[] p) -> method.value().applyAsDouble(p))
                .gradient(method.gradient()::apply)
                .at(method.at());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreNearCentralDifferences(Case method) {
        double[] gradient = method.gradient().apply(method.at().clone());
        assertThat(Deviation.of(method, gradient)).isLessThan(1e-8);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void argumentsAreLeftAlone(Case method) {
        double[] at = method.at().clone();
        method.gradient().apply(at);
        assertThat(at).isEqualTo(method.at());
    }

    /** E − e·sin E = M, so dE/dM = 1/(1 − e·cos E) and dE/de = sin E/(1 − e·cos E). */
    @Test
    void keplersEquation() {
        double angle = RootFinder.eccentricAnomaly(0.8, 0.6);
        var gradient = EccentricAnomalyGrad.gradient(0.8, 0.6);
        double slope = 1 - 0.6 * Math.cos(angle);
        assertThat(gradient.anomaly()).isCloseTo(1 / slope, within(1e-10));
        assertThat(gradient.eccentricity()).isCloseTo(Math.sin(angle) / slope, within(1e-10));
    }

    /** A spring's work changes by minus the square of its stretch, which is the load behind it by its stiffness. */
    @Test
    void stiffnessOfSprings() {
        double[] loads = {1, -0.5, 2};
        var gradient = ComplianceGrad.gradient(new double[] {3, 2, 4}, loads);
        double[] stretch = {2.5 / 3, 1.5 / 2, 2.0 / 4};
        for (int i = 0; i < 3; i++) {
            assertThat(gradient.stiffness()[i]).isCloseTo(-stretch[i] * stretch[i], within(1e-12));
        }
    }

    /**
     * Colebrook's equation F(r, ε, Re) = r + 2·log₁₀(ε/3.7 + 2.51·r/Re) = 0 says what the derivative of r = 1/√f is.
     */
    @Test
    void frictionByTheImplicitFunctionTheorem() {
        double f = PipeFlow.friction(1e-4, 1e5);
        double r = 1 / Math.sqrt(f);
        double inside = 1e-4 / 3.7 + 2.51 * r / 1e5;
        double slope = 2 / (Math.log(10) * inside);
        double rDot = -slope / 3.7 / (1 + slope * 2.51 / 1e5);
        assertThat(FrictionGrad.gradient(1e-4, 1e5).roughness()).isCloseTo(-2 * rDot / (r * r * r), within(1e-12));
    }

    /** With the elliptic integrals K and E of k = sin(amplitude/2): dK/dk = (E/(1 − k²) − K)/k. */
    @Test
    void ellipticIntegrals() {
        double amplitude = 2.5;
        double k = Math.sin(amplitude / 2);
        double first = Quadrature.pendulumPeriod(amplitude) * Math.PI / 2;
        double second = Quadrature.integral(t -> Math.sqrt(1 - Math.pow(k * Math.sin(t), 2)), 0, Math.PI / 2);
        double slope = (second / (1 - k * k) - first) / k * Math.cos(amplitude / 2) / 2;
        assertThat(PendulumPeriodGrad.gradient(amplitude)).isCloseTo(slope * 2 / Math.PI, within(1e-9));
    }

    /** The squares of a transform's magnitudes sum to n times those of the signal. */
    @Test
    void parsevalsTheorem() {
        double[] signal = {1, 0.5, -1, 2};
        double[] gradient = PowerSpectrumGrad.vjp(signal, Numbers.ones(4));
        for (int i = 0; i < 4; i++) {
            assertThat(gradient[i]).isCloseTo(8 * signal[i], within(1e-12));
        }
    }

    /** The derivative by the price of the share is Φ(d₁), by the rate T·(Φ(d₁)·S − price). */
    @Test
    void greeks() {
        var gradient = CallGrad.gradient(100, 95, 0.05, 0.2, 0.5);
        double d1 = (Math.log(100 / 95.0) + (0.05 + 0.02) * 0.5) / (0.2 * Math.sqrt(0.5));
        double delta = BlackScholes.normal(d1);
        assertThat(gradient.spot()).isCloseTo(delta, within(1e-12));
        assertThat(gradient.rate())
                .isCloseTo(0.5 * (delta * 100 - BlackScholes.call(100, 95, 0.05, 0.2, 0.5)), within(1e-10));
    }

    /** The derivative of the solution's sum by the right side solves the transposed system with ones. */
    @Test
    void adjointSystem() {
        double[][] matrix = {{1, 2, 0}, {4, 1, -1}, {2, 0.5, 3}};
        var gradient = SolveGrad.vjp(matrix, new double[] {1, -2, 0.5}, Numbers.ones(3));
        assertThat(gradient.right())
                .containsExactly(LinearSystem.solve(Matrix.transposed(matrix), Numbers.ones(3)), within(1e-12));
    }
}
