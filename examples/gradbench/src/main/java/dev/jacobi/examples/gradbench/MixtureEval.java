package dev.jacobi.examples.gradbench;

import dev.jacobi.tape.Workspace;

/** The inputs and outputs of {@link GaussianMixture}. */
final class MixtureEval {
    static final Module MODULE = Module.named("gmm")
            .with(
                    "objective",
                    Input.class,
                    in -> () -> GaussianMixture.logPosterior(in.alpha, in.mu, in.q, in.l, in.x, in.m, in.gamma))
            .with("jacobian", Input.class, MixtureEval::jacobian);

    /** The parameters, the observations, and the prior. */
    record Input(double[] alpha, double[][] mu, double[][] q, double[][] l, double[][] x, int m, double gamma) {}

    /** The derivatives by the parameters. */
    record Output(double[] alpha, double[][] mu, double[][] q, double[][] l) {}

    private MixtureEval() {}

    private static Module.Prepared jacobian(Input in) {
        int k = in.alpha.length;
        Workspace workspace = new Workspace();
        return () -> {
            Output bars = new Output(
                    new double[k],
                    new double[k][in.mu[0].length],
                    new double[k][in.q[0].length],
                    new double[k][in.l[0].length]);
            LogPosteriorGrad.gradientInto(
                    in.alpha, in.mu, in.q, in.l, in.x, in.m, in.gamma, bars.alpha, bars.mu, bars.q, bars.l, workspace);
            return bars;
        };
    }
}
