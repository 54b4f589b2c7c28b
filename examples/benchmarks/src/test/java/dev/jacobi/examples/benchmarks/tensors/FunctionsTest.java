package dev.jacobi.examples.benchmarks.tensors;

import dev.jacobi.check.GradientCheck;
import dev.jacobi.examples.benchmarks.tensors.Problem.Inputs;
import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the gradients, by which the table judges others, are right. */
class FunctionsTest {

    @ParameterizedTest
    @EnumSource
    void gradientsAreRight(Problem problem) {
        for (String size : List.of("1x5", "3x4")) {
            Inputs inputs = problem.inputs(size);
            Tensor[] variables = exact(inputs.variables());
            Tensor[] constants = exact(inputs.constants());
            check(problem, variables, constants);
        }
    }

    private static void check(Problem problem, Tensor[] variables, Tensor[] constants) {
        Tensor x = variables[0];
        switch (problem) {
            case QUARTIC ->
                GradientCheck.of(Functions::quartic).vjp(QuarticGrad::vjp).at(x);
            case CROSS_ENTROPY ->
                GradientCheck.of((Tensor y) -> Functions.crossEntropy(y, constants[0]))
                        .vjp((y, seed) -> CrossEntropyGrad.vjp(y, constants[0], seed))
                        .at(x);
            case LOGISTIC ->
                GradientCheck.of((Tensor w) -> Functions.logistic(w, constants[0]))
                        .vjp((w, seed) -> LogisticGrad.vjp(w, constants[0], seed))
                        .at(x);
            case LOG_DET ->
                GradientCheck.of(Functions::logDet).vjp(LogDetGrad::vjp).at(x);
            case KERNEL ->
                GradientCheck.of(Functions::kernel).vjp(KernelGrad::vjp).at(x);
            case PERCEPTRON -> perceptron(variables, constants[0]);
            case PRODUCT ->
                GradientCheck.of((Tensor y) -> Functions.product(y, constants[0]))
                        .vjp((y, seed) -> ProductGrad.vjp(y, constants[0], seed))
                        .at(x);
        }
    }

    /** By one of the parameters after the other. */
    private static void perceptron(Tensor[] parameters, Tensor x) {
        for (int k = 0; k < parameters.length; k++) {
            int parameter = k;
            GradientCheck.of((Tensor p) -> Functions.perceptron(with(parameters, parameter, p), x))
                    .vjp((p, seed) -> PerceptronGrad.vjp(with(parameters, parameter, p), x, seed)[parameter])
                    .at(parameters[k]);
        }
    }

    private static Tensor[] with(Tensor[] parameters, int k, Tensor parameter) {
        Tensor[] all = parameters.clone();
        all[k] = parameter;
        return all;
    }

    private static Tensor[] exact(List<Array> arrays) {
        return arrays.stream()
                .map(array -> Tensor.of(array.elements()).reshape(array.shape()).to(DType.FLOAT64))
                .toArray(Tensor[]::new);
    }
}
