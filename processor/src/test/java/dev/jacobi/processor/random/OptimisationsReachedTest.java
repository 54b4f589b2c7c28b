package dev.jacobi.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.options.Optimisation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * That random programs reach what is hard to reach: some of them have other derivatives without an optimisation.
 * {@code -Djacobi.reached=300} counts of that many how many each reaches, and {@code -Djacobi.options} gives the
 * processor options, as {@code -Ajacobi.sparse} for patterns.
 */
class OptimisationsReachedTest {
    private static final int TOGETHER = 25;
    private static final int MOST = 200;
    private static final Set<Optimisation> RARE = EnumSet.of(
            Optimisation.BATCHES,
            Optimisation.SPLIT_LOOPS,
            Optimisation.JOINED_CALLS,
            Optimisation.INDEPENDENCE,
            Optimisation.FINISHED_ARRAYS);

    @Test
    void loopsAreAsModelsHaveThem(TestReporter reporter) {
        int programs = Integer.getInteger("jacobi.reached", 0);
        Map<Optimisation, Integer> reached = new TreeMap<>();
        int most = programs > 0 ? programs : MOST;
        boolean all = false;
        for (int from = 0; from < most && !all; from += TOGETHER) {
            if (programs > 0) {
                count(from + 1, RandomProgramsTest.FEATURES, EnumSet.allOf(Optimisation.class), reached);
            } else {
                count(from + 1, EnumSet.of(Feature.LOOPS, Feature.ARRAYS, Feature.ROWS, Feature.SUMS), RARE, reached);
                all = reached.keySet().containsAll(RARE);
            }
        }
        reporter.publishEntry(reached.toString());
        assertThat(reached).as("%s", reached).containsKeys(RARE.toArray(new Optimisation[0]));
    }

    /** Where both are one, what a loop does to the shadow of either it does to that of both. */
    @Test
    void methodsAreHandedOneArrayTwice() {
        Set<Feature> features = EnumSet.of(Feature.LOOPS, Feature.ARRAYS, Feature.SUMS);
        assertThat(LongStream.rangeClosed(1, MOST)
                        .mapToObj(seed -> ProgramGenerator.program(seed, features))
                        .filter(OptimisationsReachedTest::handsOneArrayTwice))
                .as("of %d programs", MOST)
                .hasSizeGreaterThan(MOST / 20);
    }

    private static boolean handsOneArrayTwice(Program program) {
        return program.methods().stream()
                .flatMap(method -> method.body().stream())
                .anyMatch(s -> s instanceof Statement.Evaluate e
                        && e.term() instanceof Term.Invoke call
                        && call.operands().size() == 3
                        && call.operands().get(0).type().isArray()
                        && call.operands().get(0).equals(call.operands().get(1)));
    }

    /** Adds how many programs have other derivatives without each. */
    private static void count(
            int seed, Set<Feature> features, Set<Optimisation> optimisations, Map<Optimisation, Integer> reached) {
        List<Program> programs = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
            programs.add(ProgramGenerator.program(seed + i, features));
        }
        List<String> with = Compilation.derivatives(programs, "");
        for (Optimisation optimisation : optimisations) {
            List<String> without = Compilation.derivatives(programs, "-Ajacobi.without=" + optimisation.id());
            for (int i = 0; i < TOGETHER; i++) {
                if (!with.get(i).equals(without.get(i))) {
                    reached.merge(optimisation, 1, Integer::sum);
                }
            }
        }
    }
}
