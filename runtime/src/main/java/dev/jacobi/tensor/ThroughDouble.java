package dev.jacobi.tensor;

/**
 * A function whose float32 form is its float64 form, rounded. Widening, computing and narrowing are loops of their own,
 * over blocks that stay in the first-level cache: one loop that does all three is twice as slow on JDK 17.
 */
abstract class ThroughDouble implements UnaryKernel {
    private static final int BLOCK = 256;
    private static final ThreadLocal<double[]> BLOCKS = ThreadLocal.withInitial(() -> new double[BLOCK]);

    @Override
    public double nanoseconds() {
        return 1;
    }

    @Override
    public final void apply(float[] x, float[] out) {
        apply(x, out, 0, out.length);
    }

    @Override
    public final void apply(float[] x, float[] out, int from, int to) {
        double[] block = BLOCKS.get();
        for (int start = from; start < to; start += BLOCK) {
            if (to - start < BLOCK) {
                block = new double[to - start];
            }
            for (int i = 0; i < block.length; i++) {
                block[i] = x[start + i];
            }
            apply(block, block);
            for (int i = 0; i < block.length; i++) {
                out[start + i] = (float) block[i];
            }
        }
    }
}
