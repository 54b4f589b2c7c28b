package dev.jacobi.examples.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuadraticFunctionTest {
    static List<PlanarSystem> systems() {
        return PlanarSystem.ALL;
    }

    @ParameterizedTest
    @MethodSource("systems")
    void gradientIsTwicePx(PlanarSystem system) {
        QuadraticFunction v = QuadraticFunction.of(system);
        Tensor x = Tensor.of(0.3, -0.9);
        assertThat(v.gradient(x).sub(v.p().matmul(x).mul(2)).abs().max().item()).isLessThan(1e-14);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void rateIsGradientTimesVelocity(PlanarSystem system) {
        QuadraticFunction v = QuadraticFunction.of(system);
        Tensor x = Tensor.of(0.3, -0.9);
        assertThat(v.rate(x).item())
                .isCloseTo(v.gradient(x).dot(system.f().apply(x)).item(), within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void rateIsTheSlopeOfVAlongATrajectory(PlanarSystem system) {
        QuadraticFunction v = QuadraticFunction.of(system);
        double h = 1e-4; // the difference is off by h²/6 times V's third derivative in time, which is below 100 here
        Tensor x = Tensor.of(0.8, -0.4);
        for (int i = 0; i < 200; i++) {
            double after = v.value(Trajectory.step(system.f(), x, h)).item();
            double before = v.value(Trajectory.step(system.f(), x, -h)).item();
            assertThat(v.rate(x).item()).isCloseTo((after - before) / (2 * h), within(1e-6));
            x = Trajectory.step(system.f(), x, Trajectory.STEP);
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void manyStatesAtOnceAreEachForItself(PlanarSystem system) {
        QuadraticFunction v = QuadraticFunction.of(system);
        Tensor[] states = {Tensor.of(0.3, -0.9), Tensor.of(-2.0, 0.1), Tensor.of(1.0, 1.5)};
        Tensor all = Tensor.stack(states).t();
        for (int i = 0; i < states.length; i++) {
            Tensor x = states[i];
            assertThat(v.value(all).item(i)).isCloseTo(v.value(x).item(), within(1e-14));
            assertThat(v.rate(all).item(i)).isCloseTo(v.rate(x).item(), within(1e-14));
            assertThat(v.gradient(all).item(0, i)).isCloseTo(v.gradient(x).item(0), within(1e-14));
            assertThat(v.gradient(all).item(1, i)).isCloseTo(v.gradient(x).item(1), within(1e-14));
        }
    }
}
