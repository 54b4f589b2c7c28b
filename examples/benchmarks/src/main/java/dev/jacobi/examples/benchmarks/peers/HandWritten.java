package dev.jacobi.examples.benchmarks.peers;

import java.util.Arrays;

/**
 * Values and gradients as one writes them who knows the functions well: each fills the gradient and gives the value.
 */
final class HandWritten {

    private HandWritten() {}

    static double rosenbrock(double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
            gradient[i] -= 400 * a * x[i] + 2 * b;
            gradient[i + 1] = 200 * a;
        }
        return sum;
    }

    /** A is symmetric, so the gradient is Ax - b. */
    static double stencil(double[] x, double[] load, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double left = i > 0 ? x[i - 1] : 0;
            double right = i + 1 < x.length ? x[i + 1] : 0;
            double ax = 2 * x[i] - left - right;
            sum += x[i] * (0.5 * ax - load[i]);
            gradient[i] = ax - load[i];
        }
        return sum;
    }

    /** The gradient is exp(xᵢ) / Σ exp(xᵢ), whatever the maximum. */
    static double logSumExp(double[] x, double[] gradient) {
        double max = Double.NEGATIVE_INFINITY;
        for (double xi : x) {
            max = Math.max(max, xi);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            gradient[i] = Math.exp(x[i] - max);
            sum += gradient[i];
        }
        double scale = 1 / sum;
        for (int i = 0; i < x.length; i++) {
            gradient[i] *= scale;
        }
        return max + Math.log(sum);
    }

    static double logistic(double[] x, double[][] rows, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (double[] row : rows) {
            double z = 0;
            for (int j = 0; j < x.length; j++) {
                z += x[j] * row[j];
            }
            double e = Math.exp(-z);
            loss += Math.log1p(e);
            double zBar = -e / (1 + e);
            for (int j = 0; j < x.length; j++) {
                gradient[j] += zBar * row[j];
            }
        }
        return loss;
    }
}
