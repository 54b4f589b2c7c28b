package dev.jacobi.examples.benchmarks;

import dev.jacobi.tape.Workspace;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Value and gradient of {@link Numerical}'s methods, with what they allocate: in new memory by
 * {@code valueAndGradient}, and in memory that is used again by {@code gradientInto}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class InPlaceBenchmark {

    private static final int VARIABLES = 100;
    private static final int EQUATIONS = 10;

    private final Workspace workspace = new Workspace();
    private final double[] x = new double[VARIABLES];
    private final double[] xBar = new double[VARIABLES];
    private final double[][] a = new double[EQUATIONS][EQUATIONS];
    private final double[][] aBar = new double[EQUATIONS][EQUATIONS];
    private final double[] b = new double[EQUATIONS];
    private final double[] bBar = new double[EQUATIONS];

    /** Numbers at random, the diagonal large. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        Arrays.setAll(x, i -> random.nextDouble());
        Arrays.setAll(b, i -> random.nextDouble());
        for (int i = 0; i < EQUATIONS; i++) {
            Arrays.setAll(a[i], j -> random.nextDouble());
            a[i][i] += EQUATIONS;
        }
    }

    /** A loop, in new memory. */
    @Benchmark
    public void rosenbrockNew(Blackhole blackhole) {
        blackhole.consume(RosenbrockGrad.valueAndGradient(x));
    }

    /** A loop, in place. */
    @Benchmark
    public double rosenbrockInPlace() {
        Arrays.fill(xBar, 0);
        return RosenbrockGrad.gradientInto(x, xBar, workspace);
    }

    /** A solver, in new memory. */
    @Benchmark
    public void solveNew(Blackhole blackhole) {
        blackhole.consume(SolveGrad.valueAndGradient(a, b));
    }

    /** A solver, in place. */
    @Benchmark
    public double solveInPlace() {
        Arrays.fill(bBar, 0);
        for (double[] row : aBar) {
            Arrays.fill(row, 0);
        }
        return SolveGrad.gradientInto(a, b, aBar, bBar, workspace);
    }

    /**
     * Runs the benchmarks with JMH's profiler of allocation.
     *
     * @param arguments none
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(InPlaceBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
