package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;

/** Systems of linear equations in which each unknown meets only its neighbours. */
public final class Tridiagonal {
    private Tridiagonal() {}

    /**
     * Solves the equations lower[i]·x[i − 1] + diagonal[i]·x[i] + upper[i]·x[i + 1] = right[i] by Thomas' algorithm,
     * which is elimination without pivoting.
     *
     * @param lower of which the first is not looked at
     * @param upper of which the last is not looked at
     * @return x
     */
    @Differentiable("TridiagonalGrad")
    public static double[] solve(double[] lower, double[] diagonal, double[] upper, double[] right) {
        int n = right.length;
        double[] ratio = new double[n];
        double[] x = right.clone();
        double pivot = diagonal[0];
        x[0] /= pivot;
        for (int i = 1; i < n; i++) {
            ratio[i] = upper[i - 1] / pivot;
            pivot = diagonal[i] - lower[i] * ratio[i];
            x[i] = (x[i] - lower[i] * x[i - 1]) / pivot;
        }
        for (int i = n - 2; i >= 0; i--) {
            x[i] -= ratio[i + 1] * x[i + 1];
        }
        return x;
    }
}
