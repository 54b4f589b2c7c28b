package dev.jacobi.examples.numerics;

import dev.jacobi.DerivativeOf;
import dev.jacobi.Differentiable;

/** A solver of one's own, which derivatives call again instead of going through it. */
public final class ConjugateGradients {
    private static final double ENOUGH = 1e-26;

    private ConjugateGradients() {}

    /**
     * Solves A·x = b by conjugate gradients.
     *
     * @param matrix A, symmetric and positive definite
     * @param right b
     * @return x
     */
    public static double[] solve(double[][] matrix, double[] right) {
        double[] x = new double[right.length];
        double[] residual = right.clone();
        double[] direction = right.clone();
        double square = dot(residual, residual);
        double enough = ENOUGH * square;
        for (int trip = 0; trip < 10 * x.length && square > enough; trip++) {
            double[] image = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                image[i] = dot(matrix[i], direction);
            }
            double step = square / dot(direction, image);
            for (int i = 0; i < x.length; i++) {
                x[i] += step * direction[i];
                residual[i] -= step * image[i];
            }
            double next = dot(residual, residual);
            for (int i = 0; i < x.length; i++) {
                direction[i] = residual[i] + next / square * direction[i];
            }
            square = next;
        }
        return x;
    }

    /** The derivatives by both parameters of {@link #solve}. */
    record Bars(double[][] matrix, double[] right) {}

    /**
     * From A·x = b follows A·ẋ = ḃ − Ȧ·x, so the seed s of x brings w = A⁻ᵀ·s to b and −w·xᵀ to A. As A is symmetric,
     * the same solver gives w.
     */
    @DerivativeOf(type = ConjugateGradients.class, method = "solve", form = DerivativeOf.Form.VJP)
    static Bars solveVjp(double[][] matrix, double[] right, double[] x, double[] seed) {
        double[] w = solve(matrix, seed);
        double[][] matrixBar = new double[w.length][w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                matrixBar[i][j] = -w[i] * x[j];
            }
        }
        return new Bars(matrixBar, w);
    }

    /**
     * The work that loads do on a chain of masses which springs hold, the first to a wall: the softer, the more.
     *
     * @param stiffness the springs', one before each mass
     * @param loads on the masses
     */
    @Differentiable
    public static double compliance(double[] stiffness, double[] loads) {
        int n = loads.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] += stiffness[i];
            if (i > 0) {
                matrix[i - 1][i - 1] += stiffness[i];
                matrix[i - 1][i] -= stiffness[i];
                matrix[i][i - 1] -= stiffness[i];
            }
        }
        return dot(solve(matrix, loads), loads);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
