package dev.jacobi.examples.benchmarks.tensors;

import dev.jacobi.examples.benchmarks.PeerTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures all {@link Peer}s for one problem and size after another, each in a JVM of its own, and prints a table in
 * Markdown: Jacobi's time, and how many times as long the others take. All have as many threads as the environment
 * variable {@code OMP_NUM_THREADS} says; with several, what is measured is the time that passes.
 */
public final class Table {

    private static final List<String> OTHERS = List.of("PyTorch", "SameDiff");

    private static final String THREADS = Objects.requireNonNullElse(System.getenv("OMP_NUM_THREADS"), "1");

    /** Jacobi's work isn't shared among cores where there is one; the collector is that of machines with several. */
    private static final String[] VM = {
        "-XX:ActiveProcessorCount=" + THREADS, "-XX:+UseG1GC", "-Dai.djl.pytorch.num_threads=" + THREADS
    };

    private static final PeerTimes.Clock CLOCK = THREADS.equals("1") ? PeerTimes.Clock.RUNNING : PeerTimes.Clock.WALL;

    private Table() {}

    /**
     * Prints the table.
     *
     * @param arguments names of problems; if there are none, all
     * @throws RunnerException if a gradient is wrong, or can't be computed
     */
    public static void main(String[] arguments) throws RunnerException {
        List<Problem> problems = arguments.length == 0
                ? List.of(Problem.values())
                : Arrays.stream(arguments).map(Problem::valueOf).toList();
        StringBuilder table = new StringBuilder("| value and gradient of | size | Jacobi, µs | ")
                .append(String.join(" | ", OTHERS))
                .append(" |\n|---|---|---|")
                .append("---|".repeat(OTHERS.size()))
                .append('\n');
        for (Problem problem : problems) {
            for (String size : problem.sizes()) {
                Map<String, String> parameters = Map.of("problem", problem.name(), "size", size);
                Map<String, Double> times =
                        PeerTimes.of(Table.class.getPackage(), parameters, withoutGradient(problem), CLOCK, VM);
                String row = row(problem, size, times);
                System.out.print(row);
                table.append(row);
            }
        }
        System.out.printf("%n%s", table);
    }

    /** DJL gives no determinants, and SameDiff no derivative of them. */
    private static List<String> withoutGradient(Problem problem) {
        return problem == Problem.LOG_DET ? OTHERS : List.of();
    }

    private static String row(Problem problem, String size, Map<String, Double> times) {
        double jacobi = times.getOrDefault("Jacobi", Double.NaN);
        String shown = size.replace("x", " × ");
        StringBuilder row = new StringBuilder();
        row.append(String.format(
                Locale.ROOT, "| %s | %s | %s |", problem.title(), shown, PeerTimes.number(jacobi / 1000)));
        for (String peer : OTHERS) {
            Double time = times.get(peer);
            row.append(time == null ? " – |" : " " + PeerTimes.number(time / jacobi) + " |");
        }
        return row.append('\n').toString();
    }
}
