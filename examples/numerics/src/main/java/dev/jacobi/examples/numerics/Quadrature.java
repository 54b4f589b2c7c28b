package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Integrals by Simpson's rule, where the function bends much with more points. */
public final class Quadrature {
    private static final int MAX_DEPTH = 40;

    private Quadrature() {}

    /**
     * The way that a damped oscillator covers: ∫ e^(−damping·t)·cos(frequency·t) dt from 0 to an end.
     *
     * @param damping how fast the oscillation fades
     * @param frequency in radians
     * @param end of the time
     */
    @Differentiable
    public static double dampedOscillation(double damping, double frequency, double end) {
        return integral(t -> Math.exp(-damping * t) * Math.cos(frequency * t), 0, end, 1e-12);
    }

    /** The integral of f up to a tolerance. */
    static double integral(DoubleUnaryOperator f, double from, double to, double tolerance) {
        double fFrom = f.applyAsDouble(from);
        double fTo = f.applyAsDouble(to);
        double fMiddle = f.applyAsDouble((from + to) / 2);
        double whole = (to - from) / 6 * (fFrom + 4 * fMiddle + fTo);
        return refined(f, from, to, fFrom, fMiddle, fTo, whole, tolerance, MAX_DEPTH);
    }

    /** Compares the rule on the whole with that on its halves, and adds the error that this shows: a fifteenth. */
    private static double refined(
            DoubleUnaryOperator f,
            double from,
            double to,
            double fFrom,
            double fMiddle,
            double fTo,
            double whole,
            double tolerance,
            int depth) {
        double middle = (from + to) / 2;
        double fLeft = f.applyAsDouble((from + middle) / 2);
        double fRight = f.applyAsDouble((middle + to) / 2);
        double left = (middle - from) / 6 * (fFrom + 4 * fLeft + fMiddle);
        double right = (to - middle) / 6 * (fMiddle + 4 * fRight + fTo);
        double change = left + right - whole;
        if (depth == 0 || Math.abs(change) <= 15 * tolerance) {
            return left + right + change / 15;
        }
        return refined(f, from, middle, fFrom, fLeft, fMiddle, left, tolerance / 2, depth - 1)
                + refined(f, middle, to, fMiddle, fRight, fTo, right, tolerance / 2, depth - 1);
    }
}
