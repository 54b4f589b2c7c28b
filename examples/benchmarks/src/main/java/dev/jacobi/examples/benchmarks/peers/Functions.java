package dev.jacobi.examples.benchmarks.peers;

import dev.jacobi.Differentiable;

/** The functions as ordinary Java. Jacobi's gradients are those of these methods. */
final class Functions {

    private Functions() {}

    @Differentiable
    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }

    @Differentiable(wrt = "x")
    static double stencil(double[] x, double[] load) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double left = i > 0 ? x[i - 1] : 0;
            double right = i + 1 < x.length ? x[i + 1] : 0;
            double ax = 2 * x[i] - left - right;
            sum += x[i] * (0.5 * ax - load[i]);
        }
        return sum;
    }

    @Differentiable
    static double logSumExp(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double xi : x) {
            max = Math.max(max, xi);
        }
        double sum = 0;
        for (double xi : x) {
            sum += Math.exp(xi - max);
        }
        return max + Math.log(sum);
    }

    @Differentiable(wrt = "x")
    static double logistic(double[] x, double[][] rows) {
        double loss = 0;
        for (double[] row : rows) {
            double z = 0;
            for (int j = 0; j < x.length; j++) {
                z += x[j] * row[j];
            }
            loss += Math.log1p(Math.exp(-z));
        }
        return loss;
    }
}
