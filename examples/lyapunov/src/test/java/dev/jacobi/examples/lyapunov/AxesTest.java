package dev.jacobi.examples.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.Rectangle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AxesTest {
    static Stream<Arguments> ticks() {
        return Stream.of(
                arguments(-4.0, 4.0, new double[] {-4, -3, -2, -1, 0, 1, 2, 3, 4}),
                arguments(-3.2, 3.2, new double[] {-3, -2, -1, 0, 1, 2, 3}),
                arguments(-0.4, 1.2, new double[] {-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.2}),
                arguments(-10.0, 30.0, new double[] {-10, -5, 0, 5, 10, 15, 20, 25, 30}));
    }

    @ParameterizedTest
    @MethodSource("ticks")
    void ticksAreRoundNumbers(double from, double to, double[] expected) {
        assertThat(Axes.ticks(from, to)).containsExactly(expected, within(1e-12));
    }

    @Test
    void pixelsAndStatesAgree() {
        Axes axes = new Axes(new Window(-1, 3, -2, 2), new Rectangle(10, 20, 400, 200));
        assertThat(axes.pixel(axes.x(0), axes.y(0)).getX()).isCloseTo(10.5, within(1e-9));
        assertThat(axes.pixel(axes.x(0), axes.y(0)).getY()).isCloseTo(20.5, within(1e-9));
        assertThat(axes.pixel(3, -2).getX()).isEqualTo(410);
        assertThat(axes.pixel(3, -2).getY()).isEqualTo(220);
    }
}
