package dev.jacobi.tape;

import org.jspecify.annotations.Nullable;

/**
 * How many iterations of a loop can run four at once. Generated code calls these methods; they are not meant to be
 * called by hand.
 */
public final class Batches {

    /** How many iterations are one. */
    private static final int COUNT = 4;

    private Batches() {}

    /**
     * The first index behind the batches of a loop that runs from one index up to another and reads a row at each: as
     * many as fit, or none if there is no such row, or they differ in length.
     */
    public static int end(int from, int to, double @Nullable [] @Nullable [] rows) {
        if (rows == null || to <= from || from < 0 || to > rows.length) {
            return from;
        }
        double[] first = rows[from];
        for (int i = from; i < to; i++) {
            double[] row = rows[i];
            if (first == null || row == null || row.length != first.length) {
                return from;
            }
        }
        return whole(from, to);
    }

    /** The same of numbers of less precision. */
    public static int end(int from, int to, float @Nullable [] @Nullable [] rows) {
        if (rows == null || to <= from || from < 0 || to > rows.length) {
            return from;
        }
        float[] first = rows[from];
        for (int i = from; i < to; i++) {
            float[] row = rows[i];
            if (first == null || row == null || row.length != first.length) {
                return from;
            }
        }
        return whole(from, to);
    }

    /** The same for a loop that reads no row, but computes with its counter. */
    public static int end(int from, int to) {
        return to <= from || from < 0 ? from : whole(from, to);
    }

    /** The same for a loop that reads a number at each index. */
    public static int end(int from, int to, double @Nullable [] numbers) {
        return numbers == null || to <= from || from < 0 || to > numbers.length ? from : whole(from, to);
    }

    /** The same of numbers of less precision. */
    public static int end(int from, int to, float @Nullable [] numbers) {
        return numbers == null || to <= from || from < 0 || to > numbers.length ? from : whole(from, to);
    }

    private static int whole(int from, int to) {
        return to - (to - from) % COUNT;
    }
}
