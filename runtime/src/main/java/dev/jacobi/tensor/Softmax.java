package dev.jacobi.tensor;

/**
 * Exponentials divided by their sum along a dimension, and logarithms of these. The largest element is subtracted
 * first, which changes no quotient and keeps the exponentials from overflowing.
 */
final class Softmax {
    private Softmax() {}

    /** An element takes about so many nanoseconds. */
    private static final double NANOSECONDS = 2.5;

    private static final double NANOSECONDS_BACK = 0.8;

    /** The elements of the rows that one thread takes at a time. */
    private static final int PIECE = 1 << 15;

    static Tensor softmax(Tensor x, int axis) {
        if (x.size() == 0) {
            return x;
        }
        if (isLast(x, axis)) {
            return rows(x, axis, false);
        }
        Tensor exponentials =
                Stretched.sub(x, Reductions.amax(x, axis, true), axis).exp();
        return Stretched.div(exponentials, Reductions.sum(exponentials, axis, true), axis);
    }

    static Tensor logSoftmax(Tensor x, int axis) {
        if (x.size() == 0) {
            return x;
        }
        if (isLast(x, axis)) {
            return rows(x, axis, true);
        }
        Tensor shifted = Stretched.sub(x, Reductions.amax(x, axis, true), axis);
        return Stretched.sub(shifted, Reductions.sum(shifted.exp(), axis, true).log(), axis);
    }

    /** Whether what belongs together lies together. */
    private static boolean isLast(Tensor x, int axis) {
        return x.shape().span(axis + 1, x.rank()) == 1;
    }

    private static Tensor rows(Tensor x, int axis, boolean log) {
        int length = x.shape().at(axis);
        Tensor largest = Reductions.amax(x, axis, true);
        if (x.dtype() == DType.FLOAT32) {
            float[] out = Memory.floats(x.size());
            share(
                    x.size() / length,
                    length,
                    NANOSECONDS,
                    (from, to) -> FloatSoftmax.of(x.floats(), largest.floats(), length, log, out, from, to));
            return new Tensor(x.shape(), out);
        }
        double[] out = Memory.doubles(x.size());
        share(
                x.size() / length,
                length,
                NANOSECONDS,
                (from, to) -> DoubleSoftmax.of(x.doubles(), largest.doubles(), length, log, out, from, to));
        return new Tensor(x.shape(), out);
    }

    private static void share(int rows, int length, double nanoseconds, Cores.Work work) {
        if (Cores.pays((long) rows * length, nanoseconds)) {
            Cores.share(rows, PIECE / length + 1, work);
        } else {
            work.on(0, rows);
        }
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
        return isByRows(v, p, axis)
                ? byRows(v, p, axis, FloatSoftmax::bar, DoubleSoftmax::bar)
                : p.mul(Stretched.sub(v, Reductions.sum(p.mul(v), axis, true), axis));
    }

    /** (∂logSoftmax/∂x)ᵀ·v for the softmax p: v − p·Σv. */
    static Tensor logBar(Tensor v, Tensor p, int axis) {
        ElementLosses.checkEqual("logSoftmaxBar", v, p);
        return isByRows(v, p, axis)
                ? byRows(v, p, axis, FloatSoftmax::logBar, DoubleSoftmax::logBar)
                : v.sub(p.mul(Reductions.sum(v, axis, true)));
    }

    /** What is made of the rows {@code from} to {@code to - 1} of two arrays. */
    private interface FloatRowsOfTwo {
        void on(float[] v, float[] p, int length, float[] out, int from, int to);
    }

    /** As for float. */
    private interface DoubleRowsOfTwo {
        void on(double[] v, double[] p, int length, double[] out, int from, int to);
    }

    private static boolean isByRows(Tensor v, Tensor p, int axis) {
        return v.dtype() == p.dtype() && v.size() > 0 && isLast(v, axis);
    }

    private static Tensor byRows(Tensor v, Tensor p, int axis, FloatRowsOfTwo floats, DoubleRowsOfTwo doubles) {
        int length = v.shape().at(axis);
        int rows = v.size() / length;
        if (v.dtype() == DType.FLOAT32) {
            float[] out = Memory.floats(v.size());
            share(
                    rows,
                    length,
                    NANOSECONDS_BACK,
                    (from, to) -> floats.on(v.floats(), p.floats(), length, out, from, to));
            return new Tensor(v.shape(), out);
        }
        double[] out = Memory.doubles(v.size());
        share(
                rows,
                length,
                NANOSECONDS_BACK,
                (from, to) -> doubles.on(v.doubles(), p.doubles(), length, out, from, to));
        return new Tensor(v.shape(), out);
    }
}
