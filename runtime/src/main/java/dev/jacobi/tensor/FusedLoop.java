package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

import java.util.Arrays;

/**
 * Elementwise operations that generated code has put into one loop, so that no tensor is made of what lies between
 * them, nor of what is only summed. Used by generated code, which has a subclass for each such loop.
 *
 * <p>The loop runs where all <em>leading</em> operands have one shape and type and the others stretch to it, which is
 * what the generated code supposes; else the operations run one by one. Both ways give the same bits.
 */
public abstract class FusedLoop {
    private final int leading;
    private final int results;
    private final int scratch;
    private final Total[] totals;

    /** What a loop makes one number of. */
    protected enum Total {
        /** {@link Tensor#sum()}. */
        SUM,
        /** {@link Tensor#mean()}. */
        MEAN,
        /** {@link Tensor#max()}. */
        MAX,
        /** {@link Tensor#min()}. */
        MIN;

        /** What the lanes hold before the first element. */
        double start() {
            return this == MAX ? Double.NEGATIVE_INFINITY : this == MIN ? Double.POSITIVE_INFINITY : 0;
        }

        /** What the lanes of a group have come to; they are changed. */
        double ofGroup(Object lanes, int size) {
            boolean sums = this == SUM || this == MEAN;
            if (!sums || size <= PlainSum.LANES) {
                return of(lanes, Math.min(size, PlainSum.LANES));
            }
            return lanes instanceof float[] floats ? PlainSum.folded(floats) : PlainSum.folded((double[]) lanes);
        }

        /** What the first lanes have come to. */
        double of(Object lanes, int length) {
            if (lanes instanceof float[] floats) {
                return switch (this) {
                    case SUM, MEAN -> PlainSum.blocks(floats, 0, length);
                    case MAX -> KERNELS.max(floats, 0, length);
                    case MIN -> KERNELS.min(floats, 0, length);
                };
            }
            double[] doubles = (double[]) lanes;
            return switch (this) {
                case SUM, MEAN -> PlainSum.blocks(doubles, 0, length);
                case MAX -> KERNELS.max(doubles, 0, length);
                case MIN -> KERNELS.min(doubles, 0, length);
            };
        }

        /** Two parts together. */
        double with(double first, double second) {
            return switch (this) {
                case SUM, MEAN -> first + second;
                case MAX -> Math.max(first, second);
                case MIN -> Math.min(first, second);
            };
        }

        /** The pieces together, as {@link Reductions} has it. */
        Tensor of(DType dtype, int n, double... pieces) {
            double all = pieces.length == 1
                    ? pieces[0]
                    : switch (this) {
                        case SUM, MEAN -> KERNELS.sum(pieces, 0, pieces.length);
                        case MAX -> KERNELS.max(pieces, 0, pieces.length);
                        case MIN -> KERNELS.min(pieces, 0, pieces.length);
                    };
            return Tensor.scalarOf(dtype, this == MEAN ? all / n : all);
        }
    }

    /**
     * @param leading how many operands, the first ones, have the loop's shape; at least one
     * @param results how many tensors of that shape it gives
     * @param scratch how many arrays it keeps values in between its passes
     * @param totals what it gives besides, each 0-d
     */
    protected FusedLoop(int leading, int results, int scratch, Total... totals) {
        this.leading = leading;
        this.results = results;
        this.scratch = scratch;
        this.totals = totals.clone();
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
        return fits(operands) ? together(numbers, operands) : apart(operands, numbers);
    }

    private boolean fits(Tensor... operands) {
        Tensor first = operands[0];
        if (first == null || totals.length > 0 && first.size() == 0) {
            return false;
        }
        for (int i = 1; i < operands.length; i++) {
            Tensor x = operands[i];
            boolean fits = x != null
                    && x.dtype() == first.dtype()
                    && (x.shape().equals(first.shape()) || i >= leading && Broadcasting.fits(x.shape(), first.shape()));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private Tensor[] together(double[] numbers, Tensor... operands) {
        Shape shape = operands[0].shape();
        DType dtype = operands[0].dtype();
        int n = shape.size();
        int given = operands.length;
        boolean large = n > BlockArrays.LENGTH;
        boolean blocks = large && scratch + totals.length > 0;
        Object[] whole = arrays(dtype, given + results + totals.length + scratch);
        for (int i = 0; i < given; i++) {
            boolean repeated = operands[i].size() == 1 && n != 1;
            blocks |= repeated && large;
            whole[i] = !repeated
                    ? Broadcasting.expandedData(operands[i], shape)
                    : large ? operands[i].data() : filled(operands[i], n);
        }
        Tensor[] out = new Tensor[results + totals.length];
        for (int i = 0; i < results; i++) {
            whole[given + i] = dtype.newArray(n);
            out[i] = Tensor.owning(shape, dtype, whole[given + i]);
        }
        if (blocks) {
            new FusedBlocks(this, given, results, totals, whole, numbers).run(n, out);
        } else if (large) {
            inPlace(whole, numbers, n);
        } else {
            small(whole, numbers, n, dtype, out);
        }
        return out;
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
    private void small(Object[] whole, double[] numbers, int n, DType dtype, Tensor... out) {
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
        for (int i = 0; i < totals.length; i++) {
            out[results + i] = totals[i].of(dtype, n, totals[i].of(whole[lanes + i], n));
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
