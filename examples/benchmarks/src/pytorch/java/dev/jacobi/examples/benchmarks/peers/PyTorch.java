package dev.jacobi.examples.benchmarks.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import dev.jacobi.examples.benchmarks.peers.Problem.Inputs;
import java.util.function.Function;

/**
 * PyTorch, a few operations on whole arrays for each function: the input is made once, every array is freed as soon as
 * it has served, and no gradient is copied to Java.
 */
public class PyTorch extends Peer {

    private final Engine engine = Engine.getEngine("PyTorch");
    private final NDManager manager = engine.newBaseManager();

    @Override
    Gradients prepare(Problem what, Inputs in) {
        int n = in.x().length;
        return switch (what) {
            case ROSENBROCK -> rosenbrock(in, n);
            case STENCIL -> stencil(in, n);
            case LOG_SUM_EXP -> of(in, PyTorch::logSumExp);
            case LOGISTIC -> logistic(in);
        };
    }

    private Gradients rosenbrock(Inputs in, int n) {
        NDIndex next = new NDIndex().addSliceDim(1, n);
        NDIndex here = new NDIndex().addSliceDim(0, n - 1);
        return of(in, x -> {
            NDArray xi = x.get(here);
            NDArray a = x.get(next).sub(xi.square());
            return a.square().mul(100).add(xi.sub(1).square()).sum();
        });
    }

    private Gradients stencil(Inputs in, int n) {
        NDArray load = manager.create(in.load());
        NDArray edge = manager.create(new double[] {0});
        NDIndex left = new NDIndex().addSliceDim(0, n);
        NDIndex right = new NDIndex().addSliceDim(2, n + 2);
        return of(in, x -> {
            NDArray padded = NDArrays.concat(new NDList(edge, x, edge));
            NDArray ax = x.mul(2).sub(padded.get(left)).sub(padded.get(right));
            return x.mul(ax.mul(0.5).sub(load)).sum();
        });
    }

    private static NDArray logSumExp(NDArray x) {
        NDArray max = x.max().stopGradient();
        return x.sub(max).exp().sum().log().add(max);
    }

    private Gradients logistic(Inputs in) {
        NDArray rows = manager.create(in.rows());
        return of(in, x -> Activation.softPlus(rows.matMul(x).neg()).sum());
    }

    private Gradients of(Inputs in, Function<NDArray, NDArray> function) {
        NDArray x = manager.create(in.x());
        return new Gradients(() -> run(x, function, false), () -> run(x, function, true));
    }

    /** Value and gradient; the gradient's numbers only where they are asked for. */
    private double[] run(NDArray numbers, Function<NDArray, NDArray> function, boolean copied) {
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = engine.newGradientCollector()) {
            numbers.tempAttach(scope);
            // In the same memory, but with a gradient of its own: PyTorch adds to the gradient that there is.
            NDArray x = numbers.stopGradient();
            x.setRequiresGradient(true);
            collector.backward(function.apply(x));
            try (NDArray gradient = x.getGradient()) {
                return copied ? gradient.toDoubleArray() : new double[0];
            }
        }
    }
}
