package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.tape.Workspace;
import java.util.Arrays;

/** log Σ exp(xᵢ), shifted by the largest element so that nothing overflows. */
final class LogSumExp {
    static final Module MODULE = Module.named("lse")
            .with("primal", Input.class, in -> () -> logSumExp(in.x))
            .with("gradient", Input.class, LogSumExp::gradient);

    /** The numbers. */
    record Input(double[] x) {}

    private LogSumExp() {}

    @Differentiable
    static double logSumExp(double[] x) {
        @NoDerivative double shift = max(x); // any shift gives the same result, so its derivative is 0
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i] - shift);
        }
        return Math.log(sum) + shift;
    }

    static double max(double[] x) {
        double max = x[0];
        for (int i = 1; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    private static Module.Prepared gradient(Input in) {
        Workspace workspace = new Workspace();
        double[] xBar = new double[in.x.length];
        return () -> {
            Arrays.fill(xBar, 0);
            LogSumExpGrad.gradientInto(in.x, xBar, workspace);
            return xBar;
        };
    }
}
