package dev.jacobi.examples.benchmarks.peers;

import dev.jacobi.examples.benchmarks.peers.Problem.Inputs;

/** {@link HandWritten}, each time into a new array, as Jacobi's. */
public class ByHand extends Peer {

    @Override
    Gradients prepare(Problem what, Inputs in) {
        return switch (what) {
            case ROSENBROCK -> of(in, g -> HandWritten.rosenbrock(in.x(), g));
            case STENCIL -> of(in, g -> HandWritten.stencil(in.x(), in.load(), g));
            case LOG_SUM_EXP -> of(in, g -> HandWritten.logSumExp(in.x(), g));
            case LOGISTIC -> of(in, g -> HandWritten.logistic(in.x(), in.rows(), g));
        };
    }

    static double[] gradient(Problem problem, Inputs inputs) {
        return new ByHand().prepare(problem, inputs).gradient().get();
    }

    private static Gradients of(Inputs in, Filling filling) {
        return new Gradients(
                () -> {
                    double[] gradient = new double[in.x().length];
                    return new ValueAndGradient(filling.value(gradient), gradient);
                },
                () -> {
                    double[] gradient = new double[in.x().length];
                    filling.value(gradient);
                    return gradient;
                });
    }

    /** Gives the value, and leaves the gradient in the array. */
    private interface Filling {
        double value(double[] gradient);
    }

    private record ValueAndGradient(double value, double[] gradient) {}
}
