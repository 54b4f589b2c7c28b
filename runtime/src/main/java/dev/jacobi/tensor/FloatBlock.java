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
        this.x = new float[room(LENGTH)];
        this.p = new float[room(LENGTH)];
        this.q = new float[room(LENGTH)];
        this.r = new float[room(LENGTH)];
    }

    /**
     * A length from {@code width} on with which an array and its header fill whole cache lines. Of such arrays that
     * were made one after the other all begin at the same place in a line, so that loops over several can have all
     * vectors aligned: HotSpot aligns one of them, and a vector that lies in two lines takes twice as long.
     */
    static int room(int width) {
        return (width + 3) / 16 * 16 + 12;
    }

    /** The thread's own. */
    static FloatBlock own() {
        return OWN.get();
    }
}
