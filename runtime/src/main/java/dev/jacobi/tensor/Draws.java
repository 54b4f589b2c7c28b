package dev.jacobi.tensor;

import java.util.random.RandomGenerator;

/** Random choices with probabilities that a tensor holds. */
final class Draws {
    private Draws() {}

    static Tensor bernoulli(Tensor x, RandomGenerator random) {
        Checks.present("bernoulli", "random", random);
        boolean[] out = new boolean[x.size()];
        for (int i = 0; i < out.length; i++) {
            if (!(x.at(i) >= 0 && x.at(i) <= 1)) {
                throw new IllegalArgumentException(
                        "bernoulli: x has the element " + x.at(i) + ", but all must be probabilities from 0 to 1");
            }
            out[i] = random.nextDouble() < x.at(i);
        }
        return new Mask(x.shape(), out).toTensor(x.dtype());
    }

    static Index multinomial(Tensor x, RandomGenerator random, int samples, boolean replacement) {
        Checks.present("multinomial", "random", random);
        if (x.rank() != 1 && x.rank() != 2) {
            throw new ShapeMismatchException(
                    "multinomial: x has shape " + x.shape() + " but must have 1 or 2 dimensions");
        }
        int length = x.dim(-1);
        int rows = x.rank() == 1 ? 1 : x.dim(0);
        Shape shape = x.shape().with("multinomial", x.rank() - 1, checked(samples));
        int[] out = new int[shape.size()];
        double[] weights = x.toDoubleArray();
        for (int row = 0; row < rows; row++) {
            check(x, weights, row * length, length, replacement ? Math.min(samples, 1) : samples);
            for (int i = 0; i < samples; i++) {
                int drawn = draw(weights, row * length, length, random);
                out[row * samples + i] = drawn;
                if (!replacement) {
                    weights[row * length + drawn] = 0;
                }
            }
        }
        return new Index(shape, out);
    }

    private static int checked(int samples) {
        if (samples < 0) {
            throw new IllegalArgumentException("multinomial: the number of samples " + samples + " is negative");
        }
        return samples;
    }

    private static void check(Tensor x, double[] weights, int start, int length, int needed) {
        int positive = 0;
        for (int i = start; i < start + length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "multinomial: x has the element " + weights[i] + ", but none may be negative or not finite");
            }
            positive += weights[i] > 0 ? 1 : 0;
        }
        if (positive < needed) {
            throw new IllegalArgumentException("multinomial: of x with shape " + x.shape() + ", " + positive
                    + " elements of a row are positive, but " + needed + " are needed");
        }
    }

    /** The position where the running sum passes a share of the whole; never one of weight 0. */
    private static int draw(double[] weights, int start, int length, RandomGenerator random) {
        double sum = 0;
        for (int i = start; i < start + length; i++) {
            sum += weights[i];
        }
        double rest = random.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < length; i++) {
            if (weights[start + i] > 0) {
                last = i;
                rest -= weights[start + i];
                if (rest < 0) {
                    break;
                }
            }
        }
        return last;
    }
}
