package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elementwise operations that generated code has put into one loop, so that no tensor is made of what lies between
 * them, nor of what is only summed. Used by generated code, which has a subclass for each such loop.
 *
 * <p>The loop runs where all <em>leading</em> operands have one shape and type and the others stretch to it, so that
 * each of the operations gives a tensor of that shape; else they run one by one. Both ways give the same bits.
 */
public abstract class FusedLoop {
    private final int leading;
    private final int results;
    private final int scratch;
    private final Total[] totals;
    private final List<int[]> together = new ArrayList<>();

    /** Which of the totals keep the dimension that they are made along; null if they are 0-d. */
    private boolean @Nullable [] keepsDim;

    private int dim;

    /** For each result the operand whose memory it is written in, or -1. */
    private final int[] places;

    /** What comes behind the totals: results by their numbers, and operands by the complements of theirs. */
    private final List<Integer> others = new ArrayList<>();

    /**
     * The first number where the condition holds, else the second, without a branch, which the processor would often
     * guess wrong: HotSpot moves integers by condition, but no floating point numbers.
     */
    protected static float chosen(boolean condition, float x, float y) {
        return Float.intBitsToFloat(condition ? Float.floatToRawIntBits(x) : Float.floatToRawIntBits(y));
    }

    /** As {@link #chosen(boolean, float, float)}. */
    protected static double chosen(boolean condition, double x, double y) {
        return Double.longBitsToDouble(condition ? Double.doubleToRawLongBits(x) : Double.doubleToRawLongBits(y));
    }

    /** What a loop makes one number of. */
    protected enum Total {
        /** {@link Tensor#sum()}. */
        SUM,
        /** {@link Tensor#mean()}. */
        MEAN,
        /** {@link Tensor#max()} or {@link Tensor#amax(int)}. */
        MAX,
        /** {@link Tensor#min()} or {@link Tensor#amin(int)}. */
        MIN;

        /** What the lanes hold before the first element. */
        double start() {
            return this == MAX ? Double.NEGATIVE_INFINITY : this == MIN ? Double.POSITIVE_INFINITY : 0;
        }

        /** What the lanes of a group have come to; they are changed. */
        double ofGroup(Object lanes, int size) {
            boolean sums = this == SUM || this == MEAN;
            if (!sums || size <= PlainSum.LANES) {
                return of(lanes, 0, Math.min(size, PlainSum.LANES));
            }
            return lanes instanceof float[] floats ? PlainSum.folded(floats) : PlainSum.folded((double[]) lanes);
        }

        /** What some lanes have come to. */
        double of(Object lanes, int from, int to) {
            if (lanes instanceof float[] floats) {
                return switch (this) {
                    case SUM, MEAN -> PlainSum.blocks(floats, from, to);
                    case MAX -> KERNELS.max(floats, from, to);
                    case MIN -> KERNELS.min(floats, from, to);
                };
            }
            double[] doubles = (double[]) lanes;
            return switch (this) {
                case SUM, MEAN -> PlainSum.blocks(doubles, from, to);
                case MAX -> KERNELS.max(doubles, from, to);
                case MIN -> KERNELS.min(doubles, from, to);
            };
        }

        /**
         * The totals of rows that lie in the lanes side by side, into the elements of {@code out} from {@code row} on.
         */
        void ofRows(Object lanes, int row, int count, int length, double[] out) {
            for (int r = 0; r < count; r++) {
                out[row + r] = of(length, of(lanes, r * length, (r + 1) * length));
            }
        }

        /** Two parts together. */
        double with(double first, double second) {
            return switch (this) {
                case SUM, MEAN -> first + second;
                case MAX -> Math.max(first, second);
                case MIN -> Math.min(first, second);
            };
        }

        /** The pieces of n elements together, as {@link Reductions} has it. */
        double of(int n, double... pieces) {
            double all = pieces.length == 1
                    ? pieces[0]
                    : switch (this) {
                        case SUM, MEAN -> KERNELS.sum(pieces, 0, pieces.length);
                        case MAX -> KERNELS.max(pieces, 0, pieces.length);
                        case MIN -> KERNELS.min(pieces, 0, pieces.length);
                    };
            return this == MEAN ? all / n : all;
        }
    }

