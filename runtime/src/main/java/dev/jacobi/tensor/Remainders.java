package dev.jacobi.tensor;

/** The loops of the remainders and of the quotient rounded down. */
final class Remainders {
    private Remainders() {}

    /** x − y·trunc(x/y), exact */
    static final class Fmod extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] % y[i];
            }
        }
    }

    /** x − y·⌊x/y⌋ */
    static final class Remainder extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = remainder(x[i], y[i]);
            }
        }
    }

    /** ⌊x/y⌋ */
    static final class FloorDivide extends PairThroughDouble {
        @Override
        public void apply(double[] x, double[] y, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = floorDivide(x[i], y[i]);
            }
        }
    }

    /** fmod, moved to the sign of y. */
    private static double remainder(double x, double y) {
        double r = x % y;
        return r != 0 && r < 0 != y < 0 ? r + y : r;
    }

    /** As Python divides: (x − x mod y)/y is an integer but for rounding. */
    private static double floorDivide(double x, double y) {
        if (y == 0) {
            return x / y;
        }
        double r = x % y;
        double quotient = (x - r) / y;
        if (r != 0 && r < 0 != y < 0) {
            quotient--;
        }
        double floor = Math.floor(quotient);
        return quotient == 0 ? Math.copySign(0, x / y) : quotient - floor > 0.5 ? floor + 1 : floor;
    }
}
