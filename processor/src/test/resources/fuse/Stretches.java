package fuse;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;

/** Chains over tensors that stretch to one another, and the sums of rows that they end in. */
final class Stretches {
    /** A bias that nothing shows to be one. */
    @Differentiable
    static Tensor bias(Tensor x, Tensor y, double s) {
        return x.mul(s).add(y).tanh();
    }

    /** Both may be stretched, and each is read twice. */
    @Differentiable
    static Tensor scaled(Tensor x, Tensor y, double s) {
        return x.sub(y).div(y.square().add(1)).mul(x).add(s);
    }

    /** A column and a row. */
    @Differentiable
    static Tensor outer(Tensor x, Tensor y, double s) {
        Tensor distance = x.unsqueeze(-1).sub(y.unsqueeze(-2));
        return distance.square().mul(-s).exp();
    }

    @Differentiable
    static Tensor distances(Tensor x, Tensor y, double s) {
        return x.unsqueeze(1).sub(y.unsqueeze(0)).square().mul(s).sum(-1);
    }

    /** A column, and a row that a sum left. */
    @Differentiable
    static Tensor sums(Tensor x, Tensor y, double s) {
        Tensor column = x.square().sum(-1).unsqueeze(-1);
        return column.add(y.abs().sum(-1)).mul(s).sin();
    }

    @Differentiable
    static Tensor spread(Tensor x, Tensor y, double s) {
        return x.mul(y).sub(x.mean(-1, true)).pow(2).mul(s).sum(-1);
    }

    @Differentiable
    static Tensor softmax(Tensor x, Tensor y, double s) {
        Tensor shifted = x.mul(s).sub(y);
        Tensor weights = shifted.sub(shifted.amax(-1, true)).exp();
        return weights.div(weights.sum(-1, true));
    }

    /** Several totals of rows, kept and not. */
    @Differentiable
    static Tensor rows(Tensor x, Tensor y, double s) {
        Tensor a = x.mul(y).add(s);
        Tensor range = a.amax(-1).sub(a.amin(-1));
        return range.mul(a.abs().mean(-1)).unsqueeze(-1).add(a.square().sum(-1, true));
    }

    /** Of rows and of all elements; and of columns, which no loop makes. */
    @Differentiable
    static Tensor totals(Tensor x, Tensor y, double s) {
        Tensor a = x.add(y).mul(s);
        return a.sin().sum(-1, true).mul(a.cos().mean()).add(a.mul(a).sum(0));
    }

    /** One tensor under several names, and shapes that nothing else is asked of. */
    @Differentiable
    static Tensor names(Tensor x, Tensor y, double s) {
        Tensor a = x.add(y);
        Tensor b = a.expandTo(a);
        Tensor c = y.expandTo(a);
        return Tensor.stack(a, b, c, a.mul(c.mul(s)), Tensor.onesLike(a).mul(y));
    }

    /** Where the exponent decides about products and roots. */
    @Differentiable
    static Tensor power(Tensor x, Tensor y, double s) {
        Tensor a = x.abs().add(0.5).add(y.mul(0.1).square());
        return a.pow(s).add(a.pow(2 * s).mul(y)).sub(a.pow(s - 1));
    }
}
