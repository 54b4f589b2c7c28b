package dev.jacobi.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatRows} in the instructions of {@code jdk.incubator.vector}, to the same bits: sums of four rows and two
 * vectors stay in registers while they gather all multiples.
 */
final class FloatVectorRows implements FloatRowSums {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public int least() {
        return 28;
    }

    @Override
    public int room(int width) {
        return SPECIES.loopBound(width + LANES - 1);
    }

    @Override
    public void add(int width, float[][] c, float[][] b, int rows, float[] a, int aFrom, int next, int down) {
        int j = 0;
        for (; j + LANES < width; j += 2 * LANES) {
            fourByTwo(j, c, b, rows, a, aFrom, next, down);
        }
        if (j < width) {
            fourByOne(j, c, b, rows, a, aFrom, next, down);
        }
    }

    private static void fourByTwo(int j, float[][] c, float[][] b, int rows, float[] a, int aFrom, int next, int down) {
        FloatVector s00 = FloatVector.fromArray(SPECIES, c[0], j);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c[0], j + LANES);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c[1], j);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c[1], j + LANES);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c[2], j);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c[2], j + LANES);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c[3], j);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c[3], j + LANES);
        for (int p = 0, q = aFrom; p < rows; p++, q += next) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b[p], j);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b[p], j + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[q]);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[q + down]);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[q + 2 * down]);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[q + 3 * down]);
            s00 = a0.fma(x0, s00);
            s01 = a0.fma(x1, s01);
            s10 = a1.fma(x0, s10);
            s11 = a1.fma(x1, s11);
            s20 = a2.fma(x0, s20);
            s21 = a2.fma(x1, s21);
            s30 = a3.fma(x0, s30);
            s31 = a3.fma(x1, s31);
        }
        s00.intoArray(c[0], j);
        s01.intoArray(c[0], j + LANES);
        s10.intoArray(c[1], j);
        s11.intoArray(c[1], j + LANES);
        s20.intoArray(c[2], j);
        s21.intoArray(c[2], j + LANES);
        s30.intoArray(c[3], j);
        s31.intoArray(c[3], j + LANES);
    }

    private static void fourByOne(int j, float[][] c, float[][] b, int rows, float[] a, int aFrom, int next, int down) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, c[0], j);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c[1], j);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c[2], j);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c[3], j);
        for (int p = 0, q = aFrom; p < rows; p++, q += next) {
            FloatVector x = FloatVector.fromArray(SPECIES, b[p], j);
            s0 = FloatVector.broadcast(SPECIES, a[q]).fma(x, s0);
            s1 = FloatVector.broadcast(SPECIES, a[q + down]).fma(x, s1);
            s2 = FloatVector.broadcast(SPECIES, a[q + 2 * down]).fma(x, s2);
            s3 = FloatVector.broadcast(SPECIES, a[q + 3 * down]).fma(x, s3);
        }
        s0.intoArray(c[0], j);
        s1.intoArray(c[1], j);
        s2.intoArray(c[2], j);
        s3.intoArray(c[3], j);
    }

    @Override
    public void addOne(int width, float[] c, float[][] b, int rows, float[] a, int aFrom, int next) {
        int j = 0;
        for (; j + 3 * LANES < width; j += 4 * LANES) {
            oneByFour(j, c, b, rows, a, aFrom, next);
        }
        for (; j < width; j += LANES) {
            FloatVector s = FloatVector.fromArray(SPECIES, c, j);
            for (int p = 0, q = aFrom; p < rows; p++, q += next) {
                s = FloatVector.broadcast(SPECIES, a[q]).fma(FloatVector.fromArray(SPECIES, b[p], j), s);
            }
            s.intoArray(c, j);
        }
    }

    private static void oneByFour(int j, float[] c, float[][] b, int rows, float[] a, int aFrom, int next) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, j);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, j + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c, j + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c, j + 3 * LANES);
        for (int p = 0, q = aFrom; p < rows; p++, q += next) {
            FloatVector factor = FloatVector.broadcast(SPECIES, a[q]);
            s0 = factor.fma(FloatVector.fromArray(SPECIES, b[p], j), s0);
            s1 = factor.fma(FloatVector.fromArray(SPECIES, b[p], j + LANES), s1);
            s2 = factor.fma(FloatVector.fromArray(SPECIES, b[p], j + 2 * LANES), s2);
            s3 = factor.fma(FloatVector.fromArray(SPECIES, b[p], j + 3 * LANES), s3);
        }
        s0.intoArray(c, j);
        s1.intoArray(c, j + LANES);
        s2.intoArray(c, j + 2 * LANES);
        s3.intoArray(c, j + 3 * LANES);
    }

    @Override
    public boolean addOne(
            int width, float[] c, float[] b, int bFrom, int bDown, int rows, float[] a, int aFrom, int next) {
        int j = 0;
        for (; j + 3 * LANES < width; j += 4 * LANES) {
            int safe = safe(b, bFrom + j + 3 * LANES, bDown, rows);
            oneByFour(j, c, b, bFrom, bDown, safe, a, aFrom, next);
            rest(j, Math.min(j + 4 * LANES, width), c, b, bFrom, bDown, safe, rows, a, aFrom, next);
        }
        for (; j < width; j += LANES) {
            int safe = safe(b, bFrom + j, bDown, rows);
            FloatVector s = FloatVector.fromArray(SPECIES, c, j);
            for (int p = 0, q = aFrom, t = bFrom + j; p < safe; p++, q += next, t += bDown) {
                s = FloatVector.broadcast(SPECIES, a[q]).fma(FloatVector.fromArray(SPECIES, b, t), s);
            }
            s.intoArray(c, j);
            rest(j, Math.min(j + LANES, width), c, b, bFrom, bDown, safe, rows, a, aFrom, next);
        }
        return true;
    }

    /** In how many rows, the first ones, a vector may reach beyond the row: all but for those at the array's end. */
    private static int safe(float[] b, int first, int down, int rows) {
        int room = b.length - LANES - first;
        return room < 0 ? 0 : down == 0 ? rows : Math.min(rows, room / down + 1);
    }

    private static void oneByFour(
            int j, float[] c, float[] b, int bFrom, int bDown, int rows, float[] a, int aFrom, int next) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, j);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, j + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c, j + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c, j + 3 * LANES);
        for (int p = 0, q = aFrom, t = bFrom + j; p < rows; p++, q += next, t += bDown) {
            FloatVector factor = FloatVector.broadcast(SPECIES, a[q]);
            s0 = factor.fma(FloatVector.fromArray(SPECIES, b, t), s0);
            s1 = factor.fma(FloatVector.fromArray(SPECIES, b, t + LANES), s1);
            s2 = factor.fma(FloatVector.fromArray(SPECIES, b, t + 2 * LANES), s2);
            s3 = factor.fma(FloatVector.fromArray(SPECIES, b, t + 3 * LANES), s3);
        }
        s0.intoArray(c, j);
        s1.intoArray(c, j + LANES);
        s2.intoArray(c, j + 2 * LANES);
        s3.intoArray(c, j + 3 * LANES);
    }

    /** The last rows, one element after the other. */
    private static void rest(
            int from,
            int to,
            float[] c,
            float[] b,
            int bFrom,
            int bDown,
            int first,
            int rows,
            float[] a,
            int aFrom,
            int next) {
        for (int p = first; p < rows; p++) {
            for (int j = from; j < to; j++) {
                c[j] = Math.fma(a[aFrom + p * next], b[bFrom + p * bDown + j], c[j]);
            }
        }
    }
}
