package dev.jacobi.examples.numerics;

/** How far a gradient is from central differences. */
final class Deviation {
    private Deviation() {}

    /** The largest difference of an entry, relative to the largest entry. */
    static double of(Case method, double[] gradient) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < gradient.length; i++) {
            double slope = slope(method, i);
            difference = Math.max(difference, Math.abs(gradient[i] - slope));
            size = Math.max(size, Math.abs(slope));
        }
        return difference / size;
    }

    /** Steps of about the cube root of the spacing of doubles make the errors of bending and of rounding alike. */
    private static double slope(Case method, int i) {
        double h = 6e-6 * Math.max(1, Math.abs(method.at()[i]));
        double[] right = method.at().clone();
        double[] left = method.at().clone();
        right[i] += h;
        left[i] -= h;
        return (method.value().applyAsDouble(right) - method.value().applyAsDouble(left)) / (right[i] - left[i]);
    }
}
