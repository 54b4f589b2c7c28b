package dev.jacobi.tensor;

/**
 * A function that is computed in several short loops over blocks of elements. HotSpot vectorises loops only if they are
 * short and all arrays have one index, so pieces are copied out and back.
 *
 * <p>An element's result has the same bits wherever it stands, as long arrays and short ones, and the ends of loops
 * that aren't vectorised, go through the same operations.
 */
abstract class BlockFunction implements UnaryKernel {
    /** Under this length one loop over all steps is no slower. C2 takes note: loops that ran short aren't unrolled. */
    static final int SHORT = 128;

    @Override
    public double nanoseconds() {
        return 1;
    }

    /** See {@link FloatLanes}; those of functions that have none compute nothing. */
    int lanes(float[] x, float[] out, int from, int to) {
        return from;
    }

    /** One element after the other. */
    abstract void each(float[] x, float[] out, int from, int to);

    /** See {@link DoubleLanes}. */
    int lanes(double[] x, double[] out, int from, int to) {
        return from;
    }

    /** One element after the other. */
    abstract void each(double[] x, double[] out, int from, int to);

    /** Sets {@code b.r} to the function of the first n elements of {@code b.x}. */
    abstract void block(FloatBlock b, int n);

    /** Sets {@code b.r} to the function of the first n elements of {@code b.x}. */
    abstract void block(DoubleBlock b, int n);

    /** In the place of the first elements. */
    final void inPlace(double[] x, int count) {
        if (count < SHORT) {
            each(x, x, 0, count);
            return;
        }
        DoubleBlock block = DoubleBlock.own();
        for (int start = 0; start < count; start += DoubleBlock.LENGTH) {
            int n = Math.min(DoubleBlock.LENGTH, count - start);
            System.arraycopy(x, start, block.x, 0, n);
            if (lanes(block.x, block.y, 0, n) == n) {
                System.arraycopy(block.y, 0, x, start, n);
            } else {
                block(block, n);
                System.arraycopy(block.r, 0, x, start, n);
            }
        }
    }

    @Override
    public final void apply(float[] x, float[] out) {
        apply(x, out, 0, out.length);
    }

    @Override
    public final void apply(double[] x, double[] out) {
        apply(x, out, 0, out.length);
    }

    @Override
    public final void apply(float[] x, float[] out, int from, int to) {
        int start = lanes(x, out, from, to);
        if (to - start < SHORT) {
            each(x, out, start, to);
            return;
        }
        FloatBlock block = FloatBlock.own();
        for (int n = FloatBlock.LENGTH; to - start >= SHORT; start += n) {
            n = Math.min(n, to - start);
            System.arraycopy(x, start, block.x, 0, n);
            block(block, n);
            System.arraycopy(block.r, 0, out, start, n);
        }
        each(x, out, start, to);
    }

    @Override
    public final void apply(double[] x, double[] out, int from, int to) {
        int start = lanes(x, out, from, to);
        if (to - start < SHORT) {
            each(x, out, start, to);
            return;
        }
        DoubleBlock block = DoubleBlock.own();
        for (int n = DoubleBlock.LENGTH; to - start >= SHORT; start += n) {
            n = Math.min(n, to - start);
            System.arraycopy(x, start, block.x, 0, n);
            block(block, n);
            System.arraycopy(block.r, 0, out, start, n);
        }
        each(x, out, start, to);
    }
}
