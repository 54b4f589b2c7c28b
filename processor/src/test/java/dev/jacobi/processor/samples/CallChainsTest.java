package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Calls in calls in calls: analysing them takes a time that grows with their number, not with two to the power of it.
 */
class CallChainsTest {

    /** The last method calls nothing, or the first one again, or itself. */
    @ParameterizedTest
    @CsvSource({"0.5 * y", "'n > 0 ? part0(y, n - 1) : y'", "'n > 0 ? part39(y, n - 1) : y'"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void fortyLevels(String last) {
        StringBuilder text = new StringBuilder("""
            final class Chain {
                @dev.jacobi.Differentiable(wrt = "x")
                @dev.jacobi.processor.samples.Sample(at = "0.3, 2")
                static double chain(double x, int n) { return part0(x, n); }
            """);
        for (int i = 0; i < 40; i++) {
            String result = i == 39 ? last : "part" + (i + 1) + "(y, n)";
            text.append("""
                static double part%d(double x, int n) {
                    double y = x;
                    for (int i = 0; i < 2; i++) { y += 0.01 * Math.sin(y); }
                    return %s;
                }
                """.formatted(i, result));
        }
        List<Point> points =
                SampleFiles.points(List.of(SourceText.of(text.append("}\n").toString())));
        assertThat(points).hasSize(1);
        assertAll(points.stream().map(point -> () -> assertAll(point.toString(), Modes.checks(point))));
    }
}
