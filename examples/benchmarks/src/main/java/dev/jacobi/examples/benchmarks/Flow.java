package dev.jacobi.examples.benchmarks;

import dev.jacobi.Checkpoint;
import dev.jacobi.Differentiable;

/** Burgers' equation on a ring, integrated in time: what is left of the energy, by the flow at the start. */
final class Flow {

    private static final double STEP = 0.01;

    private Flow() {}

    private static double[] later(double[] u) {
        int n = u.length;
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
            double left = u[i > 0 ? i - 1 : n - 1];
            double right = u[i + 1 < n ? i + 1 : 0];
            next[i] = u[i] + STEP * (0.1 * (left - 2 * u[i] + right) - u[i] * (right - left) / 2);
        }
        return next;
    }

    private static double energy(double[] u) {
        double sum = 0;
        for (double speed : u) {
            sum += speed * speed;
        }
        return sum;
    }

    /** Every step is recorded. */
    @Differentiable
    static double stored(double[] start, int steps) {
        double[] u = start;
        for (int i = 0; i < steps; i++) {
            u = later(u);
        }
        return energy(u);
    }

    /** Steps are made again from a hundred snapshots. */
    @Differentiable
    static double hundred(double[] start, int steps) {
        double[] u = start;
        for (@Checkpoint(snapshots = 100) int i = 0; i < steps; i++) {
            u = later(u);
        }
        return energy(u);
    }

    /** The same from a thousand. */
    @Differentiable
    static double thousand(double[] start, int steps) {
        double[] u = start;
        for (@Checkpoint(snapshots = 1000) int i = 0; i < steps; i++) {
            u = later(u);
        }
        return energy(u);
    }

    /** The same where the loop finds out on its way when it ends. */
    @Differentiable(wrt = "start")
    static double until(double[] start, double end) {
        double[] u = start;
        @Checkpoint(snapshots = 1000)
        double time = 0;
        while (time < end) {
            u = later(u);
            time += STEP;
        }
        return energy(u);
    }
}
