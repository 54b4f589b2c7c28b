package dev.jacobi.examples.benchmarks.peers;

import dev.jacobi.examples.benchmarks.peers.Problem.Inputs;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A way to come by value and gradient, all in {@code double}. Its subclasses, one for each way, are the benchmarks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class Peer {

    /** Of the difference between gradients: sums are added up in different orders. */
    private static final double TOLERANCE = 1e-11;

    /** What is differentiated; without values, all. */
    @Param
    public Problem problem = Problem.ROSENBROCK;

    /** By how many variables. */
    @Param({"10", "100", "1000", "10000", "100000", "1000000"})
    public int n;

    private Gradients gradients = Gradients.of(() -> new double[0]);

    /** For subclasses. */
    protected Peer() {}

    /** Makes everything that doesn't depend on the variables' values. */
    abstract Gradients prepare(Problem what, Inputs inputs);

    /** Prepares, and refuses to measure what computes something else than the others, be it the second time. */
    @Setup
    public void setUp() {
        Inputs inputs = problem.inputs(n);
        gradients = prepare(problem, inputs);
        Object unused = gradients.evaluate().get();
        double difference = difference(gradients.gradient().get(), ByHand.gradient(problem, inputs));
        if (!(difference <= TOLERANCE)) {
            throw new IllegalStateException(
                    getClass().getSimpleName() + ": the gradient of " + problem + " is off by " + difference);
        }
    }

    /** What is measured. */
    @Benchmark
    public Object valueAndGradient() {
        return gradients.evaluate().get();
    }

    /**
     * The sum of the differences between two gradients, in proportion to that of the second one's entries. (Not entry
     * by entry: where the largest x goes into log-sum-exp, sums as large as all entries together cancel.)
     */
    static double difference(double[] actual, double[] expected) {
        if (actual.length != expected.length) {
            return Double.POSITIVE_INFINITY;
        }
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.abs(actual[i] - expected[i]);
            size += Math.abs(expected[i]);
        }
        return difference / size;
    }
}
