package dev.jacobi.tensor;

/**
 * A piece of an array and room for what is computed on the way, which together stay in the first-level cache. A thread
 * keeps them: making them anew takes as long as computing in them.
 */
final class DoubleBlock {
    static final int LENGTH = 256;

    final double[] x;
    final double[] p;
    final double[] q;
    final double[] r;

    /** Whether some elements are to be computed one by one. */
    boolean edges;

    private static final ThreadLocal<DoubleBlock> OWN = ThreadLocal.withInitial(DoubleBlock::new);

    private DoubleBlock() {
        this.x = new double[LENGTH];
        this.p = new double[LENGTH];
        this.q = new double[LENGTH];
        this.r = new double[LENGTH];
    }

    /** The thread's own. */
    static DoubleBlock own() {
        return OWN.get();
    }
}
