package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;

/** Initial value problems ẏ = f(t, y) by Fehlberg's pair of Runge–Kutta methods, of orders four and five. */
public final class RungeKutta {
    static final double[] TIMES = {0, 1.0 / 4, 3.0 / 8, 12.0 / 13, 1, 1.0 / 2};
    static final double[][] STAGES = {
        {},
        {1.0 / 4},
        {3.0 / 32, 9.0 / 32},
        {1932.0 / 2197, -7200.0 / 2197, 7296.0 / 2197},
        {439.0 / 216, -8, 3680.0 / 513, -845.0 / 4104},
        {-8.0 / 27, 2, -3544.0 / 2565, 1859.0 / 4104, -11.0 / 40},
    };
    static final double[] FOURTH = {25.0 / 216, 0, 1408.0 / 2565, 2197.0 / 4104, -1.0 / 5, 0};
    static final double[] FIFTH = {16.0 / 135, 0, 6656.0 / 12825, 28561.0 / 56430, -9.0 / 50, 2.0 / 55};

    private RungeKutta() {}

    /** The right side of ẏ = f(t, y). */
    @FunctionalInterface
    interface Equation {
        /** Writes f(t, y) into the derivative. */
        void derivative(double t, double[] y, double[] yDot);
    }

    /**
     * Prey and predators after a while, by Lotka and Volterra: ẋ = x·(a − b·y), ẏ = y·(c·x − d).
     *
     * @param start x and y at the time 0
     * @param rates a, b, c and d
     * @param end the time
     */
    @Differentiable
    public static double[] populations(double[] start, double[] rates, double end) {
        Equation equation = (t, y, yDot) -> {
            yDot[0] = y[0] * (rates[0] - rates[1] * y[1]);
            yDot[1] = y[1] * (rates[2] * y[0] - rates[3]);
        };
        return integrate(equation, start, end, 1e-11);
    }

    /** The state at the end, with steps such that each is wrong by no more than a tolerance. */
    static double[] integrate(Equation equation, double[] start, double end, double tolerance) {
        double[] y = start.clone();
        double[][] k = new double[TIMES.length][y.length];
        double t = 0;
        double h = end / 100;
        while (t < end) {
            boolean last = t + h >= end;
            if (last) {
                h = end - t;
            }
            stages(equation, t, y, h, k);
            double[] fifth = moved(y, h, k, FIFTH);
            double error = distance(fifth, moved(y, h, k, FOURTH)) / tolerance;
            if (error <= 1) {
                y = fifth;
                t = last ? end : t + h;
            }
            h *= Math.min(4, Math.max(0.1, 0.9 * Math.pow(error + 1e-10, -0.2)));
        }
        return y;
    }

    private static void stages(Equation equation, double t, double[] y, double h, double[][] k) {
        for (int i = 0; i < TIMES.length; i++) {
            equation.derivative(t + TIMES[i] * h, moved(y, h, k, STAGES[i]), k[i]);
        }
    }

    /** y + h·Σᵢ weights[i]·k[i]. */
    private static double[] moved(double[] y, double h, double[][] k, double[] weights) {
        double[] moved = y.clone();
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < y.length; j++) {
                moved[j] += h * weights[i] * k[i][j];
            }
        }
        return moved;
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int j = 0; j < a.length; j++) {
            largest = Math.max(largest, Math.abs(a[j] - b[j]) / (1 + Math.abs(a[j])));
        }
        return largest;
    }
}
