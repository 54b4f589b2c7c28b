package dev.jacobi.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How long Java's threads were running for a call: on a busy machine, less than passed meanwhile, and more reliable.
 */
public final class RunningTime implements InternalProfiler {

    static final String NAME = "running";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long before;

    /** JMH makes one. */
    public RunningTime() {}

    @Override
    public String getDescription() {
        return "Time that threads were running";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = nanos();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double calls = result.getMetadata().getAllOps();
        return List.of(new ScalarResult(NAME, (nanos() - before) / calls, "ns/op", AggregationPolicy.AVG));
    }

    private long nanos() {
        long sum = 0;
        for (long thread : threads.getAllThreadIds()) {
            sum += Math.max(0, threads.getThreadCpuTime(thread));
        }
        return sum;
    }
}
