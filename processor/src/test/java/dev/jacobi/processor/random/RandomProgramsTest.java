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
 * Random programs against three oracles. {@code -Djacobi.programs=N} asks for another number of them,
 * {@code -Djacobi.seed=S} for others; program k has the seed S + k, so a failing one comes back alone with its own seed
 * and one program. {@code -Djacobi.language=loops,arrays} (or {@code all}, or features by name: see {@link Feature})
 * says what they may use, {@code -Djacobi.options="-Ajacobi.without=all"} what the processor is told.
 */
class RandomProgramsTest {

    private static final int TOGETHER = 25;
    static final Set<Feature> FEATURES = Feature.of(
            System.getProperty("jacobi.language", "loops,arrays,switch,assert,recursion,instances,records,sums"));

    @Test
    void everyDerivativeAgreesWithThreeOracles(TestReporter reporter) {
        int programs = Integer.getInteger("jacobi.programs", 300);
        long seed = Long.getLong("jacobi.seed", 1);
        Tally tally = new Tally();
        Map<String, Shrinker.Failure> failures = new LinkedHashMap<>();
        for (int from = 0; from < programs; from += TOGETHER) {
            check(seed + from, Math.min(TOGETHER, programs - from), tally, failures);
        }
        reporter.publishEntry(tally.toString());
        assertThat(failures.values().stream().map(f -> Shrinker.shrink(f).report()))
                .as("programs that fail, one of each kind, as small as they get")
                .isEmpty();
        assertThat(tally.compared).as("%s", tally).isGreaterThan(tally.points / 2);
    }

    private static void check(long seed, int count, Tally tally, Map<String, Shrinker.Failure> failures) {
        List<Program> programs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            programs.add(ProgramGenerator.program(seed + i, FEATURES));
        }
        List<Optional<Finding>> findings = Batch.check(programs, tally);
        for (int i = 0; i < count; i++) {
            Program program = programs.get(i);
            findings.get(i).ifPresent(f -> failures.putIfAbsent(f.kind(), new Shrinker.Failure(program, f)));
        }
    }
}
