package dev.jacobi.examples.benchmarks;

import dev.jacobi.Differentiable;

/** Sums over many variables, as they are minimised: what second derivatives cost is measured on them. */
final class Objectives {

    private static final int STEPS = 10;

    private Objectives() {}

    /** The potential energy of bodies that attract each other, by their coordinates. */
    @Differentiable(order = 2)
    static double bodies(double[] x) {
        double energy = 0;
        for (int i = 0; i + 2 < x.length; i += 3) {
            for (int j = 0; j < i; j += 3) {
                double dx = x[i] - x[j];
                double dy = x[i + 1] - x[j + 1];
                double dz = x[i + 2] - x[j + 2];
                energy -= 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
            }
        }
        return energy;
    }

    /** The loss of logistic regression, by its weights. */
    @Differentiable(order = 2, wrt = "w")
    static double logistic(double[] w, double[][] rows) {
        double loss = 0;
        for (double[] row : rows) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * row[j];
            }
            loss += Math.log1p(Math.exp(-z));
        }
        return loss;
    }

    /** How far coupled pendulums are from rest after some steps of time, by the angles from which they start. */
    @Differentiable(order = 2)
    static double pendulums(double[] start) {
        double[] angle = start.clone();
        double[] speed = new double[start.length];
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < start.length; i++) {
                double left = angle[i > 0 ? i - 1 : i];
                double right = angle[i + 1 < start.length ? i + 1 : i];
                speed[i] += 0.01 * (left - 2 * angle[i] + right - Math.sin(angle[i]));
            }
            for (int i = 0; i < start.length; i++) {
                angle[i] += 0.01 * speed[i];
            }
        }
        double sum = 0;
        for (double a : angle) {
            sum += a * a;
        }
        return sum;
    }

    /** A sum of decaying oscillations, at times of one's own, by amplitudes, rates and frequencies. */
    @Differentiable(wrt = "p")
    static double[] oscillations(double[] p, double[] times) {
        double[] y = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            for (int k = 0; k + 2 < p.length; k += 3) {
                y[i] += p[k] * Math.exp(-p[k + 1] * times[i]) * Math.sin(p[k + 2] * times[i]);
            }
        }
        return y;
    }
}
