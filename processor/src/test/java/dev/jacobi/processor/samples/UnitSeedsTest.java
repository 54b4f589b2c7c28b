package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Jacobian of a record is beyond what seeds of one give. */
class UnitSeedsTest {

    private static final SourceText SOURCE = SourceText.of("""
            final class Roots {
                public record Pair(double root, double other) {}

                @dev.jacobi.Differentiable
                @dev.jacobi.processor.samples.Sample(at = "0, 3", smooth = false)
                static Pair roots(double x, double y) { return new Pair(grow(x), grow(y)); }

                private static double grow(double x) { return x < 0 ? x : Math.sqrt(x); }
            }
            """);

    /** ∂√y/∂x is 0 where ∂√x/∂x is infinite: 0·∞ is asked nowhere. */
    @ParameterizedTest
    @ValueSource(strings = {"-parameters", "-Ajacobi.split=1", "-Ajacobi.without=algebra,aliases,first-increment"})
    void whatANumberIsNotMadeOfHasNoPartInIt(String option) {
        Point point = SampleFiles.points(List.of(SOURCE), option).get(0);
        List<Object[]> rows =
                point.derived().valueAndJacobian(point.arguments()).rows();
        assertThat(Numbers.of(rows.get(0))).containsExactly(Double.POSITIVE_INFINITY, 0);
        assertThat(Numbers.of(rows.get(1))).containsExactly(0, 0.5 / Math.sqrt(3));
    }
}
