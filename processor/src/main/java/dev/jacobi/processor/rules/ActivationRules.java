package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.rule;
import static dev.jacobi.processor.rules.SpecialFunctionRules.slope;

import java.util.List;

/**
 * The functions that networks put between their layers. For the texts see {@link TensorRules}.
 *
 * <p>What holds left of 0 is computed of x clamped to it, so that nothing infinite comes of the elements right of it.
 */
final class ActivationRules {

    private ActivationRules() {}

    /** σ(2u) of gelu's approximation, u = √(2/π)(x + 0.044715x³). */
    private static final String GATE = "x.mul(x.square().mul(0.044715).add(1)).mul(1.5957691216057308).sigmoid()";

    /** (2u)' */
    private static final String GATE_SLOPE = "x.square().mul(0.134145).add(1).mul(1.5957691216057308)";

    /** What lies left of 0, and 0 elsewhere: at 0 itself a slope that is made of it doesn't change, as in PyTorch. */
    private static final String LEFT = "x.masked(x.lt(0))";

    static final List<Rule> RULES = List.of(
            // With one formula everywhere
            // Φ(x) + xφ(x)
            slope("gelu()", "x.ndtr().add(x.mul(x.square().mul(-0.5).exp()).mul(0.3989422804014327))"),
            // σ + xσ(1 − σ)·(2u)'
            slope("geluTanh()", GATE + ".mul(x.mul(" + GATE + ".rsub(1)).mul(" + GATE_SLOPE + ").add(1))"),
            slope("silu()", "x.sigmoid().mul(x.mul(x.sigmoid().rsub(1)).add(1))"),
            // t + xσ(1 − t²) with t = tanh(softplus(x))
            slope("mish()", "x.softplus().tanh().add(x.mul(x.sigmoid()).mul(x.softplus().tanh().square().rsub(1)))"),
            slope("logSigmoid()", "x.neg().sigmoid()"),
            slope("softsign()", "x.abs().add(1).square().reciprocal()"),
            slope("tanhshrink()", "x.tanh().square()"),

            // Bent at 0
            slope("selu()", leftAndRight(LEFT + ".exp().mul(1.7580993408473766)", "1.0507009873554805")),
            // of x without what is positive, so that nothing infinite comes of it
            defined(
                    "prelu(Tensor weight)",
                    "slopes = weight.preluSlopes(x)",
                    "Tensor.where(x.gt(0), x, x.masked(x.gt(0).not()).mul(slopes))"),
            rule("preluSlopes(Tensor like)")
                    .by("xDot.preluSlopes(like)", "rBar.reshapeAs(x)")
                    .by("0"),
            leaky("leakyRelu()", "0.01"),
            leaky("leakyRelu(double slope)", "slope")
                    .by("x.masked(x.gt(0).not()).mul(slopeDot)", "rBar.mul(x.masked(x.gt(0).not())).sum().item()"),
            exponential("elu()", LEFT + ".exp()"),
            exponential("elu(double alpha)", LEFT + ".exp().mul(alpha)")
                    .by("x.clampMax(0).expm1().mul(alphaDot)", "rBar.mul(x.clampMax(0).expm1()).sum().item()")
                    .on(-2, 3, 0.5, 2),
            exponential("celu()", LEFT + ".exp()"),
            // by alpha, with u = x/alpha: eᵘ − 1 − u·eᵘ
            exponential("celu(double alpha)", LEFT + ".div(alpha).exp()")
                    .by(
                            "x.clampMax(0).div(alpha).expm1().sub("
                                    + "x.clampMax(0).div(alpha).mul(x.clampMax(0).div(alpha).exp())).mul(alphaDot)",
                            "rBar.mul(x.clampMax(0).div(alpha).expm1().sub("
                                    + "x.clampMax(0).div(alpha).mul(x.clampMax(0).div(alpha).exp()))).sum().item()")
                    .on(-2, 2, 0.5, 2),

            // Made of straight lines
            inside("relu6()", "x.le(0).or(x.ge(6)).not()").on(-2, 8),
            inside("hardtanh()", "x.le(-1).or(x.ge(1)).not()"),
            inside("hardtanh(double min, double max)", "x.le(min).or(x.ge(max)).not()")
                    .by("Tensor.fullLike(r, minDot).masked(x.le(min))", "rBar.masked(x.le(min)).sum().item()")
                    .by(
                            "Tensor.fullLike(r, maxDot).masked(x.ge(max).and(x.gt(min)))",
                            "rBar.masked(x.ge(max).and(x.gt(min))).sum().item()")
                    .on(-2, 2, -1, -0.5, 0.5, 1),
            rule("hardsigmoid()")
                    .by("xDot.div(6).masked(x.gt(-3).and(x.lt(3)))", "rBar.div(6).masked(x.gt(-3).and(x.lt(3)))")
                    .on(-5, 5),
            rule("hardswish()")
                    .by(
                            "Tensor.where(x.le(3).not(), xDot, xDot.mul(x.clamp(-3, 3).div(3).add(0.5)).masked(x.ge(-3)))",
                            "Tensor.where(x.le(3).not(), rBar, rBar.mul(x.clamp(-3, 3).div(3).add(0.5)).masked(x.ge(-3)))")
                    .on(-5, 5),
            inside("softshrink()", "x.abs().le(0.5).not()"),
            inside("softshrink(double lambda)", "x.abs().le(lambda).not()")
                    .by(
                            "x.sign().masked(x.abs().le(lambda).not()).mul(-lambdaDot)",
                            "-rBar.mul(x.sign()).masked(x.abs().le(lambda).not()).sum().item()")
                    .on(-2, 2, 0.2, 0.8),
            inside("hardshrink()", "x.abs().le(0.5).not()"),
            inside("hardshrink(double lambda)", "x.abs().le(lambda).not()")
                    .by("0")
                    .on(-2, 2, 0.2, 0.8),
            inside("threshold(double threshold, double value)", "x.le(threshold).not()")
                    .by("0")
                    .by(
                            "Tensor.fullLike(r, valueDot).masked(x.le(threshold))",
                            "rBar.masked(x.le(threshold)).sum().item()"));

    private static Rule leaky(String header, String slope) {
        return rule(header)
                .by(
                        "Tensor.where(x.gt(0), xDot, xDot.mul(" + slope + "))",
                        "Tensor.where(x.gt(0), rBar, rBar.mul(" + slope + "))");
    }

    private static Rule exponential(String header, String left) {
        return slope(header, leftAndRight(left, "1"));
    }

    private static String leftAndRight(String left, String right) {
        return "Tensor.where(x.le(0), " + left + ", " + right + ")";
    }

    /** 1 where the mask is true, 0 elsewhere. */
    private static Rule inside(String header, String mask) {
        return rule(header).by("xDot.masked(" + mask + ")", "rBar.masked(" + mask + ")");
    }
}
