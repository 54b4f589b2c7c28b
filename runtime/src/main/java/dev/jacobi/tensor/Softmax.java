package dev.jacobi.tensor;

/**
 * Exponentials divided by their sum along a dimension, and logarithms of these. The largest element is subtracted
 * first, which changes no quotient and keeps the exponentials from overflowing.
 */
final class Softmax {
    private Softmax() {}

    static Tensor softmax(Tensor x, int axis) {
        if (x.size() == 0) {
            return x;
        }
        Tensor exponentials =
                Stretched.sub(x, Reductions.amax(x, axis, true), axis).exp();
        return Stretched.div(exponentials, Reductions.sum(exponentials, axis, true), axis);
    }

    static Tensor logSoftmax(Tensor x, int axis) {
        if (x.size() == 0) {
            return x;
        }
        Tensor shifted = Stretched.sub(x, Reductions.amax(x, axis, true), axis);
        return Stretched.sub(shifted, Reductions.sum(shifted.exp(), axis, true).log(), axis);
    }

    static Tensor logsumexp(Tensor x, int axis, boolean keepDim) {
        Tensor sums = x.shape().at(axis) == 0
                ? Reductions.sum(x, axis, true).log()
                : logsumexp(x, axis, finite(Reductions.amax(x, axis, true)));
        return keepDim ? sums : sums.reshaped(x.shape().without(axis));
    }

    private static Tensor logsumexp(Tensor x, int axis, Tensor shift) {
        return Reductions.sum(Stretched.sub(x, shift, axis).exp(), axis, true)
                .log()
                .add(shift);
    }

    /** 0 for infinities, which can't be subtracted from themselves. */
    private static Tensor finite(Tensor extremes) {
        return extremes.masked(extremes.abs().ne(Double.POSITIVE_INFINITY));
    }

    /** (∂softmax/∂x)·v for the softmax p, which is symmetric: p·(v − Σpv). */
    static Tensor bar(Tensor v, Tensor p, int axis) {
        ElementLosses.checkEqual("softmaxBar", v, p);
        return p.mul(Stretched.sub(v, Reductions.sum(p.mul(v), axis, true), axis));
    }

    /** (∂logSoftmax/∂x)ᵀ·v for the softmax p: v − p·Σv. */
    static Tensor logBar(Tensor v, Tensor p, int axis) {
        ElementLosses.checkEqual("logSoftmaxBar", v, p);
        return v.sub(p.mul(Reductions.sum(v, axis, true)));
    }
}
