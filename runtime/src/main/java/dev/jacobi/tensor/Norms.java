package dev.jacobi.tensor;

/** The norms of a vector. */
final class Norms {
    /** Up to here products are as exact as a power: each rounds by half a unit, and the root takes that away again. */
    private static final int PRODUCTS = 16;

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
        return Math.pow(p == Math.rint(p) && p > 0 && p <= PRODUCTS ? products(x, (int) p) : powers(x, p), 1 / p);
    }

    private static double powers(double[] x, double p) {
        double powers = 0;
        for (double element : x) {
            powers += Math.pow(Math.abs(element), p);
        }
        return powers;
    }

    /** Of whole numbers p: products by squares, in four sums which don't wait for one another. */
    private static double products(double[] x, int p) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            s0 += product(Math.abs(x[i]), p);
            s1 += product(Math.abs(x[i + 1]), p);
            s2 += product(Math.abs(x[i + 2]), p);
            s3 += product(Math.abs(x[i + 3]), p);
        }
        for (; i < x.length; i++) {
            s0 += product(Math.abs(x[i]), p);
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static double product(double x, int p) {
        double square = x * x;
        double product = (p & 1) == 0 ? 1 : x;
        for (int rest = p >> 1; ; square *= square) {
            product *= (rest & 1) == 0 ? 1 : square;
            rest >>= 1;
            if (rest == 0) {
                return product;
            }
        }
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
