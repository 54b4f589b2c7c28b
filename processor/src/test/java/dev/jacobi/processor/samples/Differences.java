package dev.jacobi.processor.samples;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * A slope by Ridders' method, and how far off it may be.
 *
 * <p>The error of a central difference is a series in h², so from the differences with h, h/2, h/4, … Neville's scheme
 * eliminates one term after the other. Each entry of the scheme is judged by how much it differs from those it was made
 * of, and by the rounding of f: ε·|f|/h. The best entry wins. At a kink, no entry is good, and the test fails rather
 * than passes.
 */
record Differences(double slope, double error) {
    private static final int STEPS = 10;

    /** Errors beyond these, relative to the slope or 1, say that the point is no good. */
    private static final double WORST = 1e-6;

    private static final double WORST_OF_FLOAT = 2e-2;

    /**
     * @param inFloat whether f takes a float
     * @param coarse whether f computes in float
     */
    static Differences[] of(DoubleFunction<double[]> f, double x, boolean inFloat, boolean coarse) {
        double epsilon = coarse ? 0x1p-23 : 0x1p-52;
        double[][] quotients = new double[STEPS][];
        double[] roundings = new double[STEPS];
        double h = Math.max(1, Math.abs(x)) / 16;
        for (int k = 0; k < STEPS; k++, h /= 2) {
            double right = representable(x + h, inFloat);
            double left = representable(x - h, inFloat);
            double[] above = f.apply(right);
            double[] below = f.apply(left);
            quotients[k] = new double[above.length];
            Arrays.setAll(quotients[k], i -> (above[i] - below[i]) / (right - left));
            roundings[k] = 8 * epsilon * Math.max(Numbers.largest(above), Numbers.largest(below)) / (right - left);
        }
        Differences[] best = new Differences[quotients[0].length];
        Arrays.setAll(best, i -> best(quotients, roundings, i, coarse ? WORST_OF_FLOAT : WORST));
        return best;
    }

    private static double representable(double x, boolean inFloat) {
        return inFloat ? (float) x : x;
    }

    private static Differences best(double[][] quotients, double[] roundings, int result, double worst) {
        double[][] scheme = new double[STEPS][STEPS];
        Differences best = new Differences(Double.NaN, Double.POSITIVE_INFINITY);
        for (int k = 0; k < STEPS; k++) {
            scheme[k][0] = quotients[k][result];
            double power = 1;
            for (int m = 1; m <= k; m++) {
                power *= 4;
                scheme[k][m] = (power * scheme[k][m - 1] - scheme[k - 1][m - 1]) / (power - 1);
                double error = Math.max(
                                Math.abs(scheme[k][m] - scheme[k][m - 1]),
                                Math.abs(scheme[k][m] - scheme[k - 1][m - 1]))
                        + roundings[k];
                best = error < best.error ? new Differences(scheme[k][m], error) : best;
            }
        }
        if (!(best.error <= worst * Math.max(1, Math.abs(best.slope)))) {
            throw new AssertionError("too near a kink for differences: " + best);
        }
        return best;
    }
}
