package dev.jacobi.tensor;

import org.jspecify.annotations.Nullable;

/**
 * −Σ y·ln p along a dimension for the softmax p of x, and the slopes by x of each, p·Σy − y. Targets y are shares of
 * classes, or name one class. Used by generated code, which asks for both at once where it needs both.
 */
public final class CrossEntropy {
    /** An element takes about so many nanoseconds. */
    private static final double NANOSECONDS = 2.5;

    private static final double NANOSECONDS_SCALED = 0.1;

    /** The elements of the rows that one thread takes at a time. */
    private static final int PIECE = 1 << 15;

    private CrossEntropy() {}

    /** {@link Tensor#classLosses(Tensor, int)} and {@link Tensor#classSlopes(Tensor, int)} in one go. */
    public static Tensor[] lossesAndSlopes(Tensor x, Tensor y, int dim) {
        return lossesAndSlopes(x, y, dim, Reduction.NONE);
    }

    /** The losses, and the slopes of what the reduction makes of them. */
    public static Tensor[] lossesAndSlopes(Tensor x, Tensor y, int dim, Reduction reduction) {
        int axis = axis(x, y, dim);
        return isByRows(x, y, axis)
                ? byRows(x, y, null, axis, true, true, reduction)
                : reduced(losses(x, y, axis), slopes(x, y, axis), axis, reduction);
    }

    /** {@link Tensor#classLosses(Index, int)} and {@link Tensor#classSlopes(Index, int)} in one go. */
    public static Tensor[] lossesAndSlopes(Tensor x, Index targets, int dim) {
        return lossesAndSlopes(x, targets, dim, Reduction.NONE);
    }

    /** The losses, and the slopes of what the reduction makes of them. */
    public static Tensor[] lossesAndSlopes(Tensor x, Index targets, int dim, Reduction reduction) {
        int axis = axis(x, targets, dim);
        return isByRows(x, axis)
                ? byRows(x, null, targets, axis, true, true, reduction)
                : reduced(losses(x, targets, axis), slopes(x, targets, axis), axis, reduction);
    }

    private static Tensor[] reduced(Tensor losses, Tensor slopes, int axis, Reduction reduction) {
        if (reduction != Reduction.MEAN) {
            return new Tensor[] {losses, slopes};
        }
        Tensor bars = reduction.adjoint(Tensor.ones(losses.dtype()), losses);
        return new Tensor[] {losses, scaled(slopes, bars, axis)};
    }

    /** {@code bars.unsqueeze(dim).mul(slopes)}, written over the slopes, which nobody else may have. */
    public static Tensor scaled(Tensor slopes, Tensor bars, int dim) {
        int axis = slopes.shape().axis("crossEntropy", dim);
        boolean inPlace = slopes.dtype() == bars.dtype()
                && isByRows(slopes, axis)
                && bars.shape().equals(slopes.shape().without(axis));
        if (!inPlace) {
            return bars.unsqueeze(dim).mul(slopes);
        }
        int length = slopes.shape().at(axis);
        Cores.Work work = slopes.dtype() == DType.FLOAT32
                ? (from, to) -> FloatClassLosses.scaleRows(slopes.floats(), bars.floats(), length, from, to)
                : (from, to) -> DoubleClassLosses.scaleRows(slopes.doubles(), bars.doubles(), length, from, to);
        if (Cores.pays(slopes.size(), NANOSECONDS_SCALED)) {
            Cores.share(bars.size(), PIECE / length + 1, work);
        } else {
            work.on(0, bars.size());
        }
        return slopes;
    }

    static int axis(Tensor x, Tensor y, int dim) {
        int axis = x.shape().axis("crossEntropy", dim);
        ElementLosses.checkEqual("crossEntropy", x, y);
        return axis;
    }

    static int axis(Tensor x, Index targets, int dim) {
        int axis = x.shape().axis("crossEntropy", dim);
        ClassLosses.check("crossEntropy", x, targets);
        return axis;
    }

    static Tensor losses(Tensor x, Tensor y, int axis) {
        return isByRows(x, y, axis)
                ? byRows(x, y, null, axis, true, false, Reduction.NONE)[0]
                : Reductions.sum(y.mul(Softmax.logSoftmax(x, axis)), axis, false)
                        .neg();
    }

    static Tensor slopes(Tensor x, Tensor y, int axis) {
        return isByRows(x, y, axis)
                ? byRows(x, y, null, axis, false, true, Reduction.NONE)[0]
                : Softmax.softmax(x, axis).mul(Reductions.sum(y, axis, true)).sub(y);
    }

    static Tensor losses(Tensor x, Index targets, int axis) {
        return isByRows(x, axis)
                ? byRows(x, null, targets, axis, true, false, Reduction.NONE)[0]
                : ClassLosses.nll(Softmax.logSoftmax(x, axis), targets, Reduction.NONE);
    }

    static Tensor slopes(Tensor x, Index targets, int axis) {
        Tensor ones = Tensor.ones(x.dtype(), targets.shape().toArray());
        return isByRows(x, axis)
                ? byRows(x, null, targets, axis, false, true, Reduction.NONE)[0]
                : Softmax.softmax(x, axis).add(ClassLosses.nllBar(ones, x, targets, Reduction.NONE));
    }

    private static boolean isByRows(Tensor x, Tensor y, int axis) {
        return x.dtype() == y.dtype() && isByRows(x, axis);
    }

    /** Whether what belongs together lies together. */
    private static boolean isByRows(Tensor x, int axis) {
        return x.size() > 0 && x.shape().span(axis + 1, x.rank()) == 1;
    }

    private static Tensor[] byRows(
            Tensor x,
            @Nullable Tensor y,
            @Nullable Index targets,
            int axis,
            boolean losses,
            boolean slopes,
            Reduction reduction) {
        int length = x.shape().at(axis);
        int rows = x.size() / length;
        int[] classes = targets == null ? new int[0] : targets.elements();
        Object first = losses ? x.dtype().newArray(rows) : null;
        Object second = slopes ? x.dtype().newArray(x.size()) : null;
        Cores.Work work = x.dtype() == DType.FLOAT32
                ? new FloatClassLosses(
                        x.floats(),
                        length,
                        y == null ? null : y.floats(),
                        classes,
                        (float[]) first,
                        (float[]) second,
                        reduction == Reduction.MEAN ? 1f / rows : 1)::on
                : new DoubleClassLosses(
                        x.doubles(),
                        length,
                        y == null ? null : y.doubles(),
                        classes,
                        (double[]) first,
                        (double[]) second,
                        reduction == Reduction.MEAN ? 1.0 / rows : 1)::on;
        if (Cores.pays(x.size(), NANOSECONDS)) {
            Cores.share(rows, PIECE / length + 1, work);
        } else {
            work.on(0, rows);
        }
        Tensor[] out = new Tensor[losses && slopes ? 2 : 1];
        if (first != null) {
            out[0] = Tensor.owning(x.shape().without(axis), x.dtype(), first);
        }
        if (second != null) {
            out[out.length - 1] = Tensor.owning(x.shape(), x.dtype(), second);
        }
        return out;
    }
}
