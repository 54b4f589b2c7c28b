package fuse;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Mask;
import dev.jacobi.tensor.Tensor;

/** Chains of elementwise operations over two tensors and a number. */
final class Chains {
    @Differentiable
    static Tensor quartic(Tensor x, Tensor y, double s) {
        return x.pow(2).add(x.pow(4)).mul(y).mul(s);
    }

    @Differentiable
    static Tensor everyText(Tensor x, Tensor y, double s) {
        Tensor sum = x.add(y).sub(0.1).rsub(s).div(y.abs().add(2)).rdiv(3);
        Tensor extremes = sum.maximum(x).minimum(y.neg()).clamp(-1, s).relu();
        Tensor roots = x.square().sqrt().add(y.square().add(1).rsqrt()).add(y.abs().add(1).reciprocal());
        return extremes.add(roots).add(x.pow(3)).sub(y.pow(-1)).add(y.abs().pow(0.5)).add(x.pow(-2).mul(1e-30));
    }

    /** Losses, and slopes that the runtime gives with them. */
    @Differentiable
    static Tensor losses(Tensor x, Tensor y, double s) {
        Tensor shares = y.abs().add(x.square());
        return x.mul(s).crossEntropy(shares);
    }

    /** The same with a penalty. */
    @Differentiable
    static Tensor penalisedLosses(Tensor x, Tensor y, double s) {
        Tensor penalty = y.square().sum().mul(s);
        return x.add(y.sum()).crossEntropy(y.abs()).add(penalty);
    }

    /** The same where the losses' seed is no constant. */
    @Differentiable
    static Tensor weighedLosses(Tensor x, Tensor y, double s) {
        return x.mul(s).crossEntropy(y.abs()).mul(y.sum());
    }

    @Differentiable
    static Tensor passes(Tensor x, Tensor y, double s) {
        Tensor p = x.mul(y).sigmoid();
        Tensor inner = p.log().add(x.tanh().mul(s)).exp().add(y.sin().mul(x.cos()));
        return inner.square().add(1).log().add(p.floor()).sub(y.softplus().expm1().log1p());
    }

    @Differentiable
    static Tensor layer(Tensor x, Tensor y, double s) {
        Tensor z = x.reshape(-1, 1).mm(Tensor.ones(x.dtype(), 1, 3)).add(y.reshape(-1).narrow(0, 0, 3)).mul(s);
        return z.relu().mul(z.tanh()).sum(1);
    }

    @Differentiable
    static double reductions(Tensor x, Tensor y, double s) {
        Tensor shifted = x.sub(x.mean()).mul(s);
        Tensor weights = shifted.exp();
        return weights.mul(y.sub(y.max())).sum().div(weights.sum()).item();
    }

    @Differentiable
    static Tensor inLoop(Tensor x, Tensor y, double s) {
        Tensor state = x.mul(0.5);
        for (int i = 0; i < 3; i++) {
            Tensor slope = state.mul(y).neg().add(s);
            state = state.add(slope.mul(0.1));
            if (s > 0) {
                state = state.mul(s).sub(y.square());
            }
        }
        return state;
    }

    /** The sizes of tensors are read between operations on their elements. */
    @Differentiable
    static Tensor sizes(Tensor x, Tensor y, double s) {
        Tensor a = x.mul(y).add(s);
        Tensor b = a.div(a.size() + 1).mul(a.sum().item());
        return b.mul(a.square()).mul(b.dim(0) + 1);
    }

    /** One tensor twice, and what is given as it is. */
    @Differentiable
    static Tensor twice(Tensor x, Tensor y, double s) {
        Tensor a = x.add(x).mul(x.add(x));
        Tensor b = a.expandTo(a);
        return Tensor.stack(a, b, a.mul(y.mul(s).expandTo(a)));
    }

    /** Numbers in the notations that Java has. */
    @Differentiable
    static Tensor notations(Tensor x, Tensor y, double s) {
        Tensor a = x.mul(010).add(0x10).sub(1_0).add(-0.0).mul(-1.5f).add(16_777_217);
        return a.mul(y.add(0b11)).add(1e-3).mul(-0x1p-2).pow(02).add(s);
    }

