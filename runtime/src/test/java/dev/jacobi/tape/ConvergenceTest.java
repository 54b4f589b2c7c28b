package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.NotConvergedException;
import dev.jacobi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When an iteration has arrived, on iterations whose limits are known. */
class ConvergenceTest {

    private static Convergence watching(int iterations) {
        return new Convergence("Model.java:7", 0, iterations);
    }

    /** x ← ρx + 1 has the limit 1/(1 - ρ), from wherever it comes, oscillating or not. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, -0.5, 0.9, -0.97, 0.99})
    void goesOnUntilNothingIsMissing(double rho) {
        Convergence convergence = watching(10_000);
        double x = 3;
        do {
            double next = rho * x + 1;
            convergence.moved(x, next);
            x = next;
        } while (convergence.goesOn());
        assertThat(x).isCloseTo(1 / (1 - rho), within(2e-14 / (1 - rho) / (1 - rho)));
    }

    /** Σ ρᵏ of a number, Σ (vₖ - v∞) of one whose limit isn't zero. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, -0.5, 0.9, 0.99})
    void sumsAdjointsWithoutTheirLimit(double rho) {
        Convergence convergence = watching(10_000);
        double[] v = {1, 1 + 5};
        double[] sum = {0, 0};
        boolean again = true;
        while (again) {
            double[] next = {rho * v[0], rho * (v[1] - 5) + 5};
            sum = convergence.sum(sum, v, next);
            v = next;
            again = convergence.goesOn();
        }
        double exact = 1 / (1 - rho);
        assertThat(sum[0]).isCloseTo(exact, within(1e-13 * exact));
        assertThat(sum[1]).isCloseTo(exact, within(1e-9 * exact));
        assertThat(convergence.rest(v, sum)[1]).isCloseTo(5, within(1e-12));
        assertThat(convergence.rest(v[0], 1.0)).isZero();
    }

    @Test
    void floatsArriveWithinTheirPrecision() {
        Convergence convergence = watching(100);
        float x = 1;
        do {
            float next = 0.5f * x + 0.1f;
            convergence.moved(x, next);
            x = next;
        } while (convergence.goesOn());
        assertThat(x).isCloseTo(0.2f, within(1e-6f));
    }

    @Test
    void givesUpWhereItSays() {
        Convergence convergence = watching(3);
        assertThatThrownBy(() -> {
                    double x = 1;
                    do {
                        convergence.moved(x, 0.9 * x);
                        x *= 0.9;
                    } while (convergence.goesOn());
                })
                .isInstanceOf(NotConvergedException.class)
                .hasMessageStartingWith("the derivative of the fixed point Model.java:7 has not converged after 3"
                        + " iterations: about ");
    }

    @Test
    void whatGrowsWithoutEndIsNoDerivative() {
        Convergence convergence = watching(10_000);
        assertThatThrownBy(() -> {
                    double v = 1;
                    double sum = 0;
                    boolean again = true;
                    while (again) {
                        sum = convergence.sum(sum, v, 2 * v);
                        v *= 2;
                        again = convergence.goesOn();
                    }
                })
                .isInstanceOf(NotConvergedException.class)
                .hasMessageContaining("is not finite after");
    }

    @Test
    void loopsThatEndTooEarlyAreFound() {
        assertThatCode(() -> Convergence.check("here", 1e-4, 0.0, 1.0, 1.00005)).doesNotThrowAnyException();
        assertThatCode(() -> Convergence.check("here", 1e-4, new double[2], new double[2], new double[2]))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Convergence.check("here", 1e-4, 0.0, 1.0, 1.5))
                .isInstanceOf(NotConvergedException.class)
                .hasMessage("the loop of the fixed point here has ended before it converged: one more iteration would"
                        + " change the result by 3.3e-01 of its size. Let it run longer, or allow that with residual"
                        + " in @FixedPoint");
        assertThatThrownBy(() -> Convergence.check("here", 1e-4, Tensor.of(0f), Tensor.of(1f), Tensor.of(Float.NaN)))
                .isInstanceOf(NotConvergedException.class);
        assertThatThrownBy(() -> Convergence.check("here", 1e-4, new double[1], new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsBroughtInEachIterationMustBeNothing() {
        assertThatCode(() -> Convergence.checkEnds("here", 0.0, 0.0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Convergence.checkEnds("here", new double[] {0.1}, new double[] {1}))
                .isInstanceOf(NotConvergedException.class)
                .hasMessageStartingWith("the derivative of the fixed point here does not converge: parts of its"
                        + " variables keep what they had before the loop");
    }
}
