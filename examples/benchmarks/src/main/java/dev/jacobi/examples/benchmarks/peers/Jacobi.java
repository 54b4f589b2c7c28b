package dev.jacobi.examples.benchmarks.peers;

import dev.jacobi.examples.benchmarks.peers.Problem.Inputs;

/** Generated from {@link Functions}. */
public class Jacobi extends Peer {

    @Override
    Gradients prepare(Problem what, Inputs in) {
        return switch (what) {
            case ROSENBROCK ->
                new Gradients(() -> RosenbrockGrad.valueAndGradient(in.x()), () -> RosenbrockGrad.gradient(in.x()));
            case STENCIL ->
                new Gradients(
                        () -> StencilGrad.valueAndGradient(in.x(), in.load()),
                        () -> StencilGrad.gradient(in.x(), in.load()));
            case LOG_SUM_EXP ->
                new Gradients(() -> LogSumExpGrad.valueAndGradient(in.x()), () -> LogSumExpGrad.gradient(in.x()));
            case LOGISTIC ->
                new Gradients(
                        () -> LogisticGrad.valueAndGradient(in.x(), in.rows()),
                        () -> LogisticGrad.gradient(in.x(), in.rows()));
        };
    }
}
