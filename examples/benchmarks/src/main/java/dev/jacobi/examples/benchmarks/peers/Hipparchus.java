package dev.jacobi.examples.benchmarks.peers;

import dev.jacobi.examples.benchmarks.peers.Problem.Inputs;
import org.hipparchus.analysis.differentiation.Gradient;

/** Numbers that carry their derivatives by all variables along: each operation costs as much as there are variables. */
public class Hipparchus extends Peer {

    @Override
    Gradients prepare(Problem what, Inputs in) {
        return switch (what) {
            case ROSENBROCK -> Gradients.of(() -> rosenbrock(variables(in.x())).getGradient());
            case STENCIL ->
                Gradients.of(() -> stencil(variables(in.x()), in.load()).getGradient());
            case LOG_SUM_EXP -> Gradients.of(() -> logSumExp(variables(in.x())).getGradient());
            case LOGISTIC ->
                Gradients.of(() -> logistic(variables(in.x()), in.rows()).getGradient());
        };
    }

    private static Gradient[] variables(double[] x) {
        Gradient[] variables = new Gradient[x.length];
        for (int i = 0; i < x.length; i++) {
            variables[i] = Gradient.variable(x.length, i, x[i]);
        }
        return variables;
    }

    private static Gradient rosenbrock(Gradient[] x) {
        Gradient sum = x[0].newInstance(0);
        for (int i = 0; i + 1 < x.length; i++) {
            Gradient a = x[i + 1].subtract(x[i].square());
            Gradient b = x[i].subtract(1);
            sum = sum.add(a.square().multiply(100)).add(b.square());
        }
        return sum;
    }

    private static Gradient stencil(Gradient[] x, double[] load) {
        Gradient sum = x[0].newInstance(0);
        for (int i = 0; i < x.length; i++) {
            Gradient ax = x[i].multiply(2);
            if (i > 0) {
                ax = ax.subtract(x[i - 1]);
            }
            if (i + 1 < x.length) {
                ax = ax.subtract(x[i + 1]);
            }
            sum = sum.add(x[i].multiply(ax.multiply(0.5).subtract(load[i])));
        }
        return sum;
    }

    private static Gradient logSumExp(Gradient[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (Gradient xi : x) {
            max = Math.max(max, xi.getValue());
        }
        Gradient sum = x[0].newInstance(0);
        for (Gradient xi : x) {
            sum = sum.add(xi.subtract(max).exp());
        }
        return sum.log().add(max);
    }

    private static Gradient logistic(Gradient[] x, double[][] rows) {
        Gradient loss = x[0].newInstance(0);
        for (double[] row : rows) {
            Gradient z = x[0].newInstance(0);
            for (int j = 0; j < x.length; j++) {
                z = z.add(x[j].multiply(row[j]));
            }
            loss = loss.add(z.negate().exp().log1p());
        }
        return loss;
    }
}
