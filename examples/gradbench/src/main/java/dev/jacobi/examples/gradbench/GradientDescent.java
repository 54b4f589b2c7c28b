package dev.jacobi.examples.gradbench;

/**
 * Looks for extrema along gradients. The rate grows with every ten steps that bring something, and shrinks otherwise.
 */
final class GradientDescent {
    private static final double TOLERANCE = 1e-5;
    private static final double FIRST_RATE = 1e-5;
    private static final int PATIENCE = 10;

    /** What is to become least or greatest. */
    interface Objective {
        double at(double[] x);
    }

    /** Its derivative. */
    interface Gradient {
        double[] at(double[] x);
    }

    private GradientDescent() {}

    static double[] argmin(Objective objective, Gradient gradient, double[] start) {
        double[] x = start;
        double value = objective.at(x);
        double[] slope = gradient.at(x);
        double rate = FIRST_RATE;
        int successes = 0;
        while (norm(slope) > TOLERANCE) {
            if (successes == PATIENCE) {
                rate *= 2;
                successes = 0;
            }
            double[] next = moved(x, -rate, slope);
            if (norm(moved(next, -1, x)) <= TOLERANCE) {
                return x;
            }
            double nextValue = objective.at(next);
            if (nextValue < value) {
                x = next;
                value = nextValue;
                slope = gradient.at(x);
                successes++;
            } else {
                rate /= 2;
                successes = 0;
            }
        }
        return x;
    }

    static double[] argmax(Objective objective, Gradient gradient, double[] start) {
        return argmin(x -> -objective.at(x), x -> times(-1, gradient.at(x)), start);
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element * element;
        }
        return Math.sqrt(sum);
    }

    private static double[] moved(double[] x, double distance, double[] direction) {
        double[] moved = new double[x.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = x[i] + distance * direction[i];
        }
        return moved;
    }

    private static double[] times(double factor, double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = factor * x[i];
        }
        return product;
    }
}
