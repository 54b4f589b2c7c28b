package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;
import dev.jacobi.tape.Workspace;

/** How well a polynomial approximates the sign function: half the sum of squared residuals at n points of [-1, 1]. */
final class LeastSquares {
    static final Module MODULE = Module.named("llsq")
            .with("primal", Input.class, in -> () -> objective(in.x, in.n))
            .with("gradient", Input.class, LeastSquares::gradient);

    /** The coefficients of the polynomial and the number of points. */
    record Input(double[] x, int n) {}

    private LeastSquares() {}

    @Differentiable("LeastSquaresGrad")
    static double objective(double[] x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double t = -1 + i * 2.0 / (n - 1);
            double residual = Math.signum(t);
            double power = 1;
            for (int j = 0; j < x.length; j++) {
                residual -= x[j] * power;
                power *= t;
            }
            sum += residual * residual;
        }
        return sum / 2;
    }

    private static Module.Prepared gradient(Input in) {
        Workspace workspace = new Workspace();
        return () -> {
            double[] xBar = new double[in.x.length];
            LeastSquaresGrad.gradientInto(in.x, in.n, xBar, workspace);
            return xBar;
        };
    }
}
