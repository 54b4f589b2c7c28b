package dev.jacobi.check;

import java.util.function.Function;

/** The Jacobian by differences at one point, and the judgement whether a number may pass for one of its entries. */
final class Numeric {
    private final Differences differences;
    private final double[] x;
    private final double epsilon;
    private final boolean kinksAllowed;
    private final double[] y;
    private final Differences.Estimate[] columns;
    private final double largest;

    Numeric(Function<double[], double[]> f, double[] x, double epsilon, boolean kinksAllowed) {
        this.differences = new Differences(f, epsilon);
        this.x = x;
        this.epsilon = epsilon;
        this.kinksAllowed = kinksAllowed;
        this.y = f.apply(x);
        this.columns = new Differences.Estimate[x.length];
        double max = 0;
        for (int j = 0; j < x.length; j++) {
            columns[j] = differences.central(x, unit(j));
            for (double derivative : columns[j].derivatives()) {
                max = Double.isFinite(derivative) ? Math.max(max, Math.abs(derivative)) : max;
            }
        }
        this.largest = max;
    }

    double derivative(int i, int j) {
        return columns[j].derivatives()[i];
    }

    boolean accepts(int i, int j, double given, double tolerance) {
        if (near(i, j, given, derivative(i, j), tolerance)) {
            return true;
        }
        if (!kinksAllowed || !Double.isFinite(given)) {
            return false;
        }
        double right = differences.right(x, unit(j)).derivatives()[i];
        double left = differences.left(x, unit(j)).derivatives()[i];
        boolean between = Math.min(left, right) <= given && given <= Math.max(left, right);
        return between || near(i, j, given, left, 10 * tolerance) || near(i, j, given, right, 10 * tolerance);
    }

    private boolean near(int i, int j, double given, double expected, double tolerance) {
        double size = Math.max(Math.abs(given), Math.abs(expected)) + largest / 100;
        double rounding = Math.pow(epsilon, 0.75) * Math.abs(y[i]) / Differences.scale(x, unit(j));
        return Double.isFinite(given) && Math.abs(given - expected) <= tolerance * size + rounding;
    }

    /** What the message says about an entry that wasn't accepted. */
    String words(int i, int j, double given) {
        double error = columns[j].errors()[i];
        if (Math.abs(given - derivative(i, j)) <= 10 * error || !Double.isFinite(error)) {
            return "finite differences don't settle here (a kink or a pole?) and give";
        }
        return "finite differences give";
    }

    private double[] unit(int j) {
        double[] unit = new double[x.length];
        unit[j] = 1;
        return unit;
    }
}
