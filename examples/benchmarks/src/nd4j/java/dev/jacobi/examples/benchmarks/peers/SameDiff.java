package dev.jacobi.examples.benchmarks.peers;

import dev.jacobi.examples.benchmarks.peers.Problem.Inputs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's SameDiff: the graph of operations on whole arrays is made once, and so is the input. */
public class SameDiff extends Peer {

    private static final String X = "x";

    private final org.nd4j.autodiff.samediff.SameDiff graph = org.nd4j.autodiff.samediff.SameDiff.create();

    @Override
    Gradients prepare(Problem what, Inputs in) {
        SDVariable x = graph.var(X, Nd4j.createFromArray(in.x()));
        SDVariable value = switch (what) {
            case ROSENBROCK -> rosenbrock(x, in.x().length);
            case STENCIL -> stencil(x, in);
            case LOG_SUM_EXP -> logSumExp(x);
            case LOGISTIC -> logistic(x, in);
        };
        value.markAsLoss();
        return new Gradients(
                () -> run(value),
                () -> Objects.requireNonNull(run(value).getGradients().get(X))
                        .data()
                        .asDouble());
    }

    private OutAndGrad run(SDVariable value) {
        return graph.calculateGradientsAndOutputs(Map.of(), List.of(value.name()), List.of(X));
    }

    private SDVariable rosenbrock(SDVariable x, int n) {
        SDVariable here = x.get(SDIndex.interval(0, n - 1));
        SDVariable a = x.get(SDIndex.interval(1, n)).sub(graph.math.square(here));
        return graph.math.square(a).mul(100).add(graph.math.square(here.sub(1))).sum();
    }

    private SDVariable stencil(SDVariable x, Inputs in) {
        int n = in.x().length;
        SDVariable load = graph.constant(Nd4j.createFromArray(in.load()));
        SDVariable edge = graph.constant(Nd4j.createFromArray(0.0));
        SDVariable padded = graph.concat(0, edge, x, edge);
        SDVariable ax = x.mul(2).sub(padded.get(SDIndex.interval(0, n))).sub(padded.get(SDIndex.interval(2, n + 2)));
        return x.mul(ax.mul(0.5).sub(load)).sum();
    }

    private SDVariable logSumExp(SDVariable x) {
        return graph.math.logSumExp(x);
    }

    private SDVariable logistic(SDVariable x, Inputs in) {
        SDVariable rows = graph.constant(Nd4j.createFromArray(in.rows()));
        SDVariable z = rows.mmul(x.reshape(in.x().length, 1));
        return graph.nn.softplus(z.neg()).sum();
    }
}
