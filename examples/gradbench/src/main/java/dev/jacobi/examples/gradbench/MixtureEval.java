package dev.jacobi.examples.gradbench;

/** The inputs of {@link GaussianMixture}. */
final class MixtureEval {
    static final Module MODULE = Module.named("gmm")
            .with(
                    "objective",
                    Input.class,
                    in -> () -> GaussianMixture.logPosterior(in.alpha, in.mu, in.q, in.l, in.x, in.m, in.gamma))
            .with(
                    "jacobian",
                    Input.class,
                    in -> () -> LogPosteriorGrad.gradient(in.alpha, in.mu, in.q, in.l, in.x, in.m, in.gamma));

    /** The parameters, the observations, and the prior. */
    record Input(double[] alpha, double[][] mu, double[][] q, double[][] l, double[][] x, int m, double gamma) {}

    private MixtureEval() {}
}
