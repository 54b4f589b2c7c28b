package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * A piece of an array and room for what is computed on the way, which together stay in the first-level cache. A thread
 * keeps them: making them anew takes as long as computing in them.
 */
final class DoubleBlock {
    static final int LENGTH = 256;

    final double[] x;
    final double[] y;
    final double[] p;
    final double[] q;
    final double[] r;
    final double[] s;
    final double[] t;
    final double[] far;

    /** Whether some elements are to be computed one by one. */
    boolean edges;

    private static final ThreadLocal<DoubleBlock> OWN = ThreadLocal.withInitial(DoubleBlock::new);

    private DoubleBlock() {
        this.x = new double[room(LENGTH)];
        this.y = new double[room(LENGTH)];
        this.p = new double[room(LENGTH)];
        this.q = new double[room(LENGTH)];
        this.r = new double[room(LENGTH)];
        this.s = new double[room(LENGTH)];
        this.t = new double[room(LENGTH)];
        this.far = new double[room(LENGTH)];
    }

    /**
     * A length from {@code width} on with which an array and its header fill whole cache lines. Of such arrays that
     * were made one after the other all begin at the same place in a line, so that loops over several can have all
     * vectors aligned: HotSpot aligns one of them, and a vector that lies in two lines takes twice as long.
     */
    static int room(int width) {
        return (width + 1) / 8 * 8 + 6;
    }

    /** The thread's own. */
    static DoubleBlock own() {
        return OWN.get();
    }

    /** The sum of the first n elements of {@code far}, which are changed. */
    double sumOfFar(int n) {
        if (n < LENGTH) {
            Arrays.fill(far, n, LENGTH, 0);
        }
        for (int i = 0; i < LENGTH / 4; i++) { // HotSpot vectorises this, as the distances are constants
            far[i] = (far[i] + far[i + LENGTH / 2]) + (far[i + LENGTH / 4] + far[i + 3 * LENGTH / 4]);
        }
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        for (int i = 0; i < LENGTH / 4; i += 4) {
            s0 += far[i];
            s1 += far[i + 1];
            s2 += far[i + 2];
            s3 += far[i + 3];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