    /**
     * @param leading how many operands, the first ones, have the loop's shape
     * @param results how many tensors of that shape it gives
     * @param scratch how many arrays it keeps values in between its passes
     * @param totals what it gives besides: 0-d, unless said otherwise
     */
    protected FusedLoop(int leading, int results, int scratch, Total... totals) {
        this.leading = leading;
        this.results = results;
        this.scratch = scratch;
        this.totals = totals.clone();
        this.places = new int[results];
        Arrays.fill(places, -1);
    }

    /** Some operands must have the loop's shape together: that which they stretch to. Said by constructors. */
    protected final void together(int... operands) {
        together.add(operands.clone());
    }

    /**
     * The totals are those of rows: along a dimension behind which no other is longer than 1. Said by constructors.
     *
     * @param keepsDim for each total whether it has that dimension, with length 1
     */
    protected final void along(int dim, boolean... keepsDim) {
        this.dim = dim;
        this.keepsDim = keepsDim.clone();
    }

    /**
     * Another result, behind the totals, that is equal to one, or is asked only for its shape. Said by constructors.
     */
    protected final void again(int result) {
        others.add(result);
    }

    /** The same for one that is equal to an operand. */
    protected final void given(int operand) {
        others.add(~operand);
    }

    /**
     * A result is written over the elements of an operand, which nothing else has or reads any more: not where that has
     * to be stretched, nor where the operations run one by one. Said by constructors.
     */
    protected final void reuses(int result, int operand) {
        places[result] = operand;
    }

    /** The operations one by one. */
    protected abstract Tensor[] apart(Tensor[] operands, double[] numbers);

    /**
     * All passes over the elements {@code from} to {@code to - 1} of arrays.
     *
     * @param a the operands' elements, the results', the lanes that totals are gathered in, and scratch
     */
    protected abstract void run(float[][] a, double[] numbers, int from, int to);

    /** As for float. */
    protected abstract void run(double[][] a, double[] numbers, int from, int to);

    /** The loop's only result. */
    protected final Tensor one(double[] numbers, Tensor... operands) {
        return all(numbers, operands)[0];
    }

    /** The loop's results: those of its shape, then the totals. */
    protected final Tensor[] all(double[] numbers, Tensor... operands) {
        Shape shape = shape(operands);
        return shape == null ? apart(operands, numbers) : together(shape, numbers, operands);
    }

    /** The loop's shape; null if the operations have to run one by one. */
    private @Nullable Shape shape(Tensor... operands) {
        for (Tensor operand : operands) {
            if (operand == null || operand.dtype() != operands[0].dtype()) {
                return null;
            }
        }
        Shape shape = leading > 0 ? operands[0].shape() : stretched(together.get(0), operands);
        if (shape == null || !areOf(shape, operands) || (totals.length > 0 && shape.size() == 0)) {
            return null;
        }
        return keepsDim == null || isOfRows(shape) ? shape : null;
    }

    private boolean areOf(Shape shape, Tensor... operands) {
        boolean stretches = false;
        for (int i = 0; i < operands.length; i++) {
            if (!operands[i].shape().equals(shape)) {
                stretches = true;
                if (i < leading || !Broadcasting.fits(operands[i].shape(), shape)) {
                    return false;
                }
            }
        }
        for (int i = 0; stretches && i < together.size(); i++) {
            Shape span = stretched(together.get(i), operands);
            if (span == null || !span.equals(shape)) {
                return false;
            }
        }
        return !stretches || shape.size() > 0;
    }

    /** The shape that some operands stretch to; null if they don't fit. */
    private static @Nullable Shape stretched(int[] some, Tensor... operands) {
        Shape shape = operands[some[0]].shape();
        for (int i : some) {
            Shape other = operands[i].shape();
            if (!other.equals(shape)) {
                if (!Broadcasting.isCommon(shape, other)) {
                    return null;
                }
                shape = Broadcasting.shape("together", shape, other);
            }
        }
        return shape;
    }

    private boolean isOfRows(Shape shape) {
        int axis = dim < 0 ? dim + shape.rank() : dim;
        return axis >= 0 && axis < shape.rank() && shape.span(axis + 1, shape.rank()) == 1;
    }

