package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * A piece of an array and room for what is computed on the way, which together stay in the first-level cache. A thread
 * keeps them: making them anew takes as long as computing in them.
 */
final class FloatBlock {
    static final int LENGTH = 512;

    final float[] x;
    final float[] y;
    final float[] p;
    final float[] q;
    final float[] r;
    final float[] far;

    /** Whether some elements are to be computed one by one. */
    boolean edges;

    private static final ThreadLocal<FloatBlock> OWN = ThreadLocal.withInitial(FloatBlock::new);

    private FloatBlock() {
        this.x = new float[room(LENGTH)];
        this.y = new float[room(LENGTH)];
        this.p = new float[room(LENGTH)];
        this.q = new float[room(LENGTH)];
        this.r = new float[room(LENGTH)];
        this.far = new float[room(LENGTH)];
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

    /** The sum of the first n elements of {@code far}, which are changed. */
    float sumOfFar(int n) {
        if (n < LENGTH) {
            Arrays.fill(far, n, LENGTH, 0);
        }
        for (int i = 0; i < LENGTH / 4; i++) { // HotSpot vectorises this, as the distances are constants
            far[i] = (far[i] + far[i + LENGTH / 2]) + (far[i + LENGTH / 4] + far[i + 3 * LENGTH / 4]);
        }
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int i = 0; i < LENGTH / 4; i += 8) {
            s0 += far[i];
            s1 += far[i + 1];
            s2 += far[i + 2];
            s3 += far[i + 3];
            s4 += far[i + 4];
            s5 += far[i + 5];
            s6 += far[i + 6];
            s7 += far[i + 7];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }
}
