package dev.jacobi.examples.benchmarks;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The work of {@link JacobiBenchmark} done by PyTorch: the input is made once, every array is freed as soon as it has
 * served, and nothing is copied to Java.
 */
@State(Scope.Benchmark)
public class PyTorchBenchmark {

    private final Engine engine = Engine.getEngine("PyTorch");
    private final NDManager manager = engine.newBaseManager();
    private final NDArray x = manager.create(new float[] {1, 2, 3, 4});

    /** Checks that it computes what it is compared for: 2x + 4x³. */
    @Setup
    public void check() {
        x.setRequiresGradient(true);
        float[] gradient;
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = engine.newGradientCollector()) {
            x.tempAttach(scope);
            collector.backward(x.pow(2).add(x.pow(4)));
            try (NDArray result = x.getGradient()) {
                gradient = result.toFloatArray();
            }
        }
        if (!Arrays.equals(gradient, new float[] {6, 36, 114, 264})) {
            throw new IllegalStateException("PyTorch's gradient is " + Arrays.toString(gradient));
        }
    }

    /** Forward, backward with a seed of ones. */
    @Benchmark
    public void valueAndGradient(Blackhole blackhole) {
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = engine.newGradientCollector()) {
            x.tempAttach(scope);
            NDArray value = x.pow(2).add(x.pow(4));
            collector.backward(value);
            blackhole.consume(value);
            blackhole.consume(x.getGradient());
        }
    }

    /** Frees the input. */
    @TearDown
    public void close() {
        manager.close();
    }
}
