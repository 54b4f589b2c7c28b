package dev.jacobi.examples.benchmarks.peers;

import java.util.Random;

/** A function of n variables, at a point that n and the problem determine. */
public enum Problem {
    /** Σ 100·(xᵢ₊₁ - xᵢ²)² + (1 - xᵢ)². */
    ROSENBROCK("Rosenbrock's function"),
    /** ½·xᵀAx - bᵀx, A being the stencil -1, 2, -1. */
    STENCIL("quadratic form of a stencil"),
    /** log Σ exp(xᵢ). */
    LOG_SUM_EXP("log-sum-exp"),
    /** The loss of logistic regression on few observations. */
    LOGISTIC("logistic regression");

    private static final int OBSERVATIONS = 16;

    private final String title;

    Problem(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Where it is evaluated. */
    Inputs inputs(int n) {
        Random random = new Random(n);
        double[] x = random.doubles(n, -1, 1).toArray();
        double[] load = this == STENCIL ? random.doubles(n, -1, 1).toArray() : new double[0];
        double[][] rows = new double[this == LOGISTIC ? OBSERVATIONS : 0][];
        double largest = 3 / Math.sqrt(n);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.doubles(n, -largest, largest).toArray();
        }
        return new Inputs(x, load, rows);
    }

    /**
     * Variables and constants.
     *
     * @param x the variables
     * @param load b of the quadratic form; otherwise empty
     * @param rows observations for the regression, each multiplied with its label, 1 or -1; otherwise empty
     */
    record Inputs(double[] x, double[] load, double[][] rows) {}
}
