package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.ArrayList;
import java.util.List;

/** Losses that are made of other operations. For the texts see {@link TensorRules}. */
final class LossRules {

    private static final String CLASSES = "x.classesDim(\"crossEntropy\")";

    private static final String SCORES = "scores = x.logSoftmax(" + CLASSES + ")";

    private LossRules() {}

    static final List<Rule> RULES = rules();

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(
                counting("nllLoss", "scores = x"),
                counting("crossEntropy", SCORES),
                weighted("nllLoss", "scores = x"),
                weighted("crossEntropy", SCORES),
                defined(
                                "crossEntropy(Index targets, double labelSmoothing, Reduction reduction)",
                                "smoothing = Tensor.smoothing(labelSmoothing)",
                                "dim = " + CLASSES,
                                "scores = x.logSoftmax(dim)",
                                "known = x.knownTargets(\"crossEntropy\", targets)",
                                "scores.nllLoss(known, Reduction.NONE).mul(1 - smoothing)"
                                        + ".sub(scores.mean(dim).mul(smoothing))"
                                        + reduced("crossEntropy"))
                        .on(-2, 2, 0.1, 0.9),
                rule("static smoothing(double labelSmoothing)").by("1"),
                defined("multiMarginLoss(Index targets)", margins("1", "1", "", ".reduced(Reduction.MEAN)")),
                defined(
                        "multiMarginLoss(Index targets, int p, double margin, Reduction reduction)",
                        margins("p", "margin", "", reduced("multiMarginLoss"))),
                defined(
                                "multiMarginLoss(Index targets, Tensor weight, int p, double margin, Reduction reduction)",
                                margins(
                                        "p",
                                        "margin",
                                        ".mul(weight.classWeights(\"multiMarginLoss\", x).take(known))",
                                        reduced("multiMarginLoss")))
                        .on(-2, 2, 0.5, 2, 0.5, 2),
                none("otherClasses(String operation, Index targets)"),
                none("static marginPower(int p)"),
                none("knownTargets(String operation, Index targets, int ignoreIndex)"),
                none("knownTargets(String operation, Index targets)"),
                same("classWeights(String operation, Tensor like)"),
                same("equalShape(String operation, Tensor like)"),
                same("fitting(String operation, String operand, Tensor like)"),
                same("fittingVectors(String operation, String operand, Tensor like)"),
                same("fittingAlong(String operation, String operand, Tensor like, int dim)"),
                rule("along(String operation, int dim)").by("xDot", "rBar"),
                rule("alongOwn(String operation, int dim)").by("xDot", "rBar"),
                same("gaussianVariance(Tensor like)").on(0.5, 2, -2, 2),
                defined("pairwiseDistance(Tensor y)", "x.sub(" + vectors("pairwiseDistance", "y", "x") + ")" + LENGTH),
                defined(
                        "binaryCrossEntropyWithLogits(Tensor y, Tensor posWeight, Reduction reduction)",
                        "targets = y.equalShape(\"binaryCrossEntropyWithLogits\", x)",
                        "weight = " + fitting("binaryCrossEntropyWithLogits", "posWeight", "x"),
                        "targets.rsub(1).mul(x).sub(weight.sub(1).mul(targets).add(1).mul(x.logSigmoid()))"
                                + reduced("binaryCrossEntropyWithLogits")),
                defined(
                                "klDiv(Tensor y, boolean logTarget, Reduction reduction)",
                                "logs = " + fitting("klDiv", "y", "x"),
                                "logTarget ? logs.exp().mul(logs.sub(x))" + reduced("klDiv")
                                        + " : x.klDiv(y, reduction)")
                        .on(-2, 2, 0.1, 1)));
        rules.addAll(reduced("", "Reduction.MEAN"));
        rules.addAll(reduced(", Reduction reduction", "reduction"));
        return List.copyOf(rules);
    }

    private static final String LENGTH = ".add(1e-6).norm(2, -1)";

    /** An operand that is only checked. */
    private static Rule same(String header) {
        return rule(header).by("xDot", "rBar").by("0");
    }

    private static Rule counting(String operation, String scores) {
        return defined(
                operation + "(Index targets, int ignoreIndex, Reduction reduction)",
                "known = x.knownTargets(\"" + operation + "\", targets, ignoreIndex)",
                "counted = targets.ne(ignoreIndex)",
                scores,
                "losses = scores.nllLoss(known, Reduction.NONE).masked(counted)",
                "reduction == Reduction.MEAN ? losses.sum().div(counted.count()) : losses" + reduced(operation));
    }

    private static Rule weighted(String operation, String scores) {
        return defined(
                        operation + "(Index targets, Tensor weight, int ignoreIndex, Reduction reduction)",
                        "known = x.knownTargets(\"" + operation + "\", targets, ignoreIndex)",
                        "counted = targets.ne(ignoreIndex)",
                        "weights = weight.classWeights(\"" + operation + "\", x).take(known).masked(counted)",
                        scores,
                        "losses = scores.nllLoss(known, Reduction.NONE).mul(weights).masked(counted)",
                        "reduction == Reduction.MEAN ? losses.sum().div(weights.sum()) : losses" + reduced(operation))
                .on(-2, 2, 0.5, 2);
    }

    /** What other classes have over the target's score less a margin, which is −nllLoss. */
    private static String[] margins(String p, String margin, String weights, String end) {
        return new String[] {
            "power = Tensor.marginPower(" + p + ")",
            "known = x.knownTargets(\"multiMarginLoss\", targets)",
            "dim = x.classesDim(\"multiMarginLoss\")",
            "others = x.otherClasses(\"multiMarginLoss\", known)",
            "over = x.add(x.nllLoss(known, Reduction.NONE).unsqueeze(dim)).add(" + margin + ").relu().masked(others)",
            "(power == 1 ? over : over.square()).mean(dim)" + weights + end
        };
    }

    /** Of one form: with the reduction as an operand, or with PyTorch's default. */
    private static List<Rule> reduced(String operand, String reduction) {
        return List.of(
                defined(
                        "tripletMarginLoss(Tensor positive, Tensor negative, double margin" + operand + ")",
                        "near = x.sub(" + vectors("tripletMarginLoss", "positive", "x") + ")",
                        "far = x.sub(" + vectors("tripletMarginLoss", "negative", "near") + ")",
                        "near" + LENGTH + ".sub(far" + LENGTH + ").add(margin).clampMin(0)"
                                + end("tripletMarginLoss", reduction)),
                defined(
                        "cosineEmbeddingLoss(Tensor y, Tensor target, double margin" + operand + ")",
                        "other = " + vectors("cosineEmbeddingLoss", "y", "x"),
                        "lengths = x.square().sum(-1).add(1e-12).mul(other.square().sum(-1).add(1e-12))",
                        "cosines = x.mul(other).sum(-1).div(lengths.sqrt())",
                        "sign = " + fitting("cosineEmbeddingLoss", "target", "cosines"),
                        "cosines.rsub(1).masked(sign.eq(1)).add(cosines.sub(margin).clampMin(0).masked(sign.eq(-1)))"
                                + end("cosineEmbeddingLoss", reduction)),
                defined(
                        "marginRankingLoss(Tensor y, Tensor target, double margin" + operand + ")",
                        "difference = x.sub(" + fitting("marginRankingLoss", "y", "x") + ")",
                        "difference.mul(" + fitting("marginRankingLoss", "target", "difference")
                                + ").rsub(margin).clampMin(0)" + end("marginRankingLoss", reduction)),
                defined(
                        "hingeEmbeddingLoss(Tensor target, double margin" + operand + ")",
                        "sign = " + fitting("hingeEmbeddingLoss", "target", "x"),
                        "x.masked(sign.ne(-1)).add(x.rsub(margin).clampMin(0).masked(sign.ne(1)))"
                                + end("hingeEmbeddingLoss", reduction)),
                defined(
                        "softMarginLoss(Tensor target" + operand + ")",
                        "x.mul(" + fitting("softMarginLoss", "target", "x") + ").logSigmoid().neg()"
                                + end("softMarginLoss", reduction)),
                defined(
                        "multilabelSoftMarginLoss(Tensor y" + operand + ")",
                        "labels = y.equalShape(\"multilabelSoftMarginLoss\", x)",
                        "scores = x.along(\"multilabelSoftMarginLoss\", -1)",
                        "labels.mul(scores.logSigmoid()).add(labels.rsub(1).mul(scores.neg().logSigmoid())).mean(-1).neg()"
                                + end("multilabelSoftMarginLoss", reduction)),
                defined(
                                "poissonNllLoss(Tensor y, boolean logInput" + operand + ")",
                                "counts = " + fitting("poissonNllLoss", "y", "x"),
                                "(logInput ? x.exp().sub(counts.mul(x)) : x.sub(counts.mul(x.add(1e-8).log())))"
                                        + end("poissonNllLoss", reduction))
                        .on(0.1, 2, -2, 2),
                defined(
                                "gaussianNllLoss(Tensor y, Tensor variance" + operand + ")",
                                "difference = x.sub(" + fitting("gaussianNllLoss", "y", "x") + ")",
                                "v = variance.gaussianVariance(difference).clampMin(1e-6)",
                                "v.log().add(difference.square().div(v)).mul(0.5)" + end("gaussianNllLoss", reduction))
                        .on(-2, 2, -2, 2, 0.5, 2));
    }

    private static String end(String operation, String reduction) {
        return reduction.equals("reduction") ? reduced(operation) : ".reduced(" + reduction + ")";
    }

    /** As the operand says, which may be null. */
    private static String reduced(String operation) {
        return ".reduced(\"" + operation + "\", reduction)";
    }

    private static String fitting(String operation, String operand, String like) {
        return operand + ".fitting(\"" + operation + "\", \"" + operand + "\", " + like + ")";
    }

    private static String vectors(String operation, String operand, String like) {
        return operand + ".fittingVectors(\"" + operation + "\", \"" + operand + "\", " + like + ")";
    }
}
