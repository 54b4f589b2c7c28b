package dev.jacobi.examples.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Sparse against dense matrices of derivatives, beside the methods themselves, their gradient and {@code hvp}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class SparseBenchmark {

    /** Up to 10⁵ variables. */
    @State(Scope.Thread)
    public static class Any {

        /** The variables along an edge of the square; their square is how many there are in all. */
        @Param({"10", "32", "100", "316"})
        int edge;

        final Random random = new Random(1);
        double[] u = {};
        double[] direction = {};

        /** Numbers at random. */
        @Setup
        public void fill() {
            u = random.doubles((long) edge * edge).toArray();
            direction = random.doubles((long) edge * edge).toArray();
        }
    }

    /** Few enough for dense matrices: of 10⁴ columns one takes 800 MB. */
    @State(Scope.Thread)
    public static class Few {

        /** As above. */
        @Param({"10", "32"})
        int edge;

        double[] u = {};

        /** Numbers at random. */
        @Setup
        public void fill() {
            u = new Random(1).doubles((long) edge * edge).toArray();
        }
    }

    /** The method on a line. */
    @Benchmark
    public double[] lineValue(Any at) {
        return Stencils.burgers(at.u);
    }

    /** Its Jacobian's entries. */
    @Benchmark
    public Object lineSparse(Any at) {
        return BurgersGrad.sparseJacobian(at.u);
    }

    /** All of its Jacobian. */
    @Benchmark
    public Object lineDense(Few at) {
        return BurgersGrad.jacobian(at.u);
    }

    /** The method on a square. */
    @Benchmark
    public double[] squareValue(Any at) {
        return Stencils.bratu(at.u, at.edge);
    }

    /** Its Jacobian's entries. */
    @Benchmark
    public Object squareSparse(Any at) {
        return BratuGrad.sparseJacobian(at.u, at.edge);
    }

    /** All of its Jacobian. */
    @Benchmark
    public Object squareDense(Few at) {
        return BratuGrad.jacobian(at.u, at.edge);
    }

    /** The gradient of a sum over neighbours. */
    @Benchmark
    public double[] gradient(Any at) {
        return ChainGrad.gradient(at.u);
    }

    /** Its Hessian times a direction. */
    @Benchmark
    public double[] hvp(Any at) {
        return ChainGrad.hvp(at.u, at.direction);
    }

    /** Its Hessian's entries. */
    @Benchmark
    public Object hessianSparse(Any at) {
        return ChainGrad.sparseHessian(at.u);
    }

    /** All of its Hessian. */
    @Benchmark
    public Object hessianDense(Few at) {
        return ChainGrad.hessian(at.u);
    }

    /**
     * Runs the benchmarks.
     *
     * @param arguments none
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(SparseBenchmark.class.getName()).build()).run();
    }
}
