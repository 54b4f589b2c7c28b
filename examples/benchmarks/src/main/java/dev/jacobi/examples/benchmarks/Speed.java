package dev.jacobi.examples.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the benchmarks by turns, all in one JVM, so that what disturbs the machine disturbs all of them; prints the
 * median time and the allocation of each, and how much longer PyTorch takes where it takes part.
 */
public final class Speed {

    private static final int ROUNDS = 5;
    private static final String JACOBI = "JacobiBenchmark.valueAndGradient";
    private static final String PYTORCH = "PyTorchBenchmark.valueAndGradient";

    private Speed() {}

    /**
     * Runs all rounds.
     *
     * @param arguments none
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws RunnerException {
        Map<String, List<Double>> nanos = new TreeMap<>();
        Map<String, List<Double>> bytes = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            System.out.printf("Round %d of %d%n", round + 1, ROUNDS);
            for (RunResult result : round()) {
                String name = shortName(result.getParams().getBenchmark());
                add(nanos, name, result.getPrimaryResult().getStatistics().getPercentile(50));
                add(bytes, name, bytesPerCall(result));
            }
        }
        System.out.printf("%n%-36s %10s %16s%n", "V(x) = x² + x⁴ on 4 floats", "ns", "bytes allocated");
        nanos.forEach((name, times) -> System.out.printf(
                Locale.ROOT, "%-36s %10.1f %16.0f%n", name, median(times), median(bytes.getOrDefault(name, times))));
        List<Double> pytorch = nanos.get(PYTORCH);
        List<Double> jacobi = nanos.get(JACOBI);
        if (pytorch != null && jacobi != null) {
            System.out.printf(
                    Locale.ROOT,
                    "%nPyTorch takes %.0f times as long as Jacobi (median of %d rounds; lowest %.0f)%n",
                    median(ratios(pytorch, jacobi)),
                    ROUNDS,
                    ratios(pytorch, jacobi).stream().mapToDouble(r -> r).min().orElseThrow());
        }
    }

    /** Each benchmark of {@link Quartic} once, in this JVM. */
    private static Collection<RunResult> round() throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include("(Jacobi|PyTorch)Benchmark")
                        .forks(0)
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.milliseconds(700))
                        .measurementIterations(7)
                        .measurementTime(TimeValue.milliseconds(300))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private static double bytesPerCall(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }

    private static String shortName(String benchmark) {
        return benchmark.substring(Speed.class.getPackageName().length() + 1);
    }

    private static void add(Map<String, List<Double>> results, String name, double value) {
        results.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    /** Round by round, so that a slow round weighs on both sides. */
    private static List<Double> ratios(List<Double> above, List<Double> below) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < above.size(); round++) {
            ratios.add(above.get(round) / below.get(round));
        }
        return ratios;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().collect(Collectors.toList());
        return sorted.get(sorted.size() / 2);
    }
}
