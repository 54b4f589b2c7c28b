package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Lengths.over;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;
import static dev.jacobi.processor.rules.Rule.zero;

import java.util.List;

/** More operations on two or three tensors, or with numbers. For the texts see {@link TensorRules}. */
final class PairRules {

    private PairRules() {}

    static final List<Rule> RULES = List.of(
            // Remainders: x − n·y with the n taken there
            rule("fmod(Tensor y)")
                    .by("xDot.expandTo(r)", "rBar.sumTo(x)")
                    .by("yDot.mul(x.div(y).trunc()).neg()", "rBar.mul(x.div(y).trunc()).neg().sumTo(y)")
                    .on(-2, 2, 0.5, 2),
            rule("fmod(double y)")
                    .by("xDot", "rBar")
                    .by("x.div(y).trunc().mul(-yDot)", "-rBar.mul(x.div(y).trunc()).sum().item()")
                    .on(-2, 2, 0.5, 2),
            rule("remainder(Tensor y)")
                    .by("xDot.expandTo(r)", "rBar.sumTo(x)")
                    .by("yDot.mul(x.floorDivide(y)).neg()", "rBar.mul(x.floorDivide(y)).neg().sumTo(y)")
                    .on(-2, 2, 0.5, 2),
            rule("remainder(double y)")
                    .by("xDot", "rBar")
                    .by("x.floorDivide(y).mul(-yDot)", "-rBar.mul(x.floorDivide(y)).sum().item()")
                    .on(-2, 2, 0.5, 2),
            zero("floorDivide(Tensor y)").by("0").on(-2, 2, 0.5, 2),
            zero("floorDivide(double y)").by("0").on(-2, 2, 0.5, 2),

            // Choices and signs
            rule("fmax(Tensor y)")
                    .by("xDot.masked(x.ge(y).or(y.isnan())).expandTo(r)", "rBar.masked(x.ge(y).or(y.isnan())).sumTo(x)")
                    .by(
                            "yDot.masked(x.ge(y).or(y.isnan()).not()).expandTo(r)",
                            "rBar.masked(x.ge(y).or(y.isnan()).not()).sumTo(y)"),
            rule("fmin(Tensor y)")
                    .by("xDot.masked(x.le(y).or(y.isnan())).expandTo(r)", "rBar.masked(x.le(y).or(y.isnan())).sumTo(x)")
                    .by(
                            "yDot.masked(x.le(y).or(y.isnan()).not()).expandTo(r)",
                            "rBar.masked(x.le(y).or(y.isnan()).not()).sumTo(y)"),
            rule("maximum(double y)")
                    .by(
                            "xDot.masked(x.lt(y).not()).sub(xDot.mul(0.5).masked(x.eq(y)))",
                            "rBar.masked(x.lt(y).not()).sub(rBar.mul(0.5).masked(x.eq(y)))")
                    .by(
                            "Tensor.fullLike(r, yDot).masked(x.gt(y).not())"
                                    + ".sub(Tensor.fullLike(r, yDot / 2).masked(x.eq(y)))",
                            "rBar.masked(x.gt(y).not()).sub(rBar.mul(0.5).masked(x.eq(y))).sum().item()"),
            rule("minimum(double y)")
                    .by(
                            "xDot.masked(x.gt(y).not()).sub(xDot.mul(0.5).masked(x.eq(y)))",
                            "rBar.masked(x.gt(y).not()).sub(rBar.mul(0.5).masked(x.eq(y)))")
                    .by(
                            "Tensor.fullLike(r, yDot).masked(x.lt(y).not())"
                                    + ".sub(Tensor.fullLike(r, yDot / 2).masked(x.eq(y)))",
                            "rBar.masked(x.lt(y).not()).sub(rBar.mul(0.5).masked(x.eq(y))).sum().item()"),
            rule("copysign(Tensor y)")
                    .by("xDot.mul(" + over("r", "x") + ")", "rBar.mul(" + over("r", "x") + ").sumTo(x)")
                    .by("0"),
            rule("copysign(double y)")
                    .by("xDot.mul(" + over("r", "x") + ")", "rBar.mul(" + over("r", "x") + ")")
                    .by("0"),
            rule("heaviside(Tensor y)").by("0").by("yDot.masked(x.eq(0)).expandTo(r)", "rBar.masked(x.eq(0)).sumTo(y)"),
            rule("static where(Mask condition, Tensor x, double y)")
                    .by("xDot.masked(condition).expandTo(r)", "rBar.masked(condition).sumTo(x)")
                    .by(
                            "Tensor.fullLike(r, yDot).masked(condition.not())",
                            "rBar.masked(condition.not()).sum().item()"),
            rule("static where(Mask condition, double x, Tensor y)")
                    .by("Tensor.fullLike(r, xDot).masked(condition)", "rBar.masked(condition).sum().item()")
                    .by("yDot.masked(condition.not()).expandTo(r)", "rBar.masked(condition.not()).sumTo(y)"),

            // Powers and logarithms
            // At y = 0 the power is constant in x ≥ 0; at x = 0 it is constant in y.
            rule("rpow(double y)")
                    .by(
                            "xDot.mul(r.mul(Math.log(y)).masked(x.ge(0).not().or(Tensor.fullLike(x, y).ne(0))))",
                            "rBar.mul(r.mul(Math.log(y)).masked(x.ge(0).not().or(Tensor.fullLike(x, y).ne(0))))")
                    .by(
                            "x.sub(1).rpow(y).mul(x).masked(x.ne(0)).mul(yDot)",
                            "rBar.mul(x.sub(1).rpow(y).mul(x).masked(x.ne(0))).sum().item()")
                    .on(-2, 2, 0.1, 3),
            rule("logaddexp(Tensor y)")
                    .by("xDot.mul(x.sub(y).sigmoid())", "rBar.mul(x.sub(y).sigmoid()).sumTo(x)")
                    .by("yDot.mul(y.sub(x).sigmoid())", "rBar.mul(y.sub(x).sigmoid()).sumTo(y)"),
            rule("logaddexp2(Tensor y)")
                    .by(
                            "xDot.mul(x.sub(y).mul(0.6931471805599453).sigmoid())",
                            "rBar.mul(x.sub(y).mul(0.6931471805599453).sigmoid()).sumTo(x)")
                    .by(
                            "yDot.mul(y.sub(x).mul(0.6931471805599453).sigmoid())",
                            "rBar.mul(y.sub(x).mul(0.6931471805599453).sigmoid()).sumTo(y)"),
            rule("xlogy(Tensor y)")
                    .by(
                            "xDot.mul(y.log().masked(x.eq(0).and(y.le(0)).not())).expandTo(r)",
                            "rBar.mul(y.log().masked(x.eq(0).and(y.le(0)).not())).sumTo(x)")
                    .by("yDot.mul(x.div(y))", "rBar.mul(x.div(y)).sumTo(y)")
                    .on(-2, 2, 0.1, 3),
            rule("xlogy(double y)")
                    .by(
                            "xDot.mul(Math.log(y)).masked(x.ne(0).or(Tensor.fullLike(x, y).le(0).not()))",
                            "rBar.mul(Math.log(y)).masked(x.ne(0).or(Tensor.fullLike(x, y).le(0).not()))")
                    .by("x.div(y).mul(yDot)", "rBar.mul(x.div(y)).sum().item()")
                    .on(-2, 2, 0.1, 3),
            rule("xlog1py(Tensor y)")
                    .by(
                            "xDot.mul(y.log1p().masked(x.eq(0).and(y.le(-1)).not())).expandTo(r)",
                            "rBar.mul(y.log1p().masked(x.eq(0).and(y.le(-1)).not())).sumTo(x)")
                    .by("yDot.mul(x.div(y.add(1)))", "rBar.mul(x.div(y.add(1))).sumTo(y)")
                    .on(-2, 2, -0.9, 3),

            // Of three
            rule("lerp(Tensor end, double weight)")
                    .by("xDot.mul(1 - weight).expandTo(r)", "rBar.mul(1 - weight).sumTo(x)")
                    .by("endDot.mul(weight).expandTo(r)", "rBar.mul(weight).sumTo(end)")
                    .by("end.sub(x).mul(weightDot)", "rBar.mul(end.sub(x)).sum().item()"),
            rule("lerp(Tensor end, Tensor weight)")
                    .by("xDot.mul(weight.rsub(1)).expandTo(r)", "rBar.mul(weight.rsub(1)).sumTo(x)")
                    .by("endDot.mul(weight).expandTo(r)", "rBar.mul(weight).sumTo(end)")
                    .by("weightDot.mul(end.sub(x)).expandTo(r)", "rBar.mul(end.sub(x)).sumTo(weight)"),
            rule("addcmul(Tensor y, Tensor z)")
                    .by("xDot.expandTo(r)", "rBar.sumTo(x)")
                    .by("yDot.mul(z).expandTo(r)", "rBar.mul(z).sumTo(y)")
                    .by("y.mul(zDot).expandTo(r)", "rBar.mul(y).sumTo(z)"),
            rule("addcmul(Tensor y, Tensor z, double value)")
                    .by("xDot.expandTo(r)", "rBar.sumTo(x)")
                    .by("yDot.mul(z).mul(value).expandTo(r)", "rBar.mul(z).mul(value).sumTo(y)")
                    .by("y.mul(zDot).mul(value).expandTo(r)", "rBar.mul(y).mul(value).sumTo(z)")
                    .by("y.mul(z).mul(valueDot).expandTo(r)", "rBar.mul(y.mul(z)).sum().item()"),
            rule("addcdiv(Tensor y, Tensor z)")
                    .by("xDot.expandTo(r)", "rBar.sumTo(x)")
                    .by("yDot.div(z).expandTo(r)", "rBar.div(z).sumTo(y)")
                    .by("zDot.mul(y.div(z).div(z)).neg().expandTo(r)", "rBar.mul(y.div(z).div(z)).neg().sumTo(z)")
                    .on(-2, 2, -2, 2, 0.5, 2),
            rule("addcdiv(Tensor y, Tensor z, double value)")
                    .by("xDot.expandTo(r)", "rBar.sumTo(x)")
                    .by("yDot.div(z).mul(value).expandTo(r)", "rBar.div(z).mul(value).sumTo(y)")
                    .by(
                            "zDot.mul(y.div(z).div(z)).mul(-value).expandTo(r)",
                            "rBar.mul(y.div(z).div(z)).mul(-value).sumTo(z)")
                    .by("y.div(z).mul(valueDot).expandTo(r)", "rBar.mul(y.div(z)).sum().item()")
                    .on(-2, 2, -2, 2, 0.5, 2, -2, 2),

            // Facts
            none("isnan()"),
            none("isinf()"),
            none("isfinite()"),
            none("signbit()"),
            none("isclose(Tensor y)"),
            none("isclose(Tensor y, double rtol, double atol, boolean equalNan)"),
            none("allclose(Tensor y)"),
            none("allclose(Tensor y, double rtol, double atol, boolean equalNan)"));
}
