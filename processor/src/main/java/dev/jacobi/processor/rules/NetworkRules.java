package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.ArrayList;
import java.util.List;

/** What networks end in: softmax and losses. For the texts see {@link TensorRules}. */
final class NetworkRules {

    private static final String ALONG = "x.sub(r.expandAlong(x, dim)).exp()";

    private NetworkRules() {}

    static final List<Rule> RULES = rules();

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(
                rule("softmax(int dim)").by("xDot.softmaxBar(r, dim)", "rBar.softmaxBar(r, dim)"),
                rule("logSoftmax(int dim)")
                        .by("xDot.sub(r.exp().mul(xDot).sum(dim, true))", "rBar.logSoftmaxBar(r.exp(), dim)"),
                rule("softmaxBar(Tensor y, int dim)")
                        .by("xDot.softmaxBar(y, dim)", "rBar.softmaxBar(y, dim).sumTo(x)")
                        .by(
                                "yDot.mul(x.sub(y.mul(x).sum(dim, true))).sub(y.mul(yDot.mul(x).sum(dim, true)))",
                                "rBar.mul(x.sub(y.mul(x).sum(dim, true))).sub(x.mul(rBar.mul(y).sum(dim, true))).sumTo(y)"),
                rule("logSoftmaxBar(Tensor y, int dim)")
                        .by("xDot.logSoftmaxBar(y, dim)", "rBar.sub(y.mul(rBar).sum(dim, true)).sumTo(x)")
                        .by("yDot.mul(x.sum(dim, true)).neg()", "rBar.mul(x.sum(dim, true)).neg().sumTo(y)"),
                none("classesDim(String operation)"),
                rule("classLosses(Tensor y, int dim)")
                        .by(
                                "xDot.mul(x.classSlopes(y, dim)).sum(dim)",
                                "rBar.unsqueeze(dim).mul(x.classSlopes(y, dim)).sumTo(x)")
                        .by(
                                "yDot.mul(x.logSoftmax(dim)).sum(dim).neg()",
                                "rBar.unsqueeze(dim).mul(x.logSoftmax(dim)).neg().sumTo(y)"),
                rule("classLosses(Index targets, int dim)")
                        .by(
                                "xDot.mul(x.classSlopes(targets, dim)).sum(dim)",
                                "rBar.unsqueeze(dim).mul(x.classSlopes(targets, dim))"),
                rule("classSlopes(Tensor y, int dim)")
                        .by(
                                "xDot.softmaxBar(x.softmax(dim), dim).mul(y.sum(dim, true)).expandTo(r)",
                                "rBar.mul(y.sum(dim, true)).softmaxBar(x.softmax(dim), dim).sumTo(x)")
                        .by(
                                "x.softmax(dim).mul(yDot.sum(dim, true)).sub(yDot).expandTo(r)",
                                "rBar.mul(x.softmax(dim)).sum(dim, true).sub(rBar).sumTo(y)"),
                rule("classSlopes(Index targets, int dim)")
                        .by("xDot.softmaxBar(x.softmax(dim), dim)", "rBar.softmaxBar(x.softmax(dim), dim)"),
                rule("logsumexp()").by("xDot.mul(x.sub(r).exp()).sum()", "rBar.mul(x.sub(r).exp())"),
                rule("logsumexp(int dim)")
                        .by("xDot.mul(" + ALONG + ").sum(dim)", "rBar.expandAlong(x, dim).mul(" + ALONG + ")"),
                rule("logsumexp(int dim, boolean keepDim)")
                        .by("xDot.mul(" + ALONG + ").sum(dim, keepDim)", "rBar.expandAlong(x, dim).mul(" + ALONG + ")"),
                rule("logsumexp(int[] dims, boolean keepDim)")
                        .by(
                                "xDot.mul(" + ALONG.replace("dim)", "dims)") + ").sum(dims, keepDim)",
                                "rBar.expandAlong(x, dims).mul(" + ALONG.replace("dim)", "dims)") + ")"),
                rule("reduced(Reduction reduction)").by("xDot.reduced(reduction)", "rBar.unreduced(x, reduction)"),
                rule("reduced(String operation, Reduction reduction)")
                        .by("xDot.reduced(reduction)", "rBar.unreduced(x, reduction)"),
                rule("unreduced(Tensor like, Reduction reduction)")
                        .by("xDot.unreduced(like, reduction)", "rBar.reduced(reduction).to(x.dtype())")
                        .by("0"),
                rule("nllLossBar(Tensor like, Index targets, Reduction reduction)")
                        .by(
                                "xDot.nllLossBar(like, targets, reduction)",
                                "rBar.nllLoss(targets, reduction).to(x.dtype())")
                        .by("0")));
        rules.addAll(classLosses("", "Reduction.MEAN"));
        rules.addAll(classLosses(", Reduction reduction", "reduction"));
        rules.addAll(elementLosses("", "Reduction.MEAN"));
        rules.addAll(elementLosses(", Reduction reduction", "reduction"));
        return List.copyOf(rules);
    }

    /** Of one form: with the reduction as an operand, or with PyTorch's default. */
    private static List<Rule> classLosses(String operand, String reduction) {
        String classes = "dim = x.classesDim(\"crossEntropy\")";
        String losses = "x.classLosses(targets, dim).reduced("
                + (operand.isEmpty() ? reduction : "\"crossEntropy\", " + reduction) + ")";
        return List.of(
                rule("nllLoss(Index targets" + operand + ")")
                        .by(
                                "xDot.nllLoss(targets, " + reduction + ")",
                                "rBar.nllLossBar(x, targets, " + reduction + ")"),
                defined("crossEntropy(Index targets" + operand + ")", classes, losses),
                defined(
                        "crossEntropy(Tensor y" + operand + ")",
                        "targets = y.equalShape(\"crossEntropy\", x)",
                        classes,
                        losses));
    }

    /** Of one form: with the reduction as an operand, or with PyTorch's default. */
    private static List<Rule> elementLosses(String operand, String reduction) {
        String smooth = "Tensor.where(x.sub(y).abs().ge(beta), x.sub(y).sign(), x.sub(y).div(beta))";
        String smoothByBeta =
                "Tensor.where(x.sub(y).abs().lt(beta), x.sub(y).div(beta).square().mul(-0.5), Tensor.fullLike(x.sub(y), -0.5))";
        String huber = "x.sub(y).clamp(-delta, delta)";
        String huberByDelta = "x.sub(y).abs().sub(delta).masked(x.sub(y).abs().gt(delta))";
        return List.of(
                Loss.of("mseLoss(Tensor y" + operand + ")", reduction).slopes("x.sub(y).mul(2)", "x.sub(y).mul(-2)"),
                Loss.of("l1Loss(Tensor y" + operand + ")", reduction).slopes("x.sub(y).sign()", "y.sub(x).sign()"),
                Loss.of("smoothL1Loss(Tensor y, double beta" + operand + ")", reduction)
                        .slopes(smooth, smooth + ".neg()")
                        .by(
                                smoothByBeta + ".mul(betaDot).reduced(" + reduction + ")",
                                "rBar.unreduced(x.sub(y), " + reduction + ").mul(" + smoothByBeta + ").sum().item()")
                        .on(-2, 2, -2, 2, 0.5, 1.5),
                Loss.of("huberLoss(Tensor y, double delta" + operand + ")", reduction)
                        .slopes(huber, huber + ".neg()")
                        .by(
                                huberByDelta + ".mul(deltaDot).reduced(" + reduction + ")",
                                "rBar.unreduced(x.sub(y), " + reduction + ").mul(" + huberByDelta + ").sum().item()")
                        .on(-2, 2, -2, 2, 0.5, 1.5),
                Loss.of("binaryCrossEntropy(Tensor y" + operand + ")", reduction)
                        .slopes(
                                // PyTorch's bound, a float: by it a probability of 0 or 1 has a derivative too
                                "x.sub(y).div(x.mul(x.rsub(1)).clamp(1e-12f, 1))", "x.neg().log1p().sub(x.log())")
                        .on(0.1, 0.9, 0.1, 0.9),
                Loss.of("binaryCrossEntropyWithLogits(Tensor y" + operand + ")", reduction)
                        .slopes("x.sigmoid().sub(y)", "x.neg()"),
                Loss.of("klDiv(Tensor y" + operand + ")", reduction)
                        .slopes("y.neg()", "y.log().add(1).sub(x)")
                        .on(-2, 2, 0.1, 1));
    }

    /** The rule of a loss that compares elements one by one, from the slopes of the loss of an element. */
    private record Loss(Rule rule, String reduction) {
        static Loss of(String header, String reduction) {
            return new Loss(Rule.rule(header), reduction);
        }

        Rule slopes(String byX, String byY) {
            return rule.by(jvp("xDot", byX), vjp("x", byX)).by(jvp("yDot", byY), vjp("y", byY));
        }

        private String jvp(String dot, String slope) {
            return dot + ".mul(" + slope + ").expandTo(x.sub(y)).reduced(" + reduction + ")";
        }

        private String vjp(String operand, String slope) {
            return "rBar.unreduced(x.sub(y), " + reduction + ").mul(" + slope + ").sumTo(" + operand + ")";
        }
    }
}
