package dev.jacobi.examples.benchmarks.tensors;

import dev.jacobi.examples.benchmarks.tensors.Problem.Inputs;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A way to come by value and gradient, all in {@code float}. Its subclasses, one for each way, are the benchmarks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class Peer {

    /** Of the difference between gradients in float: sums are added up in different orders. */
    private static final double TOLERANCE = 1e-3;

    /** What is differentiated. */
    @Param
    public Problem problem = Problem.QUARTIC;

    /** How large it is. */
    @Param("10")
    public String size = "10";

    private Gradients gradients = new Gradients(List::of, List::of);

    /** For subclasses. */
    protected Peer() {}

    /** Makes everything that doesn't depend on the variables' values. */
    abstract Gradients prepare(Problem what, Inputs inputs);

    /** Prepares, and refuses to measure what computes something else than Jacobi, be it the second time. */
    @Setup
    public void setUp() {
        Inputs inputs = problem.inputs(size);
        gradients = prepare(problem, inputs);
        Object unused = gradients.evaluate().get();
        List<float[]> expected =
                new Jacobi().prepare(problem, inputs).gradient().get();
        double difference = difference(gradients.gradient().get(), expected);
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

    /** The sum of the differences between two gradients, in proportion to that of the second one's entries. */
    static double difference(List<float[]> actual, List<float[]> expected) {
        if (actual.size() != expected.size()) {
            return Double.POSITIVE_INFINITY;
        }
        double difference = 0;
        double sum = 0;
        for (int k = 0; k < expected.size(); k++) {
            if (actual.get(k).length != expected.get(k).length) {
                return Double.POSITIVE_INFINITY;
            }
            for (int i = 0; i < expected.get(k).length; i++) {
                difference += Math.abs(actual.get(k)[i] - expected.get(k)[i]);
                sum += Math.abs(expected.get(k)[i]);
            }
        }
        return difference / sum;
    }
}
