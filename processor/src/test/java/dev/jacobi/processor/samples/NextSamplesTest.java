package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.jacobi.processor.testing.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The samples that wait for their Java to be differentiated are right in themselves: they compile, run, have finite
 * differences where they should, and these agree with the derivatives that are given.
 */
class NextSamplesTest {
    private static final double ROUNDINGS = 256;

    @TestFactory
    Stream<DynamicTest> samples() {
        return points().stream()
                .map(p -> DynamicTest.dynamicTest(p.toString(), () -> assertAll(p.toString(), () -> check(p))));
    }

    private static List<Point> points() {
        List<SourceText> sources = SampleFiles.readNext();
        return sources.isEmpty() ? List.of() : SampleFiles.points(sources, "-proc:none");
    }

    private static void check(Point point) {
        assertThat(point.wrt()).as("parameters to differentiate by").isNotEmpty();
        assertThat(point.smooth() || point.gives() != null)
                .as("smooth, or with derivatives given")
                .isTrue();
        Object[] arguments = point.arguments();
        Outcome primal = Outcome.of(arguments, () -> point.value(arguments));
        if (primal.thrown() == null && point.smooth() && !point.aliased()) {
            Differences[][][] slopes = new Slopes(point).all();
            for (int i = 0; i < slopes.length && point.gives() != null; i++) {
                assertThat(point.given()[i]).hasSize(slopes[i].length);
                for (int column = 0; column < slopes[i].length; column++) {
                    compare(point.given()[i][column], slopes[i][column], Numbers.epsilon(arguments));
                }
            }
        }
    }

    private static void compare(double given, Differences[] column, double epsilon) {
        double sum = Arrays.stream(column).mapToDouble(Differences::slope).sum();
        double error = Arrays.stream(column).mapToDouble(Differences::error).sum();
        assertThat(Math.abs(sum - given))
                .as("differences say %s ± %s, but given is %s", sum, error, given)
                .isLessThanOrEqualTo(4 * error + ROUNDINGS * epsilon * Math.abs(sum));
    }
}
