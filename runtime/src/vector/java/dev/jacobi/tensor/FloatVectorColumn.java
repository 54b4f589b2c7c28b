package dev.jacobi.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link FloatColumn} in the instructions of {@code jdk.incubator.vector}, to the same bits. */
final class FloatVectorColumn {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** So many rows are tried first. */
    private static final int FEW = 8;

    private final Warming warming = new Warming();

    /** @param column filled up with zeros */
    boolean mv(int m, int k, float[] a, int aFrom, float[] column, float[] c, int cFrom) {
        if (LANES > FloatColumn.LEFT || !warming.isDue(m / FEW + 1)) {
            return false;
        }
        float[] rest = new float[FloatColumn.PIECE];
        float[] sums = new float[FloatColumn.FOLDED];
        if (warming.isOver()) {
            rows(m, k, a, aFrom, column, c, cFrom, rest, sums);
            return true;
        }
        long start = System.nanoTime();
        rows(Math.min(FEW, m), k, a, aFrom, column, c, cFrom, rest, sums);
        warming.took(System.nanoTime() - start, Math.min(FEW, m) * k);
        return false;
    }

    private static void rows(
            int m, int k, float[] a, int aFrom, float[] column, float[] c, int cFrom, float[] rest, float[] sums) {
        for (int i = 0; i < m; i++) {
            int from = aFrom + i * k;
            int whole = k / FloatColumn.PIECE * FloatColumn.PIECE;
            if (whole < k) {
                FloatColumn.copy(k, a, from, whole / FloatColumn.PIECE, rest);
            }
            for (int l = 0; l < FloatColumn.FOLDED; l += LANES) {
                running(l, a, from, whole, column, whole < k, rest, sums);
            }
            for (int l = 0; l < FloatColumn.LEFT; l += LANES) {
                fold(sums, l);
            }
            c[cFrom + i] = FloatColumn.left(sums);
        }
    }

    /** As many running sums as four vectors have lanes, folded into one. */
    private static void running(
            int l, float[] a, int from, int whole, float[] column, boolean hasRest, float[] rest, float[] sums) {
        FloatVector s0 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector s1 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector s2 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector s3 = FloatVector.broadcast(SPECIES, 0f);
        for (int p = l; p < whole; p += FloatColumn.PIECE) {
            s0 = times(a, from + p, column, p, s0);
            s1 = times(a, from + p + FloatColumn.FOLDED, column, p + FloatColumn.FOLDED, s1);
            s2 = times(a, from + p + 2 * FloatColumn.FOLDED, column, p + 2 * FloatColumn.FOLDED, s2);
            s3 = times(a, from + p + 3 * FloatColumn.FOLDED, column, p + 3 * FloatColumn.FOLDED, s3);
        }
        if (hasRest) {
            int p = whole + l;
            s0 = times(rest, l, column, p, s0);
            s1 = times(rest, l + FloatColumn.FOLDED, column, p + FloatColumn.FOLDED, s1);
            s2 = times(rest, l + 2 * FloatColumn.FOLDED, column, p + 2 * FloatColumn.FOLDED, s2);
            s3 = times(rest, l + 3 * FloatColumn.FOLDED, column, p + 3 * FloatColumn.FOLDED, s3);
        }
        s0.add(s1).add(s2.add(s3)).intoArray(sums, l);
    }

    private static FloatVector times(float[] a, int i, float[] b, int j, FloatVector sum) {
        return FloatVector.fromArray(SPECIES, a, i).fma(FloatVector.fromArray(SPECIES, b, j), sum);
    }

    private static void fold(float[] sums, int l) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, sums, l);
        FloatVector s1 = FloatVector.fromArray(SPECIES, sums, l + FloatColumn.LEFT);
        FloatVector s2 = FloatVector.fromArray(SPECIES, sums, l + 2 * FloatColumn.LEFT);
        FloatVector s3 = FloatVector.fromArray(SPECIES, sums, l + 3 * FloatColumn.LEFT);
        s0.add(s1).add(s2.add(s3)).intoArray(sums, l);
    }
}
