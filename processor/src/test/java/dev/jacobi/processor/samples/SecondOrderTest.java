package dev.jacobi.processor.samples;

import static org.junit.jupiter.api.Assertions.assertAll;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Second derivatives of every sample and every rule that gives a single number. */
@TestInstance(Lifecycle.PER_CLASS)
class SecondOrderTest {

    List<Point> points() {
        Compilation rules = Javac.compile(RulesTest.sources(), "-Ajacobi.order=2");
        return Stream.of(SampleFiles.ofSecondOrder(), rules)
                .flatMap(compilation -> SampleFiles.points(compilation).stream())
                .filter(SecondOrderTest::givesOneNumber)
                .toList();
    }

    static boolean givesOneNumber(Point point) {
        Class<?> result = point.primal().getReturnType();
        boolean number = result == double.class || result == float.class;
        return !point.aliased() && (number || outcome(point).value() instanceof Tensor tensor && tensor.size() == 1);
    }

    private static Outcome outcome(Point point) {
        Object[] arguments = point.arguments();
        return Outcome.of(arguments, () -> point.value(arguments));
    }

    @ParameterizedTest
    @MethodSource("points")
    void doesWhatTheMethodDoesAndIsTheSlopeOfTheGradient(Point point) {
        assertAll(point.toString(), checks(point));
    }

    static List<Executable> checks(Point point) {
        Outcome primal = outcome(point);
        List<Executable> checks = new ArrayList<>();
        checks.add(new Effects(point, primal)::ofSecondOrder);
        if (primal.thrown() == null) {
            checks.addAll(Curvature.checks(point));
        }
        return checks;
    }
}
