package dev.jacobi.tensor;

/**
 * Sums of a range of an array. A group of eight stretches is added up lane by lane: as many running sums as a stretch
 * has elements, which HotSpot vectorises. They are folded twice, and then, as short ranges are, summed in blocks by
 * eight running sums, which keep the adders busy; and what groups give, in double, so that the rounding error doesn't
 * depend on the length. So are pieces of many groups, which cores may share.
 *
 * <p>{@link FusedLoop} sums what its loops compute in the same groups and so to the same bits.
 */
final class PlainSum {
    /** The length of a stretch. */
    static final int LANES = BlockArrays.LENGTH;

    static final int GROUP = 8 * LANES;
    /** Longer ranges are summed in pieces of so many elements, which cores may share. */
    static final int PIECE = 16 * GROUP;

    private static final int BLOCK = 128;
    private static final double NANOSECONDS = 0.1;

    private PlainSum() {}

    static double of(float[] x, int from, int to) {
        return to - from <= LANES ? blocks(x, from, to) : to - from <= PIECE ? piece(x, from, to) : pieces(x, from, to);
    }

    private static double pieces(float[] x, int from, int to) {
        double[] sums = new double[(to - from - 1) / PIECE + 1];
        Cores.Work work = (first, last) -> {
            for (int i = first; i < last; i++) {
                sums[i] = piece(x, from + i * PIECE, i == sums.length - 1 ? to : from + (i + 1) * PIECE);
            }
        };
        if (Cores.pays(to - from, NANOSECONDS)) {
            Cores.share(sums.length, work);
        } else {
            work.on(0, sums.length);
        }
        return of(sums, 0, sums.length);
    }

    private static double piece(float[] x, int from, int to) {
        float[][] room = BlockArrays.floats(2);
        double sum = 0;
        for (int start = from; start < to; start += GROUP) {
            sum += group(x, start, to - start < GROUP ? to : start + GROUP, room[0], room[1]);
        }
        return sum;
    }

    private static double group(float[] x, int from, int to, float[] lanes, float[] stretch) {
        if (to - from <= LANES) {
            return blocks(x, from, to);
        }
        System.arraycopy(x, from, lanes, 0, LANES);
        for (int start = from + LANES; start < to; start += LANES) {
            int length = Math.min(LANES, to - start);
            System.arraycopy(x, start, stretch, 0, length);
            add(lanes, stretch, length);
        }
        return folded(lanes);
    }

    /** The sum of a group's running sums, which are changed. */
    static double folded(float[] lanes) {
        for (int i = 0; i < LANES / 4; i++) { // HotSpot vectorises this, as the distances are constants
            lanes[i] = (lanes[i] + lanes[i + LANES / 2]) + (lanes[i + LANES / 4] + lanes[i + 3 * LANES / 4]);
        }
        return block(lanes, 0, BLOCK);
    }

    private static void add(float[] lanes, float[] x, int length) {
        for (int i = 0; i < length; i++) {
            lanes[i] += x[i];
        }
    }

    /** The sum of few elements. */
    static double blocks(float[] x, int from, int to) {
        double sum = 0;
        for (int start = from; start < to; start += BLOCK) {
            sum += block(x, start, Math.min(start + BLOCK, to));
        }
        return sum;
    }

    private static double block(float[] x, int from, int to) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        double sum = ((double) s0 + s1 + s2 + s3) + ((double) s4 + s5 + s6 + s7);
        for (; i < to; i++) {
            sum += x[i];
        }
        return sum;
    }

    static double of(double[] x, int from, int to) {
        return to - from <= LANES ? blocks(x, from, to) : to - from <= PIECE ? piece(x, from, to) : pieces(x, from, to);
    }

    private static double pieces(double[] x, int from, int to) {
        double[] sums = new double[(to - from - 1) / PIECE + 1];
        Cores.Work work = (first, last) -> {
            for (int i = first; i < last; i++) {
                sums[i] = piece(x, from + i * PIECE, i == sums.length - 1 ? to : from + (i + 1) * PIECE);
            }
        };
        if (Cores.pays(to - from, NANOSECONDS)) {
            Cores.share(sums.length, work);
        } else {
            work.on(0, sums.length);
        }
        return of(sums, 0, sums.length);
    }

    private static double piece(double[] x, int from, int to) {
        double[][] room = BlockArrays.doubles(2);
        double sum = 0;
        for (int start = from; start < to; start += GROUP) {
            sum += group(x, start, to - start < GROUP ? to : start + GROUP, room[0], room[1]);
        }
        return sum;
    }

    private static double group(double[] x, int from, int to, double[] lanes, double[] stretch) {
        if (to - from <= LANES) {
            return blocks(x, from, to);
        }
        System.arraycopy(x, from, lanes, 0, LANES);
        for (int start = from + LANES; start < to; start += LANES) {
            int length = Math.min(LANES, to - start);
            System.arraycopy(x, start, stretch, 0, length);
            add(lanes, stretch, length);
        }
        return folded(lanes);
    }

    /** The sum of a group's running sums, which are changed. */
    static double folded(double[] lanes) {
        for (int i = 0; i < LANES / 4; i++) { // HotSpot vectorises this, as the distances are constants
            lanes[i] = (lanes[i] + lanes[i + LANES / 2]) + (lanes[i + LANES / 4] + lanes[i + 3 * LANES / 4]);
        }
        return block(lanes, 0, BLOCK);
    }

    private static void add(double[] lanes, double[] x, int length) {
        for (int i = 0; i < length; i++) {
            lanes[i] += x[i];
        }
    }

    /** The sum of few elements. */
    static double blocks(double[] x, int from, int to) {
        double sum = 0;
        for (int start = from; start < to; start += BLOCK) {
            sum += block(x, start, Math.min(start + BLOCK, to));
        }
        return sum;
    }

    private static double block(double[] x, int from, int to) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        double sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (; i < to; i++) {
            sum += x[i];
        }
        return sum;
    }
}
