package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/** Layers of networks, and what they are made of. For the texts see {@link TensorRules}. */
final class LayerRules {

    private static final String SCORES = "x.matmul(key.attentionKeys(x, value)).div(Math.sqrt(x.dim(-1)))";

    private static final String MEAN = ".softmax(-1).matmul(value)";

    private LayerRules() {}

    static final List<Rule> RULES = List.of(
            defined("linear(Tensor weight)", "x.matmul(weight.linearWeight(x))"),
            defined(
                    "linear(Tensor weight, Tensor bias)",
                    "x.matmul(weight.linearWeight(x)).add(bias.linearBias(weight))"),
            rule("linearWeight(Tensor input)")
                    .by("xDot.linearWeight(input)", "rBar.t()")
                    .by("0"),
            rule("linearBias(Tensor weight)").by("xDot", "rBar").by("0"),
            defined("dropout(RandomGenerator random, double p)", "x.div(1 - p).masked(x.dropoutKept(random, p))")
                    .on(-2, 2, 0.1, 0.6),
            none("dropoutKept(RandomGenerator random, double p)"),
            defined(
                    "glu(int dim)",
                    "half = x.gluHalf(dim)",
                    "x.narrow(dim, 0, half).mul(x.narrow(dim, half, half).sigmoid())"),
            none("gluHalf(int dim)"),
            defined("scaledDotProductAttention(Tensor key, Tensor value)", SCORES + MEAN),
            defined(
                    "scaledDotProductAttention(Tensor key, Tensor value, boolean causal)",
                    SCORES + ".maskedFill(x.attentionFuture(key, causal), Double.NEGATIVE_INFINITY)" + MEAN),
            defined(
                    "scaledDotProductAttention(Tensor key, Tensor value, Mask mask)",
                    "scores = " + SCORES,
                    "scores.maskedFill(scores.attentionUnseen(mask), Double.NEGATIVE_INFINITY)" + MEAN),
            rule("attentionKeys(Tensor query, Tensor value)")
                    .by("xDot.attentionKeys(query, value)", "rBar.mT()")
                    .by("0")
                    .by("0"),
            none("attentionFuture(Tensor key, boolean causal)"),
            none("attentionUnseen(Mask mask)"));
}
