package dev.jacobi.tensor;

/**
 * Sums of a range of an array: eight running sums within a block of elements, the blocks' sums in double. Eight sums
 * keep the adders busy, and blocks keep the rounding error independent of the length. So do pieces of many blocks,
 * which cores may share.
 */
final class PlainSum {
    private static final int BLOCK = 128;
    private static final int SHORT = 8;
    /** Longer ranges are summed in pieces of this many blocks' elements, which cores may share. */
    private static final int PIECE = BLOCK << 9;

    private static final double NANOSECONDS = 0.1;

    private PlainSum() {}

    static double of(float[] x, int from, int to) {
        if (to - from < SHORT) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += x[i];
            }
            return sum;
        }
        return to - from <= PIECE ? piece(x, from, to) : pieces(x, from, to);
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
        return piece(sums, 0, sums.length);
    }

    private static double piece(float[] x, int from, int to) {
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
        return to - from <= PIECE ? piece(x, from, to) : pieces(x, from, to);
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
        return piece(sums, 0, sums.length);
    }

    private static double piece(double[] x, int from, int to) {
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