    /** One pass gives the value and all derivatives. */
    @Differentiable
    static Tensor total(Tensor x, Tensor y, double s) {
        return x.pow(2).add(x.pow(4)).mul(y).mul(s).sum();
    }

    @Differentiable
    static double loss(Tensor x, Tensor y, double s) {
        Tensor p = x.mul(s).sigmoid();
        return y.mul(p.log()).add(y.rsub(1).mul(p.rsub(1).log())).neg().mean().item();
    }

    /** Totals of one loop, some of which others wait for. */
    @Differentiable
    static Tensor totals(Tensor x, Tensor y, double s) {
        Tensor a = x.mul(y).add(s);
        Tensor spread = a.max().sub(a.min());
        Tensor b = a.sub(a.mean()).div(spread.add(1));
        return b.square().sum().div(a.abs().sum().add(a.square().mean()));
    }

    /** A total, and what it is made of, both read again. */
    @Differentiable
    static Tensor totalOfWhatIsKept(Tensor x, Tensor y, double s) {
        Tensor a = x.mul(s).sub(y);
        Tensor norm = a.mul(a).sum().sqrt();
        return Tensor.onesLike(a).mul(norm).add(a.div(a.size())).mul(Tensor.fullLike(a, s));
    }

    @Differentiable
    static Tensor functions(Tensor x, Tensor y, double s) {
        Tensor a = x.gelu().add(y.silu()).add(x.leakyRelu()).add(y.leakyRelu(s)).sub(x.elu()).add(y.elu(s));
        Tensor b = a.erf().add(a.mul(0.3).erfc()).add(x.softsign()).sub(y.logSigmoid()).add(x.hardtanh());
        Tensor c = x.relu6().add(y.hardsigmoid()).add(x.hardswish()).add(y.mish()).add(x.geluTanh()).tanhshrink();
        Tensor d = x.abs().add(0.5).lgamma().add(y.frac()).add(x.asinh()).add(y.clampMin(s)).sub(x.clampMax(0.2));
        return a.deg2rad().add(b.positive()).mul(c.rad2deg()).add(d.exp2()).add(x.hardshrink()).sub(y.threshold(0.1, 2));
    }

    @Differentiable
    static Tensor distributions(Tensor x, Tensor y, double s) {
        Tensor a = x.ndtr().mul(y.logNdtr()).add(x.mul(s).erfcx());
        return a.i0e().add(x.i0().mul(y.i1())).sub(y.i1e()).mul(a.mul(0.5).i1());
    }

    @Differentiable
    static Tensor pairs(Tensor x, Tensor y, double s) {
        Tensor a = x.atan2(y).add(x.hypot(y)).add(x.logaddexp(y)).add(x.abs().xlogy(y.abs().add(1)));
        Tensor b = x.fmod(y.abs().add(1)).add(x.remainder(0.7)).add(x.fmax(y)).sub(x.mul(2).fmin(y));
        Tensor c = x.addcmul(y, a).addcmul(a, b, s).addcdiv(y, a.abs().add(2)).lerp(b, y);
        return c.add(x.copysign(y)).add(x.abs().xlogy(1.5)).add(a.logaddexp2(b)).add(x.abs().xlog1py(y.abs()));
    }

    @Differentiable
    static Tensor powers(Tensor x, Tensor y, double s) {
        Tensor a = x.abs().add(0.1);
        Tensor b = a.pow(2.5).add(a.pow(-3)).add(a.pow(5)).add(a.pow(1)).sub(a.pow(0.5)).add(x.pow(6));
        return b.mul(a.pow(y)).add(y.rpow(2)).mul(s).add(a.pow(-0.5)).sub(a.pow(-2));
    }

    /** Masks of the chain, one of them read twice, one of them in another mask. */
    @Differentiable
    static Tensor masks(Tensor x, Tensor y, double s) {
        Tensor a = x.mul(y).add(s);
        Mask positive = a.gt(0);
        Mask both = positive.and(x.lt(y).not()).or(x.isnan());
        Tensor b = Tensor.where(positive, a.log(), a.neg()).add(a.masked(both));
        Tensor c = Tensor.where(y.ge(a.mean().item()).xor(both), b.square(), 2).masked(b.isfinite());
        return Tensor.where(x.eq(y), s, c).add(b.masked(a.isinf().not()));
    }
}
