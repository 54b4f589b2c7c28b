package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Integrals by Simpson's rule, on intervals that are halved until two halves agree with their whole. */
public final class Quadrature {
    private static final double TOLERANCE = 1e-13;
    private static final int MAX_DEPTH = 30;

    private Quadrature() {}

    /**
     * The time that a pendulum without friction takes to swing to and fro, as a multiple of 2π√(length/gravity).
     *
     * @param amplitude the angle at which it turns, below π
     */
    @Differentiable
    public static double pendulumPeriod(double amplitude) {
        double k = Math.sin(amplitude / 2);
        return 2 / Math.PI * integral(angle -> 1 / Math.sqrt(1 - square(k * Math.sin(angle))), 0, Math.PI / 2);
    }

    private static double square(double x) {
        return x * x;
    }

    /** The integral of f between two points. */
    static double integral(DoubleUnaryOperator f, double from, double to) {
        double middle = (from + to) / 2;
        double fFrom = f.applyAsDouble(from);
        double fMiddle = f.applyAsDouble(middle);
        double fTo = f.applyAsDouble(to);
        double whole = simpson(from, to, fFrom, fMiddle, fTo);
        return refined(f, from, to, fFrom, fMiddle, fTo, whole, TOLERANCE, MAX_DEPTH);
    }

    /** The integral between two points where f is known, as it is in their middle. */
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
        double left = simpson(from, middle, fFrom, fLeft, fMiddle);
        double right = simpson(middle, to, fMiddle, fRight, fTo);
        double error = (left + right - whole) / 15;
        if (depth == 0 || Math.abs(error) <= tolerance) {
            return left + right + error;
        }
        return refined(f, from, middle, fFrom, fLeft, fMiddle, left, tolerance / 2, depth - 1)
                + refined(f, middle, to, fMiddle, fRight, fTo, right, tolerance / 2, depth - 1);
    }

    private static double simpson(double from, double to, double fFrom, double fMiddle, double fTo) {
        return (to - from) / 6 * (fFrom + 4 * fMiddle + fTo);
    }
}
