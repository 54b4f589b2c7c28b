package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/** Functions of one element that {@code Math} lacks. For the texts see {@link TensorRules}. */
final class SpecialFunctionRules {

    private SpecialFunctionRules() {}

    static final List<Rule> RULES = List.of(
            // Error and gamma functions
            slope("erf()", "x.square().neg().exp().mul(1.1283791670955126)"),
            slope("erfc()", "x.square().neg().exp().mul(-1.1283791670955126)"),
            slope("erfinv()", "r.square().exp().mul(0.886226925452758)").on(-0.9, 0.9),
            slope("lgamma()", "x.digamma()").on(0.2, 4),
            slope("digamma()", "x.polygamma(1)").on(0.5, 4),
            slope("polygamma(int n)", "x.polygamma(n + 1)").on(0.5, 4),

            // The normal distribution
            slope("erfcx()", "x.erfcxSlope(1)"),
            slope("erfcxSlope(int n)", "x.erfcxSlope(n + 1)"),
            slope("ndtr()", "x.square().mul(-0.5).exp().mul(0.3989422804014327)"),
            // φ(x)/Φ(x): both times e^x²/2 where Φ(x) may be 0, but not where that may be infinite; each form goes on
            // beyond where it is taken, so that what isn't taken is finite
            slope(
                    "logNdtr()",
                    "Tensor.where(x.gt(1),"
                            + " x.clampMin(0).square().mul(-0.5).exp().mul(0.3989422804014327).div(x.clampMin(0).ndtr()),"
                            + " x.clampMax(2).mul(-0.7071067811865476).erfcx().rdiv(0.7978845608028654))"),

            // Bessel functions: 2·Iₙ' = Iₙ₋₁ + Iₙ₊₁, and with a factor e^−|x| less sign(x) times themselves
            slope("i0()", "x.i1()"),
            slope("i1()", "x.i0().add(x.besselI(2)).mul(0.5)"),
            slope("besselI(int n)", "x.besselI(n - 1).add(x.besselI(n + 1)).mul(0.5)"),
            slope("i0e()", "x.i1e().sub(x.sign().mul(r))"),
            slope("i1e()", "x.i0e().add(x.besselIe(2)).mul(0.5).sub(x.sign().mul(r))"),
            slope("besselIe(int n)", "x.besselIe(n - 1).add(x.besselIe(n + 1)).mul(0.5).sub(x.sign().mul(r))"),

            // Exponentials and logarithms
            slope("exp2()", "r.mul(0.6931471805599453)"),
            // by way of a root, so that it is NaN where the function is
            slope("logit()", "x.mul(x.rsub(1)).rsqrt().square()").on(0.1, 0.9),
            rule("logit(double eps)")
                    .by(
                            "xDot.mul(x.clamp(eps, 1 - eps).mul(x.clamp(eps, 1 - eps).rsub(1)).reciprocal())"
                                    + ".masked(x.lt(eps).or(x.gt(1 - eps)).not())",
                            "rBar.mul(x.clamp(eps, 1 - eps).mul(x.clamp(eps, 1 - eps).rsub(1)).reciprocal())"
                                    + ".masked(x.lt(eps).or(x.gt(1 - eps)).not())")
                    .by(
                            "Tensor.fullLike(r, epsDot / (eps * (1 - eps))).masked(x.lt(eps))"
                                    + ".sub(Tensor.fullLike(r, epsDot / (eps * (1 - eps))).masked(x.gt(1 - eps)))",
                            "rBar.masked(x.lt(eps)).sub(rBar.masked(x.gt(1 - eps))).sum().item() / (eps * (1 - eps))")
                    .on(0, 1, 0.1, 0.3),

            // Sines and inverse hyperbolic functions
            slope("sinc()", "x.sincSlope(1)"),
            slope("sincSlope(int n)", "x.sincSlope(n + 1)"),
            slope("asinh()", "x.square().add(1).rsqrt()"),
            slope("acosh()", "x.square().sub(1).rsqrt()").on(1.1, 4),
            slope("atanh()", "x.square().rsub(1).reciprocal()").on(-0.9, 0.9),
            slope("deg2rad()", "0.017453292519943295"),
            slope("rad2deg()", "57.29577951308232"),

            // Choices between elements and numbers
            rule("positive()").by("xDot", "rBar"),
            rule("frac()").by("xDot", "rBar"),
            rule("nanToNum()").by("xDot.masked(x.isfinite())", "rBar.masked(x.isfinite())"),
            rule("nanToNum(double nan, double posinf, double neginf)")
                    .by("xDot.masked(x.isfinite())", "rBar.masked(x.isfinite())")
                    .by("Tensor.fullLike(r, nanDot).masked(x.isnan())", "rBar.masked(x.isnan()).sum().item()")
                    .by(
                            "Tensor.fullLike(r, posinfDot).masked(x.eq(Double.POSITIVE_INFINITY))",
                            "rBar.masked(x.eq(Double.POSITIVE_INFINITY)).sum().item()")
                    .by(
                            "Tensor.fullLike(r, neginfDot).masked(x.eq(Double.NEGATIVE_INFINITY))",
                            "rBar.masked(x.eq(Double.NEGATIVE_INFINITY)).sum().item()"),
            rule("clampMin(double min)")
                    .by("xDot.masked(x.ge(min))", "rBar.masked(x.ge(min))")
                    .by("Tensor.fullLike(r, minDot).masked(x.lt(min))", "rBar.masked(x.lt(min)).sum().item()"),
            rule("clampMax(double max)")
                    .by("xDot.masked(x.le(max))", "rBar.masked(x.le(max))")
                    .by("Tensor.fullLike(r, maxDot).masked(x.gt(max))", "rBar.masked(x.gt(max)).sum().item()"),
            rule("clamp(Tensor min, Tensor max)")
                    .by(
                            "xDot.masked(x.ge(min).and(x.le(max))).expandTo(r)",
                            "rBar.masked(x.ge(min).and(x.le(max))).sumTo(x)")
                    .by(
                            "minDot.masked(x.lt(min).and(min.lt(max))).expandTo(r)",
                            "rBar.masked(x.lt(min).and(min.lt(max))).sumTo(min)")
                    .by(
                            "maxDot.masked(x.gt(max).or(min.gt(max))).expandTo(r)",
                            "rBar.masked(x.gt(max).or(min.gt(max))).sumTo(max)"));

    /** r' = slope(x), one factor for tangent and adjoint. */
    static Rule slope(String header, String slope) {
        return rule(header).by("xDot.mul(" + slope + ")", "rBar.mul(" + slope + ")");
    }
}
