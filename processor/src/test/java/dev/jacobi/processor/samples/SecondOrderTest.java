package dev.jacobi.processor.samples;

import static org.junit.jupiter.api.Assertions.assertAll;

import dev.jacobi.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Second derivatives of every sample and every rule that gives a single number. */
@TestInstance(Lifecycle.PER_CLASS)
class SecondOrderTest {

    List<Point> points() {
        return Stream.of(SampleFiles.read(), RulesTest.sources())
                .flatMap(sources -> SampleFiles.points(sources, "-Ajacobi.order=2", "-Ajacobi.verify").stream())
                .filter(SecondOrderTest::givesOneNumber)
                .toList();
    }

    private static boolean givesOneNumber(Point point) {
        if (point.aliased()) {
            return false;
        }
        Object[] arguments = point.arguments();
        Outcome outcome = Outcome.of(arguments, () -> point.value(arguments));
        boolean number = !Derived.isVoid(point.primal()) && outcome.value() instanceof Number;
        return number || outcome.value() instanceof Tensor tensor && tensor.size() == 1;
    }

    @ParameterizedTest
    @MethodSource("points")
    void isSymmetricAndTheSlopeOfTheGradient(Point point) {
        assertAll(point.toString(), Curvature.checks(point));
    }
}
