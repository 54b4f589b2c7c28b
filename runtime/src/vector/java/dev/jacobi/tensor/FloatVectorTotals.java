package dev.jacobi.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatRowTotals} in the instructions of {@code jdk.incubator.vector}, to the same bits: a row's running sums
 * are the lanes of one vector, or of several. No other vectors than those of the preferred length are used anywhere: of
 * several classes C2 wouldn't know which it has.
 */
final class FloatVectorTotals {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Half a vector further. */
    private static final VectorShuffle<Float> HALF = VectorShuffle.iota(SPECIES, LANES / 2, 1, true);

    private static final VectorShuffle<Float> QUARTER = VectorShuffle.iota(SPECIES, LANES / 4, 1, true);

    private final Warming sums = new Warming();
    private final Warming maxima = new Warming();

    boolean sums(float[] x, int rows, int length, double[] out, int at) {
        if (length < FloatRowTotals.LANES
                || LANES < FloatRowTotals.LANES / 2
                || LANES > FloatRowTotals.LANES
                || !sums.isDue(1)) {
            return false;
        }
        if (sums.isOver()) {
            allSums(x, rows, length, out, at, BlockArrays.few());
        } else {
            long start = System.nanoTime();
            allSums(x, rows, length, out, at, BlockArrays.few());
            sums.took(System.nanoTime() - start, rows * length);
        }
        return true;
    }

    private static void allSums(float[] x, int rows, int length, double[] out, int at, float[] lanes) {
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int start = row * length, stop = start + length; start < stop; start += FloatRowTotals.BLOCK) {
                int end = Math.min(start + FloatRowTotals.BLOCK, stop);
                int vectors = start + (end - start) / FloatRowTotals.LANES * FloatRowTotals.LANES;
                if (LANES == FloatRowTotals.LANES) {
                    ofOne(x, start, vectors, lanes);
                } else {
                    ofTwo(x, start, vectors, lanes);
                }
                float rest = 0;
                for (int i = vectors; i < end; i++) {
                    rest += x[i];
                }
                sum += FloatRowTotals.together(lanes[0], lanes[1], lanes[2], lanes[3]) + rest;
            }
            out[at + row] = sum;
        }
    }

    /** Sixteen running sums, folded twice, in vectors of as many lanes. */
    private static void ofOne(float[] x, int from, int to, float[] lanes) {
        FloatVector sum = FloatVector.broadcast(SPECIES, 0f);
        for (int i = from; i < to; i += LANES) {
            sum = sum.add(FloatVector.fromArray(SPECIES, x, i));
        }
        FloatVector folded = sum.add(sum.rearrange(HALF));
        folded.add(folded.rearrange(QUARTER)).intoArray(lanes, 0);
    }

    /** The same in vectors of eight. */
    private static void ofTwo(float[] x, int from, int to, float[] lanes) {
        FloatVector first = FloatVector.broadcast(SPECIES, 0f);
        FloatVector second = FloatVector.broadcast(SPECIES, 0f);
        for (int i = from; i < to; i += 2 * LANES) {
            first = first.add(FloatVector.fromArray(SPECIES, x, i));
            second = second.add(FloatVector.fromArray(SPECIES, x, i + LANES));
        }
        FloatVector folded = first.add(second);
        folded.add(folded.rearrange(HALF)).intoArray(lanes, 0);
    }

    boolean maxima(float[] x, int rows, int length, float[] out) {
        if (length < LANES || !maxima.isDue(1)) {
            return false;
        }
        if (maxima.isOver()) {
            allMaxima(x, rows, length, out);
        } else {
            long start = System.nanoTime();
            allMaxima(x, rows, length, out);
            maxima.took(System.nanoTime() - start, rows * length);
        }
        return true;
    }

    private static void allMaxima(float[] x, int rows, int length, float[] out) {
        for (int row = 0; row < rows; row++) {
            out[row] = largest(x, row * length, (row + 1) * length);
        }
    }

    /** The last vector lies over the one before it. */
    private static float largest(float[] x, int from, int to) {
        FloatVector m = FloatVector.fromArray(SPECIES, x, to - LANES);
        for (int i = from; i + LANES <= to; i += LANES) {
            m = m.max(FloatVector.fromArray(SPECIES, x, i));
        }
        return m.reduceLanes(VectorOperators.MAX);
    }
}
