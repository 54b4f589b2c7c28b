package dev.jacobi.examples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Measures tasks by turns, round after round, so that what disturbs the machine disturbs all of them; of each the
 * median counts, and only the time that the thread was running.
 */
final class Meter {

    /** Of one call, in nanoseconds and bytes. */
    record Cost(double nanos, double bytes) {}

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int WARM_CALLS = 2_000;
    private static final int LONGEST = 10;

    /** Keeps results from being optimised away. */
    private static volatile Object unusedResult = "";

    private final int rounds;
    private final double warmUpNanos;
    private final double roundNanos;

    /**
     * @param rounds how often each task is measured
     * @param warmUp milliseconds that each runs for before
     * @param round milliseconds, about, that it runs for each time
     */
    Meter(int rounds, double warmUp, double round) {
        this.rounds = rounds;
        this.warmUpNanos = 1e6 * warmUp;
        this.roundNanos = 1e6 * round;
    }

    /** The costs of each task, in their order. */
    List<Cost> measure(List<? extends Supplier<?>> tasks) {
        List<Integer> repeats = new ArrayList<>();
        List<List<Cost>> costs = new ArrayList<>();
        for (Supplier<?> task : tasks) {
            repeats.add((int) Math.max(1, roundNanos / warmUp(task)));
            costs.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < costs.size(); i++) {
                costs.get(i).add(once(tasks.get(i), repeats.get(i)));
            }
        }
        return costs.stream().map(Meter::median).toList();
    }

    /** The nanoseconds of the last calls; longer if the calls are few, so that the JVM compiles what they call. */
    private double warmUp(Supplier<?> task) {
        double nanos = roundNanos; // one call at first
        double spent = 0;
        int made = 0;
        while (spent < warmUpNanos || made < WARM_CALLS && spent < LONGEST * warmUpNanos) {
            int calls = (int) Math.max(1, roundNanos / nanos / 10);
            nanos = Math.max(1, once(task, calls).nanos());
            spent += nanos * calls;
            made += calls;
        }
        return nanos;
    }

    private static Cost once(Supplier<?> task, int calls) {
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        long start = THREAD.getCurrentThreadCpuTime();
        for (int i = 0; i < calls; i++) {
            unusedResult = task.get();
        }
        long nanos = THREAD.getCurrentThreadCpuTime() - start;
        return new Cost((double) nanos / calls, (double) (THREAD.getCurrentThreadAllocatedBytes() - bytes) / calls);
    }

    private static Cost median(List<Cost> costs) {
        return new Cost(
                median(costs.stream().mapToDouble(Cost::nanos).sorted().toArray()),
                median(costs.stream().mapToDouble(Cost::bytes).sorted().toArray()));
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
