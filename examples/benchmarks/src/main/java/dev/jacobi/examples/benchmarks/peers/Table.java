package dev.jacobi.examples.benchmarks.peers;

import dev.jacobi.examples.benchmarks.PeerTimes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

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

    private static Map<String, Double> measure(Problem problem, int n, List<String> without) throws RunnerException {
        Map<String, String> parameters = Map.of("problem", problem.name(), "n", String.valueOf(n));
        return PeerTimes.of(Table.class.getPackage(), parameters, without, PeerTimes.Clock.RUNNING);
    }

    private static String row(Problem problem, int n, Map<String, Double> times) {
        double jacobi = times.getOrDefault(JACOBI, Double.NaN);
        StringBuilder row = new StringBuilder();
        row.append(String.format(Locale.ROOT, "| %s | %,d | %s |", problem.title(), n, PeerTimes.number(jacobi)));
        for (String peer : COLUMNS) {
            Double time = times.get(peer);
            row.append(time == null ? " – |" : " " + PeerTimes.number(time / jacobi) + " |");
        }
        return row.append('\n').toString();
    }
}
