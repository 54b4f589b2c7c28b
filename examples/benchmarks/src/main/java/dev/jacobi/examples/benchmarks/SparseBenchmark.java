package dev.jacobi.examples.benchmarks;

import java.util.Arrays;
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
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class SparseBenchmark {

    /** The variables along an edge of the square; their square is how many there are in all. */
    @Param({"10", "32", "100", "316"})
    int edge;

    private double[] u = {};
    private double[] direction = {};

    /** Numbers at random. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        u = random.doubles(edge * edge).toArray();
        direction = random.doubles(edge * edge).toArray();
    }

    /** A dense matrix of 10⁴ columns takes 800 MB. */
    private boolean isSmall() {
        return edge <= 32;
    }

    /** The method on a line. */
    @Benchmark
    public double[] lineValue() {
        return Stencils.burgers(u);
    }

    /** Its Jacobian's entries. */
    @Benchmark
    public Object lineSparse() {
        return BurgersGrad.sparseJacobian(u);
    }

    /** All of its Jacobian, where that can be stored. */
    @Benchmark
    public Object lineDense() {
        return isSmall() ? BurgersGrad.jacobian(u) : Arrays.asList();
    }

    /** The method on a square. */
    @Benchmark
    public double[] squareValue() {
        return Stencils.bratu(u, edge);
    }

    /** Its Jacobian's entries. */
    @Benchmark
    public Object squareSparse() {
        return BratuGrad.sparseJacobian(u, edge);
    }

    /** All of its Jacobian, where that can be stored. */
    @Benchmark
    public Object squareDense() {
        return isSmall() ? BratuGrad.jacobian(u, edge) : Arrays.asList();
    }

    /** The gradient of a sum over neighbours. */
    @Benchmark
    public double[] gradient() {
        return ChainGrad.gradient(u);
    }

    /** Its Hessian times a direction. */
    @Benchmark
    public double[] hvp() {
        return ChainGrad.hvp(u, direction);
    }

    /** Its Hessian's entries. */
    @Benchmark
    public Object hessianSparse() {
        return ChainGrad.sparseHessian(u);
    }

    /** All of its Hessian, where that can be stored. */
    @Benchmark
    public Object hessianDense() {
        return isSmall() ? ChainGrad.hessian(u) : Arrays.asList();
    }

    /**
     * Runs the benchmarks.
     *
     * @param arguments none
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(SparseBenchmark.class.getName())
                        .build())
                .run();
    }
}