    private Tensor[] together(Shape shape, double[] numbers, Tensor... operands) {
        DType dtype = operands[0].dtype();
        int n = shape.size();
        int given = operands.length;
        boolean large = n > BlockArrays.LENGTH;
        boolean blocks = large && scratch + totals.length > 0;
        Object[] whole = arrays(dtype, given + results + totals.length + scratch);
        @Nullable StretchedReader[] readers = new StretchedReader[given];
        for (int i = 0; i < given; i++) {
            boolean stretched = operands[i].size() != n;
            boolean repeated = operands[i].size() == 1 && stretched;
            blocks |= stretched && large;
            whole[i] = large || !stretched
                    ? operands[i].data()
                    : repeated ? filled(operands[i], n) : Broadcasting.expandedData(operands[i], shape);
            readers[i] = large && stretched && !repeated ? new StretchedReader(operands[i], shape) : null;
        }
        Tensor[] out = new Tensor[results + totals.length + others.size()];
        for (int i = 0; i < results; i++) {
            boolean over = places[i] >= 0 && operands[places[i]].size() == n;
            whole[given + i] = over ? whole[places[i]] : Memory.array(dtype, n);
            out[i] = Tensor.owning(shape, dtype, whole[given + i]);
        }
        if (blocks) {
            large(shape, new FusedBlocks(this, results, totals, whole, readers, numbers), dtype, out);
        } else if (large) {
            inPlace(whole, numbers, n);
        } else {
            small(whole, numbers, shape, dtype, out);
        }
        for (int i = 0; i < others.size(); i++) {
            int other = others.get(i);
            out[results + totals.length + i] = other < 0 ? operands[~other] : out[other];
        }
        return out;
    }

    private void large(Shape shape, FusedBlocks blocks, DType dtype, Tensor... out) {
        if (keepsDim == null) {
            blocks.run(shape.size(), out);
            return;
        }
        int length = length(shape);
        double[][] sums = new double[totals.length][shape.size() / length];
        blocks.rows(shape.size() / length, length, sums);
        rows(shape, dtype, sums, out);
    }

    /** The length of a row. */
    private int length(Shape shape) {
        return shape.dim(dim);
    }

    private void rows(Shape shape, DType dtype, double[][] sums, Tensor... out) {
        int axis = shape.axis("along", dim);
        for (int i = 0; i < totals.length; i++) {
            boolean keeps = keepsDim != null && keepsDim[i];
            Shape reduced = keeps ? shape.with(axis, 1) : shape.without(axis);
            out[results + i] = new Tensor(reduced, sums[i]).to(dtype);
        }
    }

    static Object[] arrays(DType dtype, int count) {
        return dtype == DType.FLOAT32 ? new float[count][] : new double[count][];
    }

    private static Object filled(Tensor number, int length) {
        Object out = number.dtype().newArray(length);
        fill(out, length, number.at(0));
        return out;
    }

    static void fill(Object array, int length, double value) {
        if (array instanceof float[] floats) {
            Arrays.fill(floats, 0, length, (float) value);
        } else {
            Arrays.fill((double[]) array, 0, length, value);
        }
    }

    final void run(Object[] arrays, double[] numbers, int from, int to) {
        if (arrays instanceof float[][] floats) {
            run(floats, numbers, from, to);
        } else {
            run((double[][]) arrays, numbers, from, to);
        }
    }

    /** Over few elements, in one go. */
    private void small(Object[] whole, double[] numbers, Shape shape, DType dtype, Tensor... out) {
        int n = shape.size();
        int lanes = whole.length - scratch - totals.length;
        for (int i = lanes; i < whole.length; i++) {
            whole[i] = dtype.newArray(n);
        }
        for (int i = 0; i < totals.length; i++) {
            if (totals[i].start() != 0) {
                fill(whole[lanes + i], n, totals[i].start());
            }
        }
        run(whole, numbers, 0, n);
        if (keepsDim != null) {
            int length = length(shape);
            double[][] sums = new double[totals.length][n / length];
            for (int i = 0; i < totals.length; i++) {
                totals[i].ofRows(whole[lanes + i], 0, n / length, length, sums[i]);
            }
            rows(shape, dtype, sums, out);
            return;
        }
        for (int i = 0; i < totals.length; i++) {
            out[results + i] = Tensor.scalarOf(dtype, totals[i].of(n, totals[i].of(whole[lanes + i], 0, n)));
        }
    }

    /** From the operands' arrays straight into the results'. */
    private void inPlace(Object[] whole, double[] numbers, int n) {
        if (Cores.pays(n, nanoseconds(whole.length))) {
            Cores.share(n, PlainSum.PIECE, (from, to) -> run(whole, numbers, from, to));
        } else {
            run(whole, numbers, 0, n);
        }
    }

    /** About how long an element takes at least: to read and write, and what needs a pass of its own. */
    final double nanoseconds(int arrays) {
        return 0.1 * (arrays - scratch) + 0.5 * scratch;
    }
}
