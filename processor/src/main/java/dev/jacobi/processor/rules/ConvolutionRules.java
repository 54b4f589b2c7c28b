package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Convolutions and pooling. A convolution and its two adjoints are each other's derivatives: of r = x∗w all three say
 * ⟨r̄, x∗w⟩. For the texts see {@link TensorRules}.
 */
final class ConvolutionRules {

    private ConvolutionRules() {}

    static final List<Rule> RULES = rules();

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(
                convolution("convolved(Tensor weight, Convolution how)", "how"),
                rule("convInputBar(Tensor like, Tensor weight, Convolution how)")
                        .by("xDot.convInputBar(like, weight, how)", "rBar.convolved(weight, how).to(x.dtype())")
                        .by("0")
                        .by("x.convInputBar(like, weightDot, how)", "x.convWeightBar(rBar, weight, how)"),
                rule("convWeightBar(Tensor input, Tensor like, Convolution how)")
                        .by("xDot.convWeightBar(input, like, how)", "input.convolved(rBar, how).to(x.dtype())")
                        .by("x.convWeightBar(inputDot, like, how)", "x.convInputBar(input, rBar, how)")
                        .by("0"),
                rule("convEnds(int dims, Convolution how, int outputPadding)")
                        .by("xDot.convEnds(dims, how, outputPadding)", "rBar.convEndsBack(dims, how, outputPadding)"),
                rule("convEndsBack(int dims, Convolution how, int outputPadding)")
                        .by("xDot.convEndsBack(dims, how, outputPadding)", "rBar.convEnds(dims, how, outputPadding)"),
                rule("avgPoolBar(Tensor like, int kernel, int stride, int padding, int dims)")
                        .by(
                                "xDot.avgPoolBar(like, kernel, stride, padding, dims)",
                                "(dims == 1 ? rBar.avgPool1d(kernel, stride, padding) : dims == 2 ? rBar.avgPool2d(kernel,"
                                        + " stride, padding) : rBar.avgPool3d(kernel, stride, padding)).to(x.dtype())")
                        .by("0")));
        rules.addAll(patches());
        for (int dims = 1; dims <= 3; dims++) {
            rules.addAll(convolutions(dims));
            rules.addAll(pooling(dims));
        }
        return List.copyOf(rules);
    }

    /** Elements that only move are moved back; where patches overlap, they are added up. */
    private static List<Rule> patches() {
        String fold = "(int height, int width, int kernelHeight, int kernelWidth, Convolution how)";
        return List.of(
                rule("unfold(int kernelHeight, int kernelWidth, Convolution how)")
                        .by(
                                "xDot.unfold(kernelHeight, kernelWidth, how)",
                                "rBar.fold(x.dim(-2), x.dim(-1), kernelHeight, kernelWidth, how)"),
                rule("fold" + fold)
                        .by(
                                "xDot.fold(height, width, kernelHeight, kernelWidth, how)",
                                "rBar.unfold(kernelHeight, kernelWidth, how)"),
                rule("pixelShuffle(int factor)").by("xDot.pixelShuffle(factor)", "rBar.pixelUnshuffle(factor)"),
                rule("pixelUnshuffle(int factor)").by("xDot.pixelUnshuffle(factor)", "rBar.pixelShuffle(factor)"),
                rule("channelShuffle(int groups)")
                        .by("xDot.channelShuffle(groups)", "rBar.channelShuffle(Math.max(1, x.dim(1) / groups))"));
    }

    private static Rule convolution(String header, String how) {
        return rule(header)
                .by("xDot.convolved(weight, " + how + ")", "rBar.convInputBar(x, weight, " + how + ")")
                .by("x.convolved(weightDot, " + how + ")", "rBar.convWeightBar(x, weight, " + how + ")");
    }

    private static List<Rule> convolutions(int dims) {
        String conv = "conv" + dims + "d";
        String transposed = "convTranspose" + dims + "d";
        String bias = ".unsqueeze(-1)".repeat(dims);
        return List.of(
                convolution(conv + "(Tensor weight)", "Convolution.PLAIN"),
                convolution(conv + "(Tensor weight, Convolution how)", "how"),
                rule(conv + "(Tensor weight, Tensor bias, Convolution how)")
                        .by("xDot.convolved(weight, how).expandTo(r)", "rBar.convInputBar(x, weight, how)")
                        .by("x.convolved(weightDot, how).expandTo(r)", "rBar.convWeightBar(x, weight, how)")
                        .by("biasDot" + bias + ".expandTo(r)", "rBar.sumTo(bias" + bias + ").reshapeAs(bias)"),
                rule(transposed + "(Tensor weight)")
                        .by(
                                "xDot." + transposed + "(weight)",
                                "rBar.convolved(weight, Convolution.PLAIN).to(x.dtype())")
                        .by("x." + transposed + "(weightDot)", "x.convWeightBar(rBar, weight, Convolution.PLAIN)"),
                padded(transposed, "(" + dims + ", how, outputPadding)"));
    }

    /** With an output padding, which may make room for places of the kernel at the ends that x has nothing for. */
    private static Rule padded(String transposed, String ends) {
        return rule(transposed + "(Tensor weight, Convolution how, int outputPadding)")
                .by(
                        "xDot." + transposed + "(weight, how, outputPadding)",
                        "rBar.convolved(weight, how).convEndsBack" + ends + ".to(x.dtype())")
                .by(
                        "x." + transposed + "(weightDot, how, outputPadding)",
                        "x.convEnds" + ends + ".convWeightBar(rBar, weight, how)");
    }

    private static List<Rule> pooling(int dims) {
        List<Rule> rules = new ArrayList<>();
        for (String window : List.of("kernel, kernel, 0", "kernel, stride, padding")) {
            String operands = window.contains("stride") ? "int kernel, int stride, int padding" : "int kernel";
            String positions = "x.maxPoolPositions(" + window + ", " + dims + ")";
            rules.add(rule("maxPool" + dims + "d(" + operands + ")")
                    .by("xDot.take(" + positions + ")", "Tensor.zerosLike(x).put(" + positions + ", rBar, true)"));
            rules.add(rule("avgPool" + dims + "d(" + operands + ")")
                    .by(
                            "xDot.avgPool" + dims + "d(" + window + ")",
                            "rBar.avgPoolBar(x, " + window + ", " + dims + ")"));
        }
        return rules;
    }
}
