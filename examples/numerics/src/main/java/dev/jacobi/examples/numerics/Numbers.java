package dev.jacobi.examples.numerics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Arguments as lists of numbers, and back. */
final class Numbers {
    private Numbers() {}

    static double[] part(double[] p, int from, int length) {
        return Arrays.copyOfRange(p, from, from + length);
    }

    static double[][] matrix(double[] p, int from, int n) {
        double[][] matrix = new double[n][];
        for (int i = 0; i < n; i++) {
            matrix[i] = part(p, from + i * n, n);
        }
        return matrix;
    }

    static double[] joined(double[]... parts) {
        return Stream.of(parts).flatMapToDouble(DoubleStream::of).toArray();
    }

    static double sum(double[]... parts) {
        return DoubleStream.of(joined(parts)).sum();
    }

    /** What the sum's derivative begins with: a one for each result. */
    static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
