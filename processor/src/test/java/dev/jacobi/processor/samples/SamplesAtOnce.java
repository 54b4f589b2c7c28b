package dev.jacobi.processor.samples;

import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The samples as one test that ends with the first check that fails, for mutation testing: there every test is run by
 * itself, and the samples would be compiled again for each point. The build doesn't run it, as its name shows.
 * {@code -Djacobi.samples=Loops|Jumps} takes the samples of these files only.
 */
class SamplesAtOnce {
    private static final String FILES = System.getProperty("jacobi.samples", "\\w+");

    @Test
    void everyModeIsRight() throws Throwable {
        List<SourceText> sources = SampleFiles.read().stream()
                .filter(s -> s.getName().matches(".*/(" + FILES + ")\\.java"))
                .toList();
        for (Point point : SampleFiles.points(sources)) {
            for (Executable check : Modes.checks(point)) {
                check.execute();
            }
        }
    }
}
