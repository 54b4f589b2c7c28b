package dev.jacobi.examples.benchmarks.tensors;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import dev.jacobi.examples.benchmarks.tensors.Problem.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** PyTorch: inputs are made once, every array is freed as soon as it has served, and no gradient is copied to Java. */
public class PyTorch extends Peer {

    private final Engine engine = Engine.getEngine("PyTorch");
    private final NDManager manager = engine.newBaseManager();

    @Override
    Gradients prepare(Problem what, Inputs in) {
        List<NDArray> variables = arrays(in.variables());
        List<NDArray> constants = arrays(in.constants());
        return switch (what) {
            case QUARTIC ->
                of(variables, x -> x.get(0).pow(2).add(x.get(0).pow(4)).sum());
            case CROSS_ENTROPY -> {
                NDArray targets = constants.get(0);
                float rows = in.variables().get(0).shape()[0];
                yield of(
                        variables,
                        x -> x.get(0).logSoftmax(1).mul(targets).sum().div(-rows));
            }
            case LOGISTIC ->
                of(
                        variables,
                        w -> Activation.softPlus(
                                        constants.get(0).matMul(w.get(0)).neg())
                                .mean());
            case KERNEL -> of(variables, x -> kernel(x.get(0)));
            case PERCEPTRON -> of(variables, parameters -> perceptron(parameters, constants.get(0)));
            case PRODUCT -> product(variables.get(0), constants.get(0));
            case LOG_DET -> throw new IllegalArgumentException("NDArray has no determinants");
        };
    }

    private static NDArray kernel(NDArray x) {
        NDArray norms = x.square().sum(new int[] {1});
        NDArray distances =
                norms.expandDims(1).add(norms).sub(x.matMul(x.transpose()).mul(2));
        return distances.mul(-0.5f).exp().sum();
    }

    private static NDArray perceptron(List<NDArray> parameters, NDArray x) {
        NDArray first = x.matMul(parameters.get(0)).add(parameters.get(1)).tanh();
        NDArray second = first.matMul(parameters.get(2)).add(parameters.get(3)).tanh();
        return second.matMul(parameters.get(4)).add(parameters.get(5)).square().mean();
    }

    /** A gradient for each element of the product. */
    private Gradients product(NDArray numbers, NDArray m) {
        int n = (int) numbers.size();
        List<NDIndex> elements = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            elements.add(new NDIndex().addIndices(0, i));
        }
        return new Gradients(() -> jacobian(numbers, m, elements, false), () -> {
            float[] all = new float[n * n];
            int at = 0;
            for (float[] row : jacobian(numbers, m, elements, true)) {
                System.arraycopy(row, 0, all, at, n);
                at += n;
            }
            return List.of(all);
        });
    }

    private List<float[]> jacobian(NDArray numbers, NDArray m, List<NDIndex> elements, boolean copied) {
        List<float[]> rows = new ArrayList<>();
        for (NDIndex element : elements) {
            rows.addAll(run(List.of(numbers), x -> x.get(0).matMul(m).get(element), copied));
        }
        return rows;
    }

    private List<NDArray> arrays(List<Array> arrays) {
        return arrays.stream()
                .map(array -> manager.create(
                        array.elements(),
                        new Shape(Arrays.stream(array.shape()).asLongStream().toArray())))
                .toList();
    }

    private Gradients of(List<NDArray> variables, Function<List<NDArray>, NDArray> function) {
        return new Gradients(() -> run(variables, function, false), () -> run(variables, function, true));
    }

    /** Value and gradients; the gradients' numbers only where they are asked for. */
    private List<float[]> run(List<NDArray> numbers, Function<List<NDArray>, NDArray> function, boolean copied) {
        List<float[]> gradients = new ArrayList<>();
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = engine.newGradientCollector()) {
            new NDList(numbers).tempAttach(scope);
            List<NDArray> variables = new ArrayList<>();
            for (NDArray number : numbers) {
                // In the same memory, but with a gradient of its own: PyTorch adds to the gradient that there is.
                NDArray variable = number.stopGradient();
                variable.setRequiresGradient(true);
                variables.add(variable);
            }
            collector.backward(function.apply(variables));
            for (NDArray variable : variables) {
                try (NDArray gradient = variable.getGradient()) {
                    gradients.add(copied ? gradient.toFloatArray() : new float[0]);
                }
            }
        }
        return gradients;
    }
}
