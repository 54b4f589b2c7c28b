package dev.jacobi.tensor;

/**
 * The order of elements along a dimension. Equal elements stay as they are, NaN is larger than all. Positions are
 * counted row by row over the whole tensor, or along the dimension.
 */
final class Sorting {
    private final Tensor x;
    private final int length;
    private final int inner;

    Sorting(Tensor x, int axis) {
        this.x = x;
        this.length = x.shape().at(axis);
        this.inner = x.shape().span(axis + 1, x.rank());
    }

    private int lanes() {
        return length == 0 ? 0 : x.size() / length;
    }

    private int start(int lane) {
        return lane / inner * length * inner + lane % inner;
    }

    /** Positions in x of the elements in order: all, or the first {@code count} of each lane. */
    static Index positions(Tensor x, int axis, boolean descending, int count, boolean along) {
        Sorting sorting = new Sorting(x, axis);
        Shape shape = x.shape().with("topk", axis, count);
        int[] out = new int[shape.size()];
        for (int lane = 0; lane < sorting.lanes(); lane++) {
            int start = sorting.start(lane);
            int[] order = sorting.order(start, descending);
            int to = lane / sorting.inner * count * sorting.inner + lane % sorting.inner;
            for (int i = 0; i < count; i++) {
                out[to + i * sorting.inner] = along ? order[i] : start + order[i] * sorting.inner;
            }
        }
        return new Index(shape, out);
    }

    /**
     * Positions in x of the element of a rank, counted from the smallest at 0; of the last NaN where {@code nan} asks
     * for it and there is one.
     */
    static Index ranked(Tensor x, int axis, int rank, boolean keepDim, boolean nan) {
        Sorting sorting = new Sorting(x, axis);
        Shape shape = keepDim ? x.shape().with(axis, 1) : x.shape().without(axis);
        int[] out = new int[shape.size()];
        for (int lane = 0; lane < out.length; lane++) {
            int start = sorting.start(lane);
            int[] order = sorting.order(start, false);
            int last = start + order[order.length - 1] * sorting.inner;
            out[lane] = nan && Double.isNaN(x.at(last)) ? last : start + order[rank] * sorting.inner;
        }
        return new Index(shape, out);
    }

    /** Positions in x of the largest, or smallest, up to each element; of equal ones the last, and of NaN. */
    static Index running(Tensor x, int axis, boolean largest) {
        Sorting sorting = new Sorting(x, axis);
        int[] out = new int[x.size()];
        for (int lane = 0; lane < sorting.lanes(); lane++) {
            int best = sorting.start(lane);
            for (int i = 0; i < sorting.length; i++) {
                int at = sorting.start(lane) + i * sorting.inner;
                best = continues(x.at(at), x.at(best), largest) ? at : best;
                out[at] = best;
            }
        }
        return new Index(x.shape(), out);
    }

    private static boolean continues(double next, double best, boolean largest) {
        return Double.isNaN(next) || (largest ? next >= best : next <= best);
    }

    /** The positions along a lane in the order of their elements: a merge sort, which keeps equal ones in place. */
    private int[] order(int start, boolean descending) {
        double[] keys = new double[length];
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            keys[i] = x.at(start + i * inner);
            order[i] = i;
        }
        int[] merged = new int[length];
        for (int run = 1; run < length; run *= 2) {
            for (int from = 0; from < length; from += 2 * run) {
                merge(keys, descending, order, merged, from, run);
            }
            int[] swap = order;
            order = merged;
            merged = swap;
        }
        return order;
    }

    private static void merge(double[] keys, boolean descending, int[] from, int[] to, int start, int run) {
        int middle = Math.min(start + run, from.length);
        int end = Math.min(middle + run, from.length);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeRight =
                    left == middle || right < end && before(keys[from[right]], keys[from[left]], descending);
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }

    private static boolean before(double a, double b, boolean descending) {
        return descending ? less(b, a) : less(a, b);
    }

    private static boolean less(double a, double b) {
        return a < b || Double.isNaN(b) && !Double.isNaN(a);
    }
}
