package dev.jacobi.processor.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code dev.jacobi.tensor.Tensor}: all of its public methods.
 *
 * <p>The receiver is {@code x}, the result {@code r}. A jvp text has the shape and type of r, a vjp text those of the
 * operand: what broadcasting stretched or promotion widened, {@code sumTo} takes back, and {@code expandTo} is the
 * other direction. Texts use methods of this table only, so that they have derivatives themselves.
 *
 * <p>Conventions at points where the derivative is a choice are PyTorch's; the README has the table. Where a choice
 * masks something out, it does so by {@code masked}, not by a product with 0, so that no 0·∞ comes of it.
 */
final class TensorRules {

    private TensorRules() {}

    static final List<Rule> RULES = Stream.of(
                    ElementwiseRules.RULES,
                    SpecialFunctionRules.RULES,
                    ActivationRules.RULES,
                    PairRules.RULES,
                    ReductionRules.RULES,
                    StatisticsRules.RULES,
                    CumulativeRules.RULES,
                    OrderRules.RULES,
                    DistanceRules.RULES,
                    ConvolutionRules.RULES,
                    ShapeRules.RULES,
                    NetworkRules.RULES,
                    LossRules.RULES,
                    ImageRules.RULES,
                    SearchRules.RULES,
                    NameRules.RULES,
                    NormalizationRules.RULES,
                    LayerRules.RULES,
                    IndexingRules.RULES,
                    JoiningRules.RULES,
                    LinearAlgebraRules.RULES,
                    ConversionRules.RULES)
            .flatMap(List::stream)
            .toList();
}
