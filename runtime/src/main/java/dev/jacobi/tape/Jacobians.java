package dev.jacobi.tape;

import java.util.function.UnaryOperator;

/** Jacobians of methods from arrays to arrays: one derivative sweep for each result, or for each argument's element. */
public final class Jacobians {

    private Jacobians() {}

    /**
     * {@code [i][j]} = ∂yᵢ/∂xⱼ, by rows: the vector-Jacobian product with each unit vector.
     *
     * @param results how many results there are
     * @param vjp the derivative of the results' weighted sum
     */
    public static double[][] byRows(int results, UnaryOperator<double[]> vjp) {
        double[][] rows = new double[results][];
        double[] seed = new double[results];
        for (int i = 0; i < results; i++) {
            seed[i] = 1;
            rows[i] = vjp.apply(seed);
            seed[i] = 0;
        }
        return rows;
    }

    /**
     * {@code [i][j]} = ∂yᵢ/∂xⱼ, by columns: the derivative along each unit vector.
     *
     * @param results how many results there are
     * @param arguments how many elements the argument has
     */
    public static double[][] byColumns(int results, int arguments, UnaryOperator<double[]> jvp) {
        double[][] rows = new double[results][arguments];
        double[] direction = new double[arguments];
        for (int j = 0; j < arguments; j++) {
            direction[j] = 1;
            double[] column = jvp.apply(direction);
            for (int i = 0; i < results; i++) {
                rows[i][j] = column[i];
            }
            direction[j] = 0;
        }
        return rows;
    }
}
