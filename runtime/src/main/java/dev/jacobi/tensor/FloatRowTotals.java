package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.FLOAT_LANES;

/**
 * The sum and the largest element of rows that lie one after the other in an array of the first-level cache. A sum has
 * sixteen running sums, which keep the adders busy; they begin anew after some elements, and are added up in double.
 */
final class FloatRowTotals {
    /** The number of running sums. */
    static final int LANES = 16;

    /** So many elements are added up in float. */
    static final int BLOCK = 256;

    /** Shorter rows are scanned at once, as are fewer elements. */
    private static final int SHORT = 8;

    private static final int FEW = 128;

    private FloatRowTotals() {}

    /** Sets the elements of {@code sums} from {@code at} on to the sums of some rows. */
    static void sums(float[] x, int rows, int length, double[] sums, int at) {
        if (FLOAT_LANES.sums(x, rows, length, sums, at)) {
            return;
        }
        int row = 0;
        for (; length < LANES && row + 3 < rows; row += 4) {
            fourSums(x, row * length, length, sums, at + row);
        }
        for (; row < rows; row++) {
            sums[at + row] = sum(x, row * length, (row + 1) * length);
        }
    }

    /** Of four rows with fewer elements than a sum has running sums, so that it is its rest alone. */
    private static void fourSums(float[] x, int first, int length, double[] sums, int at) {
        int second = first + length;
        int third = second + length;
        int fourth = third + length;
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        for (int i = 0; i < length; i++) {
            s0 += x[first + i];
            s1 += x[second + i];
            s2 += x[third + i];
            s3 += x[fourth + i];
        }
        sums[at] = s0;
        sums[at + 1] = s1;
        sums[at + 2] = s2;
        sums[at + 3] = s3;
    }

    private static double sum(float[] x, int from, int to) {
        double sum = 0;
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(start + BLOCK, to);
            float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
            float t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0, t5 = 0, t6 = 0, t7 = 0;
            int i = start;
            for (; i + 15 < end; i += 16) {
                s0 += x[i];
                s1 += x[i + 1];
                s2 += x[i + 2];
                s3 += x[i + 3];
                s4 += x[i + 4];
                s5 += x[i + 5];
                s6 += x[i + 6];
                s7 += x[i + 7];
                t0 += x[i + 8];
                t1 += x[i + 9];
                t2 += x[i + 10];
                t3 += x[i + 11];
                t4 += x[i + 12];
                t5 += x[i + 13];
                t6 += x[i + 14];
                t7 += x[i + 15];
            }
            float rest = 0;
            for (; i < end; i++) {
                rest += x[i];
            }
            float r0 = (s0 + t0) + (s4 + t4);
            float r1 = (s1 + t1) + (s5 + t5);
            float r2 = (s2 + t2) + (s6 + t6);
            float r3 = (s3 + t3) + (s7 + t7);
            sum += together(r0, r1, r2, r3) + rest;
        }
        return sum;
    }

    /** Four sums together. */
    static double together(float s0, float s1, float s2, float s3) {
        return ((double) s0 + s2) + ((double) s1 + s3);
    }

    /**
     * Sets {@code largest} to the largest elements of some rows, NaN if any is. HotSpot vectorises loops over arrays
     * that have one index, so all rows are folded twice at once: each element with one that lies half a row behind it.
     *
     * @param shifted room for as many elements
     * @param folded the same
     */
    static void maxima(float[] x, int rows, int length, float[] largest, float[] shifted, float[] folded) {
        if (FLOAT_LANES.maxima(x, rows, length, largest)) {
            return;
        }
        int n = rows * length;
        if (length < SHORT || n < FEW) {
            for (int row = 0; row < rows; row++) {
                largest[row] = largest(x, row * length, length);
            }
            return;
        }
        int half = (length + 1) / 2;
        int quarter = (half + 1) / 2;
        n -= length - half;
        System.arraycopy(x, length - half, shifted, 0, n);
        larger(x, shifted, folded, n);
        n -= half - quarter;
        System.arraycopy(folded, half - quarter, shifted, 0, n);
        larger(folded, shifted, folded, n);
        for (int row = 0; row < rows; row++) {
            largest[row] = largest(folded, row * length, quarter);
        }
    }

    private static void larger(float[] x, float[] y, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(x[i], y[i]);
        }
    }

    private static float largest(float[] x, int from, int length) {
        return length < SHORT ? largestOfFew(x, from, from + length) : largestOfMany(x, from, from + length);
    }

    private static float largestOfFew(float[] x, int from, int to) {
        float most = x[from];
        for (int i = from + 1; i < to; i++) {
            most = Math.max(most, x[i]);
        }
        return most;
    }

    private static float largestOfMany(float[] x, int from, int to) {
        float m0 = x[from], m1 = m0, m2 = m0, m3 = m0, m4 = m0, m5 = m0, m6 = m0, m7 = m0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            m0 = Math.max(m0, x[i]);
            m1 = Math.max(m1, x[i + 1]);
            m2 = Math.max(m2, x[i + 2]);
            m3 = Math.max(m3, x[i + 3]);
            m4 = Math.max(m4, x[i + 4]);
            m5 = Math.max(m5, x[i + 5]);
            m6 = Math.max(m6, x[i + 6]);
            m7 = Math.max(m7, x[i + 7]);
        }
        for (; i < to; i++) {
            m0 = Math.max(m0, x[i]);
        }
        return Math.max(Math.max(Math.max(m0, m1), Math.max(m2, m3)), Math.max(Math.max(m4, m5), Math.max(m6, m7)));
    }
}
