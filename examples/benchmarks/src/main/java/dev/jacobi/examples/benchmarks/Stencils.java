package dev.jacobi.examples.benchmarks;

import dev.jacobi.Differentiable;

/** Differences on grids, whose results depend on a few neighbours each, and a sum over neighbours. */
final class Stencils {

    private Stencils() {}

    /** Burgers' equation on a line: how fast u changes by diffusion and by being carried along. */
    @Differentiable(sparse = true)
    static double[] burgers(double[] u) {
        double[] rate = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double left = i > 0 ? u[i - 1] : 0;
            double right = i + 1 < u.length ? u[i + 1] : 0;
            rate[i] = 0.1 * (left - 2 * u[i] + right) - u[i] * (right - left) / 2;
        }
        return rate;
    }

    /** Bratu's equation on a square of {@code n} by {@code n}: heat that flows to neighbours, and burns. */
    @Differentiable(sparse = true, wrt = "u")
    static double[] bratu(double[] u, int n) {
        double[] rate = new double[u.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int k = i * n + j;
                double sum = 0.1 * Math.exp(u[k]) - 4 * u[k];
                sum += i > 0 ? u[k - n] : 0;
                sum += j > 0 ? u[k - 1] : 0;
                sum += i + 1 < n ? u[k + n] : 0;
                sum += j + 1 < n ? u[k + 1] : 0;
                rate[k] = sum;
            }
        }
        return rate;
    }

    /** Each pair of neighbours on a line meets. */
    @Differentiable(sparse = true, order = 2)
    static double chain(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }
}
