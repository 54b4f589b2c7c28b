package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Operations that are read as what they are made of, where calls of them may stand. */
final class TensorLayers {
    private TensorLayers() {}

    /** One generator for several layers: each draws once, in order. */
    @Differentiable
    @Sample(at = "[[0.5, -1, 2, 1.5]], [[1, 2, 0.5, -1], [0.5, 1, 1, 2], [1, -1, 0.5, 1], [2, 1, 1, 0.5]]")
    static Tensor layersWithDropout(Tensor x, Tensor w) {
        Random random = new Random(3);
        Tensor h = x;
        for (int i = 0; i < 3; i++) {
            h = h.linear(w).dropout(random, 0.25).groupNorm(2, 0.1);
        }
        return h.square().sum();
    }

    /** Only on one side, and of operands that are read more than once. */
    @Differentiable
    @Sample(at = {"[[0.5, -1], [2, 1.5]], 1", "[[0.5, -1], [2, 1.5]], -1"})
    static Tensor chosenOperation(Tensor x, double a) {
        return a > 0 ? x.mul(a).sin().glu(1) : x.exp().scaledDotProductAttention(x, x.mul(a), true).glu(-1);
    }

    @Differentiable
    @Sample(at = "[[0.5, -1, 1], [2, 1.5, 3]]")
    static Tensor normalizedTwice(Tensor x) {
        UnaryOperator<Tensor> unit = t -> t.normalize(1);
        return twice(unit, x).mul(twice(t -> t.batchNorm(0.2), x)).sum();
    }

    private static Tensor twice(UnaryOperator<Tensor> f, Tensor x) {
        return f.apply(f.apply(x));
    }
}
