package dev.jacobi.tape;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What sorting does to derivatives: they move with their numbers. Where numbers are equal, the one that stands first
 * stays first. Generated code calls these methods; they are not meant to be called by hand.
 */
public final class Sorting {

    private Sorting() {}

    /** From where each number comes when the array is sorted. */
    public static int[] order(double[] array) {
        return array == null ? new int[0] : order(array, 0, array.length);
    }

    /** The same for a part of the array; empty where the sorting itself will throw. */
    public static int[] order(double[] array, int from, int to) {
        return array == null || isNoRange(array.length, from, to)
                ? new int[0]
                : sorted(from, to, (i, j) -> Double.compare(array[i], array[j]));
    }

    /** From where each number comes when the array is sorted. */
    public static int[] order(float[] array) {
        return array == null ? new int[0] : order(array, 0, array.length);
    }

    /** The same for a part of the array; empty where the sorting itself will throw. */
    public static int[] order(float[] array, int from, int to) {
        return array == null || isNoRange(array.length, from, to)
                ? new int[0]
                : sorted(from, to, (i, j) -> Float.compare(array[i], array[j]));
    }

    private static boolean isNoRange(int length, int from, int to) {
        return from < 0 || from > to || to > length;
    }

    private static int[] sorted(int from, int to, Comparator<Integer> comparator) {
        return IntStream.range(from, to)
                .boxed()
                .sorted(comparator)
                .mapToInt(i -> i)
                .toArray();
    }

    /** Puts the tangents of numbers that have been sorted into their order. */
    public static void move(double[] tangents, int[] order, int from) {
        double[] before = tangents.clone();
        for (int k = 0; k < order.length; k++) {
            tangents[from + k] = before[order[k]];
        }
    }

    /** Puts the tangents of numbers that have been sorted into their order. */
    public static void move(float[] tangents, int[] order, int from) {
        float[] before = tangents.clone();
        for (int k = 0; k < order.length; k++) {
            tangents[from + k] = before[order[k]];
        }
    }

    /** Puts the adjoints of sorted numbers back to where these came from. */
    public static void moveBack(double[] adjoints, int[] order, int from) {
        double[] sorted = Arrays.copyOfRange(adjoints, from, from + order.length);
        for (int k = 0; k < order.length; k++) {
            adjoints[order[k]] = sorted[k];
        }
    }

    /** Puts the adjoints of sorted numbers back to where these came from. */
    public static void moveBack(float[] adjoints, int[] order, int from) {
        float[] sorted = Arrays.copyOfRange(adjoints, from, from + order.length);
        for (int k = 0; k < order.length; k++) {
            adjoints[order[k]] = sorted[k];
        }
    }
}
