package dev.jacobi.tensor;

/** The norms of a vector. */
final class Norms {
    private Norms() {}

    /** (Σ|x|^p)^(1/p); at 0 the number of elements that aren't 0, at ±∞ the largest and the smallest |x|. */
    static double of(double[] x, double p) {
        if (p == 0) {
            return nonZero(x);
        }
        if (p == 1) {
            return sum(x);
        }
        if (p == 2) {
            return euclidean(x);
        }
        if (Double.isInfinite(p)) {
            return extreme(x, p > 0);
        }
        double powers = 0;
        for (double element : x) {
            powers += Math.pow(Math.abs(element), p);
        }
        return Math.pow(powers, 1 / p);
    }

    private static double nonZero(double[] x) {
        double count = 0;
        for (double element : x) {
            count += element == 0 ? 0 : 1;
        }
        return count;
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += Math.abs(element);
        }
        return sum;
    }

    /** The length, scaled where squares would overflow or vanish. */
    static double euclidean(double[] x) {
        double squares = 0;
        for (double element : x) {
            squares += element * element;
        }
        double norm = Math.sqrt(squares);
        if (norm == Double.POSITIVE_INFINITY || norm < 1e-150) {
            double scale = x.length == 0 ? 0 : extreme(x, true);
            if (scale > 0 && scale < Double.POSITIVE_INFINITY) {
                squares = 0;
                for (double element : x) {
                    squares += (element / scale) * (element / scale);
                }
                norm = scale * Math.sqrt(squares);
            }
        }
        return norm;
    }

    private static double extreme(double[] x, boolean largest) {
        double extreme = Math.abs(x[0]);
        for (double element : x) {
            double size = Math.abs(element);
            extreme = largest ? Math.max(extreme, size) : Math.min(extreme, size);
        }
        return extreme;
    }
}
