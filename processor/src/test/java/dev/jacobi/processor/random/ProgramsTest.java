package dev.jacobi.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The random programs themselves, without derivatives: every one is Java, and the interpreter does what Java does, to
 * the bit. {@code -Djacobi.plain=N} asks for another number of them, {@code -Djacobi.seed=S} for others.
 */
class ProgramsTest {

    private static final int TOGETHER = 50;

    @Test
    void interpreterDoesWhatJavaDoes(TestReporter reporter) {
        int programs = Integer.getInteger("jacobi.plain", 300);
        long seed = Long.getLong("jacobi.seed", 1);
        Set<Feature> features = Feature.of(System.getProperty("jacobi.plain.language", "all"));
        Tally tally = new Tally();
        Map<String, Shrinker.Failure> failures = new LinkedHashMap<>();
        for (int from = 0; from < programs; from += TOGETHER) {
            List<Program> some = new ArrayList<>();
            for (int i = 0; i < Math.min(TOGETHER, programs - from); i++) {
                some.add(ProgramGenerator.program(seed + from + i, features));
            }
            List<Optional<Finding>> findings = Batch.plain(some, tally);
            for (int i = 0; i < some.size(); i++) {
                Program program = some.get(i);
                findings.get(i).ifPresent(f -> failures.putIfAbsent(f.kind(), new Shrinker.Failure(program, f)));
            }
        }
        reporter.publishEntry(tally.toString());
        assertThat(failures.values().stream().map(f -> Shrinker.plain(f).report()))
                .as("programs that the interpreter gets wrong, one of each kind, as small as they get")
                .isEmpty();
        assertThat(tally.thrown + tally.endless).as("%s", tally).isLessThan(tally.points / 4);
    }
}
