package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample, in every mode, at each of its points. */
@TestInstance(Lifecycle.PER_CLASS)
class SamplesTest {
    private final List<Point> points = SampleFiles.points(SampleFiles.usual());

    List<Point> points() {
        return points;
    }

    @ParameterizedTest
    @MethodSource("points")
    void everyModeIsRight(Point point) {
        assertAll(point.toString(), Modes.checks(point));
    }

    /** So that nobody takes a check that didn't run for one that passed. */
    @ParameterizedTest
    @MethodSource("points")
    void worksInPlaceUnlessThereAreTensorsOrRecords(Point point) {
        InPlace inPlace = point.derived().inPlace();
        assertThat(inPlace.exists()).as(point.toString()).isEqualTo(!inPlace.hasTensors() && !inPlace.hasRecords());
    }
}
