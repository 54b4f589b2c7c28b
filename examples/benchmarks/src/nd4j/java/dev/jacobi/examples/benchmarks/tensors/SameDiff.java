package dev.jacobi.examples.benchmarks.tensors;

import dev.jacobi.examples.benchmarks.tensors.Problem.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's SameDiff: the graph of operations on whole arrays is made once, and so are the inputs. */
public class SameDiff extends Peer {

    private static final String SEED = "seed";

    private final org.nd4j.autodiff.samediff.SameDiff graph = org.nd4j.autodiff.samediff.SameDiff.create();

    @Override
    Gradients prepare(Problem what, Inputs in) {
        List<SDVariable> x = new ArrayList<>();
        for (Array array : in.variables()) {
            x.add(graph.var("x" + x.size(), array(array)));
        }
        List<SDVariable> constants = in.constants().stream()
                .map(array -> graph.constant(array(array)))
                .toList();
        SDVariable first = x.get(0);
        if (what == Problem.PRODUCT) {
            return product(first, constants.get(0), in.variables().get(0).elements().length);
        }
        SDVariable value = switch (what) {
            case QUARTIC -> first.pow(2).add(first.pow(4)).sum();
            case CROSS_ENTROPY -> {
                double rows = in.variables().get(0).shape()[0];
                yield graph.nn.logSoftmax(first).mul(constants.get(0)).sum().mul(-1 / rows);
            }
            case LOGISTIC ->
                logistic(first, constants.get(0), in.variables().get(0).elements().length);
            case KERNEL -> kernel(first);
            case PERCEPTRON -> perceptron(x, constants.get(0));
            case LOG_DET, PRODUCT -> throw new IllegalArgumentException("no derivative of determinants");
        };
        value.markAsLoss();
        return of(x, value);
    }

    private SDVariable logistic(SDVariable w, SDVariable rows, int n) {
        return graph.nn.softplus(rows.mmul(w.reshape(n, 1)).neg()).mean();
    }

    private SDVariable kernel(SDVariable x) {
        SDVariable norms = graph.math.square(x).sum(true, 1);
        SDVariable products = x.mmul(graph.transpose(x)).mul(2);
        SDVariable distances = norms.add(graph.transpose(norms)).sub(products);
        return graph.math.exp(distances.mul(-0.5)).sum();
    }

    private SDVariable perceptron(List<SDVariable> parameters, SDVariable x) {
        SDVariable one = graph.math.tanh(x.mmul(parameters.get(0)).add(parameters.get(1)));
        SDVariable two = graph.math.tanh(one.mmul(parameters.get(2)).add(parameters.get(3)));
        return graph.math
                .square(two.mmul(parameters.get(4)).add(parameters.get(5)))
                .mean();
    }

    /** A gradient for each element of the product. */
    private Gradients product(SDVariable x, SDVariable m, int n) {
        SDVariable seed = graph.placeHolder(SEED, DataType.FLOAT, 1, n);
        SDVariable value = x.mmul(m).mul(seed).sum();
        value.markAsLoss();
        List<Map<String, INDArray>> seeds = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            float[] one = new float[n];
            one[i] = 1;
            seeds.add(Map.of(SEED, array(new Array(one, 1, n))));
        }
        return new Gradients(
                () -> seeds.stream().map(s -> run(s, List.of(x), value)).toList(), () -> {
                    float[] all = new float[n * n];
                    for (int i = 0; i < n; i++) {
                        float[] row = numbers(run(seeds.get(i), List.of(x), value), x);
                        System.arraycopy(row, 0, all, i * n, n);
                    }
                    return List.of(all);
                });
    }

    private Gradients of(List<SDVariable> x, SDVariable value) {
        return new Gradients(() -> run(Map.of(), x, value), () -> {
            OutAndGrad both = run(Map.of(), x, value);
            return x.stream().map(each -> numbers(both, each)).toList();
        });
    }

    private OutAndGrad run(Map<String, INDArray> given, List<SDVariable> x, SDVariable value) {
        List<String> names = x.stream().map(SDVariable::name).toList();
        return graph.calculateGradientsAndOutputs(given, List.of(value.name()), names);
    }

    private static float[] numbers(OutAndGrad both, SDVariable x) {
        return Objects.requireNonNull(both.getGradients().get(x.name()))
                .dup('c')
                .data()
                .asFloat();
    }

    private static INDArray array(Array array) {
        return Nd4j.createFromArray(array.elements())
                .reshape(Arrays.stream(array.shape()).asLongStream().toArray());
    }
}
