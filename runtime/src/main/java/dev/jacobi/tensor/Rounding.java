package dev.jacobi.tensor;

/** The loops of the functions that are constant between their jumps. */
final class Rounding {
    private Rounding() {}

    /** −1, 0 or 1; 0 for NaN, as in PyTorch */
    static final class Sign extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] > 0 ? 1 : x[i] < 0 ? -1 : 0;
            }
        }
    }

    /** ⌊x⌋ */
    static final class Floor extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.floor(x[i]);
            }
        }
    }

    /** ⌈x⌉ */
    static final class Ceil extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.ceil(x[i]);
            }
        }
    }

    /** the nearest integer, halves to the even one */
    static final class Round extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.rint(x[i]);
            }
        }
    }

    /** towards zero */
    static final class Trunc extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] < 0 ? Math.ceil(x[i]) : Math.floor(x[i]);
            }
        }
    }

    /** what is left of x without its integer part */
    static final class Frac extends ThroughDouble {
        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] - (x[i] < 0 ? Math.ceil(x[i]) : Math.floor(x[i]));
            }
        }
    }
}
