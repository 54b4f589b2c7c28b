package dev.jacobi.examples.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jacobi.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The level sets found, against V̇ written by hand. */
class RegionTest {
    /** V̇ = 2·(Px)·f(x), in numbers. */
    private interface Rate {
        double at(double x, double y);
    }

    private static final Region PENDULUM = Region.of(PlanarSystem.PENDULUM, () -> {});
    private static final Region VAN_DER_POL = Region.of(PlanarSystem.VAN_DER_POL, () -> {});

    static Stream<Arguments> regions() {
        Rate pendulum = (x, y) -> 2 * ((2.25 * x + 0.5 * y) * y + (0.5 * x + 2 * y) * (-Math.sin(x) - y / 2));
        Rate vanDerPol = (x, y) -> 2 * ((1.5 * x - 0.5 * y) * -y + (y - 0.5 * x) * (x - (1 - x * x) * y));
        return Stream.of(arguments(PENDULUM, pendulum), arguments(VAN_DER_POL, vanDerPol));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void everywhereInsideVFalls(Region region, Rate rate) {
        Random random = new Random(1);
        for (int i = 0; i < 500_000; i++) {
            double inside = region.level().c() * random.nextDouble() * (1 - 1e-9);
            double[] x = region.edge().at(inside).point(2 * Math.PI * random.nextDouble());
            assertThat(rate.at(x[0], x[1])).isNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("regions")
    void aLargerSetWouldHoldAStateAtWhichVRises(Region region, Rate rate) {
        LevelSearch.Level level = region.level();
        assertThat(level.atWindow()).isFalse();
        assertThat(rate.at(level.x(), level.y())).isCloseTo(0, within(1e-12));
        assertThat(rate.at(1.0001 * level.x(), 1.0001 * level.y())).isPositive();
    }

    @ParameterizedTest
    @MethodSource("regions")
    void statesOnItsEdgeComeToRest(Region region, Rate rate) {
        for (int i = 0; i < 24; i++) {
            double[] start = region.edge().at(0.999 * region.level().c()).point(2 * Math.PI * i / 24);
            List<double[]> states = Trajectory.of(region.system(), start, 60).states();
            double[] last = states.get(states.size() - 1);
            assertThat(Math.hypot(last[0], last[1])).isLessThan(1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("regions")
    void areaIsThatOfThePolygonThroughItsEdge(Region region, Rate rate) {
        int n = 100_000;
        double area = 0;
        for (int i = 0; i < n; i++) {
            double[] from = region.edge().point(2 * Math.PI * i / n);
            double[] to = region.edge().point(2 * Math.PI * (i + 1) / n);
            area += (from[0] * to[1] - to[0] * from[1]) / 2;
        }
        assertThat(region.edge().area()).isCloseTo(area, within(1e-6));
    }

    /**
     * On the ray x = r·e, V = r²·eᵀPe and V̇ = −r² + r⁴·g with g = 2·(Pe)₂·e₁²·e₂. So V̇ = 0 at V = eᵀPe/g, and c is
     * the least of these.
     */
    @Test
    void vanDerPolInClosedForm() {
        double c = Double.POSITIVE_INFINITY;
        int n = 1_000_000;
        for (int i = 0; i < n; i++) {
            double e1 = Math.cos(2 * Math.PI * i / n);
            double e2 = Math.sin(2 * Math.PI * i / n);
            double g = 2 * (e2 - 0.5 * e1) * e1 * e1 * e2;
            if (g > 0) {
                c = Math.min(c, (1.5 * e1 * e1 - e1 * e2 + e2 * e2) / g);
            }
        }
        assertThat(VAN_DER_POL.level().c()).isCloseTo(c, within(1e-8));
    }

    /** ẋ = −x has P = I/2 and V̇ = −|x|² everywhere: only the window's nearest edge, x₁ = −1, bounds V = |x|²/2. */
    @Test
    void staysInsideTheWindow() {
        PlanarSystem system = new PlanarSystem(
                "Decay",
                "decay",
                List.of(),
                List.of(),
                new Window(-1, 2, -3, 3),
                Tensor::neg,
                x -> Tensor.of(new double[][] {{-1, 0}, {0, -1}}));
        LevelSearch.Level level = Region.of(system, () -> {}).level();
        assertThat(level.atWindow()).isTrue();
        assertThat(level.c()).isCloseTo(0.5, within(1e-9));
        assertThat(level.x()).isCloseTo(-1, within(1e-9));
    }
}
