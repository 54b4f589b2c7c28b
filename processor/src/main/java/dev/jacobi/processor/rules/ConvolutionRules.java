package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Convolutions, pooling and normalization. A convolution and its two adjoints are each other's derivatives: of r = x∗w
 * all three say ⟨r̄, x∗w⟩. For the texts see {@link TensorRules}.
 */
final class ConvolutionRules {

    private static final String SCALE = "x.var(Tensor.lastDims(%1$s), 0, true).add(eps).rsqrt()";

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
                rule("avgPoolBar(Tensor like, int kernel, int stride, int padding, int dims)")
                        .by(
                                "xDot.avgPoolBar(like, kernel, stride, padding, dims)",
                                "(dims == 1 ? rBar.avgPool1d(kernel, stride, padding) : rBar.avgPool2d(kernel, stride,"
                                        + " padding)).to(x.dtype())")
                        .by("0")));
        for (int dims = 1; dims <= 2; dims++) {
            rules.addAll(convolutions(dims));
            rules.addAll(pooling(dims));
        }
        rules.addAll(normalizations());
        return List.copyOf(rules);
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
                transposed(transposed + "(Tensor weight)", transposed, "Convolution.PLAIN", "0"),
                transposed(
                        transposed + "(Tensor weight, Convolution how, int outputPadding)",
                        transposed,
                        "how",
                        "outputPadding"));
    }

    private static Rule transposed(String header, String name, String how, String padding) {
        String rest = ", " + how + ", " + padding + ")";
        return rule(header)
                .by("xDot." + name + "(weight" + rest, "rBar.convolved(weight, " + how + ").to(x.dtype())")
                .by("x." + name + "(weightDot" + rest, "x.convWeightBar(rBar, weight, " + how + ")");
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

    private static List<Rule> normalizations() {
        String weighted = "x.standardized(weight.rank(), eps)";
        String scale = SCALE.formatted("weight.rank()");
        String byEps = weighted + ".mul(" + scale + ".square()).mul(weight)";
        String mean = ".mean(Tensor.lastDims(dims), true)";
        return List.of(
                none("static lastDims(int count)"),
                standardization("standardized(int dims, double eps)", "dims"),
                standardization("layerNorm(int[] normalizedShape, double eps)", "normalizedShape.length"),
                rule("layerNorm(Tensor weight, Tensor bias, double eps)")
                        .by(
                                "xDot.standardizedBar(" + weighted + ", " + scale
                                        + ", weight.rank()).mul(weight).expandTo(r)",
                                "rBar.mul(weight).standardizedBar(" + weighted + ", " + scale
                                        + ", weight.rank()).sumTo(x)")
                        .by("weightDot.mul(" + weighted + ").expandTo(r)", "rBar.mul(" + weighted + ").sumTo(weight)")
                        .by("biasDot.expandTo(r)", "rBar.sumTo(bias)")
                        .by(byEps + ".mul(-0.5 * epsDot).expandTo(r)", "rBar.mul(" + byEps + ").sum().item() * -0.5")
                        .on(-2, 2, -2, 2, -2, 2, 0.1, 1),
                rule("standardizedBar(Tensor y, Tensor scale, int dims)")
                        .by(
                                "xDot.standardizedBar(y, scale, dims).expandTo(r)",
                                "rBar.standardizedBar(y, scale, dims).sumTo(x)")
                        .by(
                                "yDot.mul(x.mul(y)" + mean + ").add(y.mul(x.mul(yDot)" + mean
                                        + ")).mul(scale).neg().expandTo(r)",
                                "rBar.mul(scale).mul(x.mul(y)" + mean + ").add(x.mul(rBar.mul(scale).mul(y)" + mean
                                        + ")).neg().sumTo(y)")
                        .by("r.div(scale).mul(scaleDot).expandTo(r)", "rBar.mul(r.div(scale)).sumTo(scale)")
                        .on(-2, 2, -2, 2, 0.5, 2));
    }

    /** r = (x − mean)·s with s = 1/√(variance + eps); ∂r/∂eps = −r·s²/2. */
    private static Rule standardization(String header, String dims) {
        String scale = SCALE.formatted(dims);
        return rule(header)
                .by(
                        "xDot.standardizedBar(r, " + scale + ", " + dims + ")",
                        "rBar.standardizedBar(r, " + scale + ", " + dims + ")")
                .by(
                        "r.mul(" + scale + ".square()).mul(-0.5 * epsDot)",
                        "rBar.mul(r).mul(" + scale + ".square()).sum().item() * -0.5")
                .on(-2, 2, 0.1, 1);
    }
}
