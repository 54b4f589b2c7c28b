package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;
import java.util.stream.Stream;

/**
 * Elements less their mean, divided by their deviation, and vectors by their length. For the texts see
 * {@link TensorRules}.
 */
final class NormalizationRules {

    private static final String SCALE = "x.var(%1$s, 0, true).add(eps).rsqrt()";

    private static final String LAST = "Tensor.lastDims(dims)";

    private NormalizationRules() {}

    static final List<Rule> RULES =
            Stream.concat(primitives().stream(), compositions().stream()).toList();

    private static List<Rule> primitives() {
        String weighted = "x.standardized(weight.rank(), eps)";
        String scale = SCALE.formatted("Tensor.lastDims(weight.rank())");
        String byEps = weighted + ".mul(" + scale + ".square()).mul(weight)";
        return List.of(
                none("static lastDims(int count)"),
                standardization("standardized(int dims, double eps)", "dims", LAST),
                standardization("standardized(int[] dims, double eps)", "dims", "dims"),
                standardization(
                        "layerNorm(int[] normalizedShape, double eps)",
                        "normalizedShape.length",
                        "Tensor.lastDims(normalizedShape.length)"),
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
                standardizedBar("int dims", LAST),
                standardizedBar("int[] dims", "dims"));
    }

    private static List<Rule> compositions() {
        return List.of(
                defined("batchNorm(double eps)", "x.standardized(x.batchNormDims(), eps)")
                        .on(-2, 2, 0.1, 1),
                defined(
                                "batchNorm(Tensor weight, Tensor bias, double eps)",
                                "x.standardized(x.batchNormDims(), eps)" + affine("batchNorm"))
                        .on(-2, 2, -2, 2, -2, 2, 0.1, 1),
                defined(
                                "batchNorm(Tensor mean, Tensor variance, Tensor weight, Tensor bias, double eps)",
                                "scale = " + channels("batchNorm", "variance") + ".add(eps).rsqrt().mul("
                                        + channels("batchNorm", "weight") + ")",
                                "x.sub(" + channels("batchNorm", "mean") + ").mul(scale).add("
                                        + channels("batchNorm", "bias") + ")")
                        .on(-2, 2, -2, 2, 0.5, 2, -2, 2, -2, 2, 0.1, 1),
                defined("instanceNorm(double eps)", "x.standardized(x.instanceNormDims(), eps)")
                        .on(-2, 2, 0.1, 1),
                defined(
                                "instanceNorm(Tensor weight, Tensor bias, double eps)",
                                "x.standardized(x.instanceNormDims(), eps)" + affine("instanceNorm"))
                        .on(-2, 2, -2, 2, -2, 2, 0.1, 1),
                defined("groupNorm(int groups, double eps)", "x.grouped(groups).standardized(1, eps).reshapeAs(x)")
                        .on(-2, 2, 0.1, 1),
                defined(
                                "groupNorm(int groups, Tensor weight, Tensor bias, double eps)",
                                "x.grouped(groups).standardized(1, eps).reshapeAs(x)" + affine("groupNorm"))
                        .on(-2, 2, -2, 2, -2, 2, 0.1, 1),
                defined("rmsNorm(int[] normalizedShape, double eps)", rms("x.rmsNormDims(normalizedShape)"))
                        .on(-2, 2, 0.1, 1),
                defined("rmsNorm(Tensor weight, double eps)", rms("x.rmsNormDims(weight)") + ".mul(weight)")
                        .on(-2, 2, -2, 2, 0.1, 1),
                defined("normalize(int dim)", "x.div(x.normalizeBy(2, dim).clampMin(1e-12))"),
                defined("normalize(double p, int dim, double eps)", "x.div(x.normalizeBy(p, dim).clampMin(eps))")
                        .on(-2, 2, 1.5, 3.5, 0, 0, 0.1, 0.2),
                defined(
                                "renorm(double p, int dim, double maxNorm)",
                                "others = x.renormDims(p, dim, maxNorm)",
                                "norms = x.norm(p, others, true)",
                                "x.mul(Tensor.where(norms.gt(maxNorm), norms.add(1e-7).rdiv(maxNorm), 1))")
                        .on(-2, 2, 1.5, 3.5, 0.5, 2),
                defined("localResponseNorm(int size)", response("size", "1e-4", "0.75", "1")),
                defined(
                                "localResponseNorm(int size, double alpha, double beta, double k)",
                                response("size", "alpha", "beta", "k"))
                        .on(-2, 2, 0.5, 2, 0.5, 2, 0.5, 2),
                rule("channelMeans(int size)").by("xDot.channelMeans(size)", "rBar.channelMeansBack(size)"),
                rule("channelMeansBack(int size)").by("xDot.channelMeansBack(size)", "rBar.channelMeans(size)"),
                none("renormDims(double p, int dim, double maxNorm)"),
                none("batchNormDims()"),
                none("instanceNormDims()"),
                none("rmsNormDims(int[] normalizedShape)"),
                none("rmsNormDims(Tensor weight)"),
                rule("grouped(int groups)").by("xDot.grouped(groups)", "rBar.reshapeAs(x)"),
                rule("perChannel(String operation, String operand, Tensor like)")
                        .by("xDot.perChannel(operation, operand, like)", "rBar.reshapeAs(x)")
                        .by("0"));
    }

    private static String affine(String operation) {
        return ".mul(" + channels(operation, "weight") + ").add(" + channels(operation, "bias") + ")";
    }

    private static String channels(String operation, String operand) {
        return operand + ".perChannel(\"" + operation + "\", \"" + operand + "\", x)";
    }

    private static String response(String size, String alpha, String beta, String k) {
        return "x.div(x.square().channelMeans(" + size + ").mul(" + alpha + ").add(" + k + ").pow(" + beta + "))";
    }

    private static String rms(String dims) {
        return "x.mul(x.square().mean(" + dims + ", true).add(eps).rsqrt())";
    }

    /** r = (x − mean)·s with s = 1/√(variance + eps); ∂r/∂eps = −r·s²/2. */
    private static Rule standardization(String header, String dims, String all) {
        String scale = SCALE.formatted(all);
        return rule(header)
                .by(
                        "xDot.standardizedBar(r, " + scale + ", " + dims + ")",
                        "rBar.standardizedBar(r, " + scale + ", " + dims + ")")
                .by(
                        "r.mul(" + scale + ".square()).mul(-0.5 * epsDot)",
                        "rBar.mul(r).mul(" + scale + ".square()).sum().item() * -0.5")
                .on(-2, 2, 0.1, 1);
    }

    private static Rule standardizedBar(String operand, String dims) {
        String mean = ".mean(" + dims + ", true)";
        return rule("standardizedBar(Tensor y, Tensor scale, " + operand + ")")
                .by("xDot.standardizedBar(y, scale, dims).expandTo(r)", "rBar.standardizedBar(y, scale, dims).sumTo(x)")
                .by(
                        "yDot.mul(x.mul(y)" + mean + ").add(y.mul(x.mul(yDot)" + mean
                                + ")).mul(scale).neg().expandTo(r)",
                        "rBar.mul(scale).mul(x.mul(y)" + mean + ").add(x.mul(rBar.mul(scale).mul(y)" + mean
                                + ")).neg().sumTo(y)")
                .by("r.div(scale).mul(scaleDot).expandTo(r)", "rBar.mul(r.div(scale)).sumTo(scale)")
                .on(-2, 2, -2, 2, 0.5, 2);
    }
}
