package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Roots of functions by Brent's method. */
public final class RootFinder {
    private static final int MAX_STEPS = 100;
    private static final double TOLERANCE = 1e-14;

    private RootFinder() {}

    /**
     * The eccentric anomaly E of a body on an ellipse, from Kepler's equation E − e·sin E = M.
     *
     * @param anomaly M, which grows evenly with time
     * @param eccentricity e, from 0 to below 1
     */
    @Differentiable
    public static double eccentricAnomaly(double anomaly, double eccentricity) {
        DoubleUnaryOperator equation = angle -> angle - eccentricity * Math.sin(angle) - anomaly;
        return root(equation, anomaly - eccentricity, anomaly + eccentricity);
    }

    /**
     * A root of f between two points at which f has different signs. The next point comes from inverse interpolation,
     * quadratic where there are three values, linear else; where that would lead away or goes too slowly, it is the
     * middle.
     *
     * @throws IllegalArgumentException if the signs are the same
     */
    static double root(DoubleUnaryOperator f, double from, double to) {
        double best = to;
        double other = from;
        double fBest = f.applyAsDouble(best);
        double fOther = f.applyAsDouble(other);
        if (fBest * fOther > 0) {
            throw new IllegalArgumentException("the function has the same sign at " + from + " and at " + to);
        }
        double last = other;
        double fLast = fOther;
        double lastStep = Math.abs(best - other);
        for (int i = 0; i < MAX_STEPS && fBest != 0; i++) {
            if (Math.abs(fOther) < Math.abs(fBest)) {
                double t = best;
                best = other;
                other = t;
                double ft = fBest;
                fBest = fOther;
                fOther = ft;
            }
            double next = interpolated(best, fBest, other, fOther, last, fLast);
            double step = Math.abs(next - best);
            boolean between = (next - best) * (next - (3 * other + best) / 4) < 0;
            if (!between || step > lastStep / 2) {
                next = (best + other) / 2;
                step = Math.abs(next - best);
            }
            last = best;
            fLast = fBest;
            lastStep = step;
            double fNext = f.applyAsDouble(next);
            if (fNext * fBest < 0) {
                other = best;
                fOther = fBest;
            }
            best = next;
            fBest = fNext;
            if (step <= TOLERANCE * (1 + Math.abs(best))) {
                break;
            }
        }
        return best;
    }

    /** Where the parabola x = p(y) through three points crosses y = 0, or the line through two of them. */
    private static double interpolated(double a, double fa, double b, double fb, double c, double fc) {
        if (fa == fb) {
            return a;
        } else if (fc == fa || fc == fb) {
            return a - fa * (b - a) / (fb - fa);
        }
        return a * fb * fc / ((fa - fb) * (fa - fc))
                + b * fa * fc / ((fb - fa) * (fb - fc))
                + c * fa * fb / ((fc - fa) * (fc - fb));
    }
}
