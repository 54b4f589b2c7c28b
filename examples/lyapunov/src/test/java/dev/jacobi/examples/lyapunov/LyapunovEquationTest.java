package dev.jacobi.examples.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.tensor.Tensor;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LyapunovEquationTest {
    static final Tensor[] STABLE = {
        Tensor.of(new double[][] {{-3}}),
        Tensor.of(new double[][] {{0, 1}, {-1, -0.5}}),
        Tensor.of(new double[][] {{0, -1}, {1, -1}}),
        Tensor.of(new double[][] {{-1, 2, 0.5}, {0, -2, 3}, {0.25, 0, -1.5}}),
        Tensor.of(new double[][] {{-4, 1, 0, 2}, {1, -5, 1, 0}, {0, -1, -3, 1}, {2, 0, 0.5, -6}}),
    };

    @ParameterizedTest
    @FieldSource("STABLE")
    void solutionsSolveTheEquation(Tensor a) {
        Tensor q = Tensor.eyeLike(a).mul(2);
        Tensor p = LyapunovEquation.solve(a, q);
        assertThat(largest(a.t().mm(p).add(p.mm(a)).add(q))).isLessThan(1e-12);
        assertThat(largest(p.sub(p.t()))).isLessThan(1e-12);
    }

    /** Khalil, example 8.9. */
    @Test
    void agreesWithTheTextbook() {
        Tensor p = QuadraticFunction.of(PlanarSystem.VAN_DER_POL).p();
        assertThat(largest(p.sub(Tensor.of(new double[][] {{1.5, -0.5}, {-0.5, 1}}))))
                .isLessThan(1e-12);
    }

    @Test
    void refusesWhatHasNoSingleSolution() {
        Tensor a = Tensor.of(new double[][] {{1, 0}, {0, -1}});
        assertThatThrownBy(() -> LyapunovEquation.solve(a, Tensor.eyeLike(a)))
                .isInstanceOf(MathIllegalArgumentException.class);
    }

    private static double largest(Tensor x) {
        return x.abs().max().item();
    }
}
