package dev.jacobi.tape;

import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives along many directions: several at once, where there is a method for that.
 *
 * @param one the derivative along a direction
 * @param several the same along {@link #COUNT} directions; null where there is no such method
 */
record Lanes(UnaryOperator<double[]> one, @Nullable UnaryOperator<double[][]> several) {

    /** How many directions share a sweep. */
    static final int COUNT = 4;

    /** So many are worth a sweep of {@link #COUNT}. */
    private static final int WORTH = 3;

    /**
     * The derivatives along all directions.
     *
     * @param directions gives each, in order; it may change an array again that it gave {@link #COUNT} before
     */
    double[][] along(int count, IntFunction<double[]> directions) {
        double[][] products = new double[count][];
        int next = 0;
        while (next < count) {
            int rest = Math.min(COUNT, count - next);
            if (several == null || rest < WORTH) {
                products[next] = one.apply(directions.apply(next));
                next++;
            } else {
                System.arraycopy(several.apply(group(next, rest, directions)), 0, products, next, rest);
                next += rest;
            }
        }
        return products;
    }

    /** As many as a sweep takes: where there are too few, the last again. */
    private static double[][] group(int from, int count, IntFunction<double[]> directions) {
        double[][] group = new double[COUNT][];
        for (int k = 0; k < COUNT; k++) {
            group[k] = k < count ? directions.apply(from + k) : group[count - 1];
        }
        return group;
    }

    /** The derivative by each of {@code length} elements. */
    double[][] units(int length) {
        return units(0, length, length);
    }

    /** The derivatives by the elements {@code from} to {@code to}, of {@code length} that there are. */
    double[][] units(int from, int to, int length) {
        double[][] used = new double[COUNT][length];
        return along(to - from, k -> {
            double[] unit = used[k % COUNT];
            if (k >= COUNT) {
                unit[from + k - COUNT] = 0;
            }
            unit[from + k] = 1;
            return unit;
        });
    }
}
