package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;
import dev.jacobi.tape.Workspace;

/** y₀′ = x₀ and yᵢ′ = xᵢ·yᵢ₋₁ from y = 0, until t = 2, by the classical method of Runge and Kutta. */
final class DifferentialEquation {
    private static final double END = 2;

    static final Module MODULE = Module.named("ode")
            .with("primal", Input.class, in -> () -> solution(in.x, in.s))
            .with("gradient", Input.class, DifferentialEquation::gradient);

    /** The coefficients and the number of steps. */
    record Input(double[] x, int s) {}

    private DifferentialEquation() {}

    @Differentiable
    static double[] solution(double[] x, int steps) {
        double h = END / steps;
        double[] y = new double[x.length];
        for (int step = 0; step < steps; step++) {
            double[] k1 = rate(x, y);
            double[] k2 = rate(x, moved(y, h / 2, k1));
            double[] k3 = rate(x, moved(y, h / 2, k2));
            double[] k4 = rate(x, moved(y, h, k3));
            for (int i = 0; i < y.length; i++) {
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        return y;
    }

    private static double[] rate(double[] x, double[] y) {
        double[] rate = new double[y.length];
        rate[0] = x[0];
        for (int i = 1; i < rate.length; i++) {
            rate[i] = x[i] * y[i - 1];
        }
        return rate;
    }

    private static double[] moved(double[] y, double h, double[] rate) {
        double[] moved = new double[y.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = y[i] + h * rate[i];
        }
        return moved;
    }

    /** Of the last element by all coefficients. */
    private static Module.Prepared gradient(Input in) {
        Workspace workspace = new Workspace();
        double[] last = new double[in.x.length];
        last[last.length - 1] = 1;
        return () -> {
            double[] xBar = new double[in.x.length];
            SolutionGrad.vjpInto(in.x, in.s, last, xBar, workspace);
            return xBar;
        };
    }
}
