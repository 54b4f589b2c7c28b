package dev.jacobi.check;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Derivatives of a function by differences: central ones at a falling sequence of steps, extrapolated to step 0 by
 * Richardson's scheme, of which the estimate that agrees best with its neighbours is taken, entry by entry (Ridders).
 *
 * <p>With d(h) = (f(x + h) − f(x − h)) / 2h = f′(x) + c₁h² + c₂h⁴ + …, the combination (s²d(h/s) − d(h)) / (s² − 1) has
 * no h² term any more, and so on down the table. One-sided differences have all powers of h: there the factors are s,
 * s², ….
 */
final class Differences {
    private static final int LEVELS = 10;
    private static final double SHRINK = 2;

    private final Function<double[], double[]> f;
    private final double firstStep;

    /** Differences of {@code f}, whose results have the relative precision {@code epsilon}. */
    Differences(Function<double[], double[]> f, double epsilon) {
        this.f = f;
        this.firstStep = epsilon > 1e-10 ? 0.3 : 0.05;
    }

    /** Derivatives of all results, and how far they can be trusted. */
    record Estimate(double[] derivatives, double[] errors) {}

    private enum Side {
        BOTH(2),
        RIGHT(1),
        LEFT(1);

        /** The power of the step by which one column of the table is better than the one before. */
        final int order;

        Side(int order) {
            this.order = order;
        }
    }

    Estimate central(double[] x, double[] direction) {
        return extrapolated(x, direction, Side.BOTH);
    }

    Estimate right(double[] x, double[] direction) {
        return extrapolated(x, direction, Side.RIGHT);
    }

    Estimate left(double[] x, double[] direction) {
        return extrapolated(x, direction, Side.LEFT);
    }

    /** A length for the steps: that of the part of the point which the direction moves. */
    static double scale(double[] x, double[] direction) {
        double scale = 0;
        for (int i = 0; i < x.length; i++) {
            if (direction[i] != 0) {
                scale = Math.max(scale, Math.abs(x[i]));
            }
        }
        return scale > 1e-3 ? scale : scale > 0 ? Math.max(scale, 1e-6) : 1;
    }

    private Estimate extrapolated(double[] x, double[] direction, Side side) {
        double[] middle = f.apply(x);
        double[] best = new double[middle.length];
        double[] errors = new double[middle.length];
        Arrays.fill(best, Double.NaN);
        Arrays.fill(errors, Double.POSITIVE_INFINITY);
        double[][] previous = {};
        double step = firstStep * scale(x, direction);
        for (int level = 0; level < LEVELS; level++, step /= SHRINK) {
            double[][] row = new double[level + 1][];
            row[0] = quotient(x, direction, step, middle, side);
            double factor = 1;
            for (int column = 1; column <= level; column++) {
                factor *= Math.pow(SHRINK, side.order);
                row[column] = improved(row[column - 1], previous[column - 1], factor);
                for (int i = 0; i < best.length; i++) {
                    double error = Math.max(
                            Math.abs(row[column][i] - row[column - 1][i]),
                            Math.abs(row[column][i] - previous[column - 1][i]));
                    if (error <= errors[i]) {
                        errors[i] = error;
                        best[i] = row[column][i];
                    }
                }
            }
            previous = row;
        }
        return new Estimate(best, errors);
    }

    private static double[] improved(double[] finer, double[] coarser, double factor) {
        double[] result = new double[finer.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (factor * finer[i] - coarser[i]) / (factor - 1);
        }
        return result;
    }

    private double[] quotient(double[] x, double[] direction, double step, double[] middle, Side side) {
        double[] right = side == Side.LEFT ? middle : f.apply(moved(x, direction, step));
        double[] left = side == Side.RIGHT ? middle : f.apply(moved(x, direction, -step));
        double width = side == Side.BOTH ? 2 * step : step;
        double[] result = new double[right.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (right[i] - left[i]) / width;
        }
        return result;
    }

    private static double[] moved(double[] x, double[] direction, double step) {
        double[] result = x.clone();
        for (int i = 0; i < x.length; i++) {
            result[i] += step * direction[i];
        }
        return result;
    }
}
