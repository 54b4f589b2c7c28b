package dev.jacobi.examples.benchmarks.tensors;

import java.util.Random;

/** Numbers and their shape, as every library can take them. */
record Array(float[] elements, int... shape) {

    /** Numbers with mean 0 and the given deviation. */
    static Array random(Random random, double deviation, int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        float[] elements = new float[size];
        for (int i = 0; i < size; i++) {
            elements[i] = (float) (deviation * random.nextGaussian());
        }
        return new Array(elements, shape);
    }

    /** Rows with a 1 each, the other elements being 0. */
    static Array oneHot(Random random, int rows, int columns) {
        float[] elements = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            elements[i * columns + random.nextInt(columns)] = 1;
        }
        return new Array(elements, rows, columns);
    }
}
