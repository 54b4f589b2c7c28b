package dev.jacobi.examples.benchmarks;

import dev.jacobi.tape.Checkpoints;
import dev.jacobi.tape.Revolve;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The gradient of a long time integration in little memory: how many steps are made again, against the least number
 * that there can be, and how long it takes, against what that number of steps takes by itself.
 */
public final class CheckpointBenchmark {

    private static final int VARIABLES = 1000;
    private static final int FEW = 400;

    private final double[] start = new Random(1).doubles(VARIABLES).toArray();
    private final double plain;
    private final double recorded;

    private CheckpointBenchmark(int steps) {
        for (int i = 0; i < 20; i++) { // until they are compiled
            Flow.stored(start, FEW);
            StoredGrad.gradient(start, FEW);
        }
        this.plain = seconds(() -> Flow.stored(start, steps)) / steps;
        this.recorded = seconds(() -> StoredGrad.gradient(start, FEW)) / FEW;
    }

    /**
     * Prints a line for each way.
     *
     * @param arguments the number of steps; a million if there is none
     */
    public static void main(String[] arguments) {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long most = Runtime.getRuntime().maxMemory() >> 20;
        print("%,d steps of %,d variables in a heap of %d MiB%n", steps, VARIABLES, most);
        CheckpointBenchmark benchmark = new CheckpointBenchmark(steps);
        print(
                "a step takes %.2f µs, one that is recorded and undone %.2f µs%n",
                1e6 * benchmark.plain, 1e6 * benchmark.recorded);
        benchmark.run("100 snapshots", 100, () -> HundredGrad.gradient(benchmark.start, steps));
        benchmark.run("1000 snapshots", 1000, () -> ThousandGrad.gradient(benchmark.start, steps));
        benchmark.run("1000, length unknown", 1000, () -> UntilGrad.gradient(benchmark.start, steps / 100.0));
    }

    private void run(String what, int snapshots, Supplier<double[]> gradient) {
        double seconds = seconds(gradient);
        Checkpoints.Report report = Objects.requireNonNull(Checkpoints.last());
        double least = (double) Revolve.optimum(report.steps(), snapshots) / report.steps();
        double made = (double) report.made() / report.steps();
        double expected = report.made() * plain + report.recorded() * recorded;
        print(
                "%-21s made %.5f times each, the least is %.5f: %+.3f %%; %.1f s, %.2f times what these steps take%n",
                what, made, least, 100 * (made / least - 1), seconds, seconds / expected);
    }

    /** Of this thread's processor time, so that what else the machine does counts little. */
    private static double seconds(Supplier<?> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Objects.requireNonNull(work.get());
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
