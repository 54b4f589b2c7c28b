package dev.jacobi.tensor;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link DoubleRows} in the instructions of {@code jdk.incubator.vector}, to the same bits: sums of four rows and two
 * vectors stay in registers while they gather all multiples.
 */
final class DoubleVectorRows implements DoubleRowSums {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
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
    public void add(int width, double[][] c, double[][] b, int rows, double[] a, int aFrom, int next, int down) {
        int j = 0;
        for (; j + LANES < width; j += 2 * LANES) {
            fourByTwo(j, c, b, rows, a, aFrom, next, down);
        }
        if (j < width) {
            fourByOne(j, c, b, rows, a, aFrom, next, down);
        }
    }

    private static void fourByTwo(
            int j, double[][] c, double[][] b, int rows, double[] a, int aFrom, int next, int down) {
        DoubleVector s00 = DoubleVector.fromArray(SPECIES, c[0], j);
        DoubleVector s01 = DoubleVector.fromArray(SPECIES, c[0], j + LANES);
        DoubleVector s10 = DoubleVector.fromArray(SPECIES, c[1], j);
        DoubleVector s11 = DoubleVector.fromArray(SPECIES, c[1], j + LANES);
        DoubleVector s20 = DoubleVector.fromArray(SPECIES, c[2], j);
        DoubleVector s21 = DoubleVector.fromArray(SPECIES, c[2], j + LANES);
        DoubleVector s30 = DoubleVector.fromArray(SPECIES, c[3], j);
        DoubleVector s31 = DoubleVector.fromArray(SPECIES, c[3], j + LANES);
        for (int p = 0, q = aFrom; p < rows; p++, q += next) {
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, b[p], j);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, b[p], j + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[q]);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[q + down]);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[q + 2 * down]);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[q + 3 * down]);
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

    private static void fourByOne(
            int j, double[][] c, double[][] b, int rows, double[] a, int aFrom, int next, int down) {
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, c[0], j);
        DoubleVector s1 = DoubleVector.fromArray(SPECIES, c[1], j);
        DoubleVector s2 = DoubleVector.fromArray(SPECIES, c[2], j);
        DoubleVector s3 = DoubleVector.fromArray(SPECIES, c[3], j);
        for (int p = 0, q = aFrom; p < rows; p++, q += next) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, b[p], j);
            s0 = DoubleVector.broadcast(SPECIES, a[q]).fma(x, s0);
            s1 = DoubleVector.broadcast(SPECIES, a[q + down]).fma(x, s1);
            s2 = DoubleVector.broadcast(SPECIES, a[q + 2 * down]).fma(x, s2);
            s3 = DoubleVector.broadcast(SPECIES, a[q + 3 * down]).fma(x, s3);
        }
        s0.intoArray(c[0], j);
        s1.intoArray(c[1], j);
        s2.intoArray(c[2], j);
        s3.intoArray(c[3], j);
    }

    @Override
    public void addOne(int width, double[] c, double[][] b, int rows, double[] a, int aFrom, int next) {
        int j = 0;
        for (; j + 3 * LANES < width; j += 4 * LANES) {
            oneByFour(j, c, b, rows, a, aFrom, next);
        }
        for (; j < width; j += LANES) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, c, j);
            for (int p = 0, q = aFrom; p < rows; p++, q += next) {
                s = DoubleVector.broadcast(SPECIES, a[q]).fma(DoubleVector.fromArray(SPECIES, b[p], j), s);
            }
            s.intoArray(c, j);
        }
    }

    private static void oneByFour(int j, double[] c, double[][] b, int rows, double[] a, int aFrom, int next) {
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, c, j);
        DoubleVector s1 = DoubleVector.fromArray(SPECIES, c, j + LANES);
        DoubleVector s2 = DoubleVector.fromArray(SPECIES, c, j + 2 * LANES);
        DoubleVector s3 = DoubleVector.fromArray(SPECIES, c, j + 3 * LANES);
        for (int p = 0, q = aFrom; p < rows; p++, q += next) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, a[q]);
            s0 = factor.fma(DoubleVector.fromArray(SPECIES, b[p], j), s0);
            s1 = factor.fma(DoubleVector.fromArray(SPECIES, b[p], j + LANES), s1);
            s2 = factor.fma(DoubleVector.fromArray(SPECIES, b[p], j + 2 * LANES), s2);
            s3 = factor.fma(DoubleVector.fromArray(SPECIES, b[p], j + 3 * LANES), s3);
        }
        s0.intoArray(c, j);
        s1.intoArray(c, j + LANES);
        s2.intoArray(c, j + 2 * LANES);
        s3.intoArray(c, j + 3 * LANES);
    }
}
