package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Convolution;
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

    /** Factors of a matrix, and a system solved by them. */
    @Differentiable
    @Sample(at = "[[0.5, 4, 1], [5, 1, -1], [1, 0.5, 3]], [[1, 2], [-1, 0.5], [2, 1]]")
    static double solvedByFactors(Tensor x, Tensor y) {
        Tensor[] factors = x.lu();
        Tensor solution = x.luFactor().luSolve(x.luPivots(), y);
        return solution.square().sum().item() + factors[1].mul(factors[2].sin()).sum().item();
    }

    /** Volumes, patches of images, and weights for what is negative. */
    @Differentiable
    @Sample(at = "[[0.5, -1, 1, 2], [2, 1.5, -3, 0.25]], [[[[[1.5, -0.5]]]]], [0.25]")
    static double windowsInSpace(Tensor x, Tensor w, Tensor a) {
        Tensor volume = x.reshape(1, 2, 2, 2).conv3d(w).prelu(a).square().avgPool3d(1);
        Tensor patches = x.reshape(1, 2, 4).unfold(2, 2, Convolution.PLAIN).renorm(2, 0, 2.25);
        return volume.sum().item() + patches.pdist().sum().item();
    }
}
