package dev.jacobi.examples.benchmarks.peers;

import java.util.Arrays;
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

/**
 * Measures all {@link Peer}s, for one problem and size after another, each in a JVM of its own, and prints a table in
 * Markdown: Jacobi's time, and how many times as long the others take.
 */
public final class Table {

    private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000, 100_000, 1_000_000);
    private static final String JACOBI = "Jacobi";
    private static final Map<String, String> OTHERS =
            Map.of("ByHand", "by hand", "Hipparchus", "Hipparchus", "PyTorch", "PyTorch", "SameDiff", "SameDiff");
    private static final List<String> COLUMNS =
            OTHERS.keySet().stream().sorted().toList();

    /**
     * What takes longer for one gradient isn't asked for larger ones: it may need a hundred times as much for the next.
     */
    private static final double PATIENCE_NANOS = 1e8;

    private Table() {}

    /**
     * Prints the table.
     *
     * @param arguments names of problems; if there are none, all
     * @throws RunnerException if a gradient is wrong, or can't be computed
     */
    public static void main(String[] arguments) throws RunnerException {
        StringBuilder table = new StringBuilder("| gradient of | variables | Jacobi, ns |");
        COLUMNS.forEach(peer -> table.append(' ').append(OTHERS.get(peer)).append(" |"));
        table.append("\n|---|---|---|").append("---|".repeat(COLUMNS.size())).append('\n');
        for (Problem problem : problems(arguments)) {
            Map<String, Double> last = new HashMap<>();
            for (int n : SIZES) {
                List<String> slow = last.entrySet().stream()
                        .filter(time -> time.getValue() > PATIENCE_NANOS)
                        .map(Map.Entry::getKey)
                        .toList();
                Map<String, Double> times = measure(problem, n, slow);
                String row = row(problem, n, times);
                System.out.print(row);
                table.append(row);
                slow.forEach(peer -> times.put(peer, Double.POSITIVE_INFINITY));
                last = times;
            }
        }
        System.out.printf("%n%s", table);
    }

    private static List<Problem> problems(String[] names) {
        return names.length == 0
                ? List.of(Problem.values())
                : Arrays.stream(names).map(Problem::valueOf).toList();
    }

    /** Nanoseconds, by the classes' names. */
    private static Map<String, Double> measure(Problem problem, int n, List<String> without) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(Table.class.getPackageName().replace(".", "\\.") + "\\.\\w+\\.valueAndGradient")
                .param("problem", problem.name())
                .param("n", String.valueOf(n))
                .forks(1)
                .jvmArgsAppend("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch")
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(7)
                .measurementTime(TimeValue.milliseconds(200))
                .addProfiler(RunningTime.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        without.forEach(peer -> options.exclude("\\." + peer + "\\."));
        Map<String, Double> times = new HashMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String name = result.getParams().getBenchmark();
            String method = name.substring(0, name.lastIndexOf('.'));
            times.put(method.substring(method.lastIndexOf('.') + 1), median(result));
        }
        return times;
    }

    private static double median(RunResult result) {
        double[] times = result.getAggregatedResult().getIterationResults().stream()
                .map(iteration ->
                        Objects.requireNonNull(iteration.getSecondaryResults().get(RunningTime.NAME)))
                .mapToDouble(time -> time.getScore())
                .sorted()
                .toArray();
        return times[times.length / 2];
    }

    private static String row(Problem problem, int n, Map<String, Double> times) {
        double jacobi = times.getOrDefault(JACOBI, Double.NaN);
        StringBuilder row = new StringBuilder();
        row.append(String.format(Locale.ROOT, "| %s | %,d | %s |", problem.title(), n, number(jacobi)));
        for (String peer : COLUMNS) {
            Double time = times.get(peer);
            row.append(time == null ? " – |" : " " + number(time / jacobi) + " |");
        }
        return row.append('\n').toString();
    }

    /** With three digits, or as many as there are before the point. */
    private static String number(double x) {
        int decimals = x >= 100 ? 0 : x >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", x);
    }
}
