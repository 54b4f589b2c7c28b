package dev.jacobi.processor.samples;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample, in every mode, at each of its points. */
class SamplesTest {

    static List<Point> points() {
        return SampleFiles.points(SampleFiles.read());
    }

    @ParameterizedTest
    @MethodSource("points")
    void everyModeIsRight(Point point) {
        assertAll(Modes.checks(point));
    }
}
