package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;
import java.util.Arrays;

/** Cubic splines in the basis of B-splines. */
public final class Spline {
    private static final int DEGREE = 3;

    private Spline() {}

    /**
     * The spline's value at t, by de Boor's algorithm.
     *
     * @param controls one for each basis function, at least four
     * @param knots in ascending order, four more than controls
     * @param t between the fourth knot and the fourth from the end
     * @throws IllegalArgumentException if t lies elsewhere
     */
    @Differentiable
    public static double value(double[] controls, double[] knots, double t) {
        if (!(knots[DEGREE] <= t && t <= knots[controls.length])) {
            throw new IllegalArgumentException(t + " is outside the knots " + Arrays.toString(knots));
        }
        int span = DEGREE;
        while (span < controls.length - 1 && t >= knots[span + 1]) {
            span++;
        }
        double[] d = Arrays.copyOfRange(controls, span - DEGREE, span + 1);
        for (int round = 1; round <= DEGREE; round++) {
            for (int j = DEGREE; j >= round; j--) {
                double left = knots[span - DEGREE + j];
                double right = knots[span + 1 + j - round];
                double share = (t - left) / (right - left);
                d[j] = (1 - share) * d[j - 1] + share * d[j];
            }
        }
        return d[DEGREE];
    }
}
