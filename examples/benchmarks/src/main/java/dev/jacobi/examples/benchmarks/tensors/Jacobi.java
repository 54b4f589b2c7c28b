package dev.jacobi.examples.benchmarks.tensors;

import dev.jacobi.examples.benchmarks.tensors.Problem.Inputs;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Generated from {@link Functions}. */
public class Jacobi extends Peer {

    @Override
    Gradients prepare(Problem what, Inputs in) {
        Tensor[] variables = tensors(in.variables());
        Tensor[] constants = tensors(in.constants());
        Tensor x = variables[0];
        return switch (what) {
            case QUARTIC -> one(() -> QuarticGrad.valueAndGradient(x), () -> QuarticGrad.gradient(x));
            case CROSS_ENTROPY ->
                one(
                        () -> CrossEntropyGrad.valueAndGradient(x, constants[0]),
                        () -> CrossEntropyGrad.gradient(x, constants[0]));
            case LOGISTIC ->
                one(() -> LogisticGrad.valueAndGradient(x, constants[0]), () -> LogisticGrad.gradient(x, constants[0]));
            case LOG_DET -> one(() -> LogDetGrad.valueAndGradient(x), () -> LogDetGrad.gradient(x));
            case KERNEL -> one(() -> KernelGrad.valueAndGradient(x), () -> KernelGrad.gradient(x));
            case PERCEPTRON ->
                new Gradients(
                        () -> PerceptronGrad.valueAndGradient(variables, constants[0]),
                        () -> arrays(PerceptronGrad.gradient(variables, constants[0])));
            case PRODUCT ->
                one(
                        () -> List.of(x.mm(constants[0]), ProductGrad.jacobian(x, constants[0])),
                        () -> ProductGrad.jacobian(x, constants[0]));
        };
    }

    private static Gradients one(Supplier<?> evaluate, Supplier<Tensor> gradient) {
        return new Gradients(evaluate, () -> arrays(gradient.get()));
    }

    private static Tensor[] tensors(List<Array> arrays) {
        return arrays.stream()
                .map(array -> Tensor.of(array.elements()).reshape(array.shape()))
                .toArray(Tensor[]::new);
    }

    private static List<float[]> arrays(Tensor... gradients) {
        return Arrays.stream(gradients).map(Tensor::toFloatArray).toList();
    }
}
