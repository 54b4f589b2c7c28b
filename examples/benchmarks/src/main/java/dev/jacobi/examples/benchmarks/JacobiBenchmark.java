package dev.jacobi.examples.benchmarks;

import dev.jacobi.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Value and gradient of {@link Quartic} on 4 floats. */
@State(Scope.Benchmark)
public class JacobiBenchmark {

    private final Tensor x = Tensor.of(1f, 2f, 3f, 4f);
    private final Tensor ones = Tensor.of(1f, 1f, 1f, 1f);

    /** What is differentiated, alone: what its intermediates and its result allocate. */
    @Benchmark
    public Tensor value() {
        return Quartic.quartic(x);
    }

    /** Both, in the two calls that correspond to PyTorch's forward and backward. */
    @Benchmark
    public Tensor valueAndGradient(Blackhole blackhole) {
        QuarticGrad.Pullback pullback = QuarticGrad.pullback(x);
        blackhole.consume(pullback.value());
        return pullback.apply(ones);
    }

    /** The gradient alone, in one call. */
    @Benchmark
    public Tensor gradient() {
        return QuarticGrad.vjp(x, ones);
    }
}
