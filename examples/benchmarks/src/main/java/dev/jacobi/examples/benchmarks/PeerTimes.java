package dev.jacobi.examples.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What one problem takes with each of the classes of a package that compute value and gradient. */
public final class PeerTimes {

    private PeerTimes() {}

    /** What is measured. */
    public enum Clock {
        /** The time that Java's threads were running, which other work on the machine hardly changes. */
        RUNNING,
        /** The time that passed: where several threads share the work, on an otherwise idle machine. */
        WALL
    }

    /**
     * Measures, in a JVM for each class.
     *
     * @param peers the package's classes, of which those with a method {@code valueAndGradient} are measured
     * @param parameters the problem
     * @param without names of classes that aren't asked
     * @param clock which time
     * @param vm arguments of the JVMs
     * @return the time in nanoseconds (the median), by the classes' names
     * @throws RunnerException if a gradient is wrong, or can't be computed
     */
    public static Map<String, Double> of(
            Package peers, Map<String, String> parameters, List<String> without, Clock clock, String... vm)
            throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(peers.getName().replace(".", "\\.") + "\\.\\w+\\.valueAndGradient")
                .forks(1)
                .jvmArgsAppend("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch")
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(7)
                .measurementTime(TimeValue.milliseconds(200))
                .addProfiler(RunningTime.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        options.jvmArgsPrepend(vm);
        parameters.forEach(options::param);
        without.forEach(peer -> options.exclude("\\." + peer + "\\."));
        Map<String, Double> times = new HashMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String name = result.getParams().getBenchmark();
            String method = name.substring(0, name.lastIndexOf('.'));
            times.put(method.substring(method.lastIndexOf('.') + 1), median(result, clock));
        }
        return times;
    }

    private static double median(RunResult result, Clock clock) {
        double[] times = result.getAggregatedResult().getIterationResults().stream()
                .map(iteration -> clock == Clock.WALL
                        ? iteration.getPrimaryResult()
                        : Objects.requireNonNull(iteration.getSecondaryResults().get(RunningTime.NAME)))
                .mapToDouble(time -> time.getScore())
                .sorted()
                .toArray();
        return times[times.length / 2];
    }

    /** With three digits, or as many as there are before the point. */
    public static String number(double x) {
        int decimals = x >= 100 ? 0 : x >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", x);
    }
}
