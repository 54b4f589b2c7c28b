package dev.jacobi.tensor;

/**
 * A piece of an array and room for what is computed on the way, which together stay in the first-level cache. A thread
 * keeps them: making them anew takes as long as computing in them.
 */
final class FloatBlock {
    static final int LENGTH = 512;

    final float[] x;
    final float[] p;
    final float[] q;
    final float[] r;

    /** Whether some elements are to be computed one by one. */
    boolean edges;

    private static final ThreadLocal<FloatBlock> OWN = ThreadLocal.withInitial(FloatBlock::new);

    private FloatBlock() {
        this.x = new float[LENGTH];
        this.p = new float[LENGTH];
        this.q = new float[LENGTH];
        this.r = new float[LENGTH];
    }

    /** The thread's own. */
    static FloatBlock own() {
        return OWN.get();
    }
}
