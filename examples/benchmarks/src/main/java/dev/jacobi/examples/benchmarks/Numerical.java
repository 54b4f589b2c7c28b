package dev.jacobi.examples.benchmarks;

import dev.jacobi.Differentiable;

/** Code on numbers and arrays: a loop, and a solver with arrays and methods of its own. */
final class Numerical {

    private Numerical() {}

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

    /** The length of the solution of a·x = b, by elimination in a copy of a. */
    @Differentiable
    static double solve(double[][] a, double[] b) {
        int n = b.length;
        double[][] lu = new double[n][];
        for (int i = 0; i < n; i++) {
            lu[i] = a[i].clone();
        }
        double[] x = b.clone();
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = lu[i][k] / lu[k][k];
                for (int j = k; j < n; j++) {
                    lu[i][j] -= factor * lu[k][j];
                }
                x[i] -= factor * x[k];
            }
        }
        substitute(lu, x);
        return norm(x);
    }

    private static void substitute(double[][] u, double[] x) {
        for (int i = x.length - 1; i >= 0; i--) {
            double sum = x[i];
            for (int j = i + 1; j < x.length; j++) {
                sum -= u[i][j] * x[j];
            }
            x[i] = sum / u[i][i];
        }
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double e : x) {
            sum += e * e;
        }
        return Math.sqrt(sum);
    }
}
