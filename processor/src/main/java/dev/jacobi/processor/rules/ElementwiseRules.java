package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Lengths.over;
import static dev.jacobi.processor.rules.Rule.rule;
import static dev.jacobi.processor.rules.Rule.zero;

import java.util.List;

/** Functions of one element, or of two that broadcasting brings together. For the texts see {@link TensorRules}. */
final class ElementwiseRules {

    /** The squared length of (x, y). */
    private static final String SQUARES = "x.square().add(y.square())";

    private ElementwiseRules() {}

    static final List<Rule> RULES = List.of(
            // Arithmetic with tensors
            rule("add(Tensor y)").by("xDot.expandTo(r)", "rBar.sumTo(x)").by("yDot.expandTo(r)", "rBar.sumTo(y)"),
            rule("sub(Tensor y)")
                    .by("xDot.expandTo(r)", "rBar.sumTo(x)")
                    .by("yDot.neg().expandTo(r)", "rBar.neg().sumTo(y)"),
            rule("mul(Tensor y)").by("xDot.mul(y)", "rBar.mul(y).sumTo(x)").by("x.mul(yDot)", "rBar.mul(x).sumTo(y)"),
            rule("div(Tensor y)")
                    .by("xDot.div(y)", "rBar.div(y).sumTo(x)")
                    .by("yDot.mul(r.div(y)).neg()", "rBar.mul(r.div(y)).neg().sumTo(y)")
                    .on(-2, 2, 0.5, 2),
            // At y = 0 the power is constant in x; at x = 0 it is constant in y ≥ 0.
            rule("pow(Tensor y)")
                    .by(
                            "xDot.mul(x.pow(y.sub(1)).mul(y).masked(y.ne(0)))",
                            "rBar.mul(x.pow(y.sub(1)).mul(y).masked(y.ne(0))).sumTo(x)")
                    .by(
                            "yDot.mul(r.mul(x.log()).masked(x.ne(0).or(y.lt(0))))",
                            "rBar.mul(r.mul(x.log()).masked(x.ne(0).or(y.lt(0)))).sumTo(y)")
                    .on(0.1, 3, -2, 2),
            // Where the operands are equal each gets half.
            rule("maximum(Tensor y)")
                    .by(
                            "xDot.masked(x.lt(y).not()).sub(xDot.mul(0.5).masked(x.eq(y))).expandTo(r)",
                            "rBar.masked(x.lt(y).not()).sub(rBar.mul(0.5).masked(x.eq(y))).sumTo(x)")
                    .by(
                            "yDot.masked(x.gt(y).not()).sub(yDot.mul(0.5).masked(x.eq(y))).expandTo(r)",
                            "rBar.masked(x.gt(y).not()).sub(rBar.mul(0.5).masked(x.eq(y))).sumTo(y)"),
            rule("minimum(Tensor y)")
                    .by(
                            "xDot.masked(x.gt(y).not()).sub(xDot.mul(0.5).masked(x.eq(y))).expandTo(r)",
                            "rBar.masked(x.gt(y).not()).sub(rBar.mul(0.5).masked(x.eq(y))).sumTo(x)")
                    .by(
                            "yDot.masked(x.lt(y).not()).sub(yDot.mul(0.5).masked(x.eq(y))).expandTo(r)",
                            "rBar.masked(x.lt(y).not()).sub(rBar.mul(0.5).masked(x.eq(y))).sumTo(y)"),
            // At the origin 0 is taken for the angle, and the norm's subgradient 0 for the length.
            rule("atan2(Tensor y)")
                    .by("xDot.mul(" + over("y", SQUARES) + ")", "rBar.mul(" + over("y", SQUARES) + ").sumTo(x)")
                    .by(
                            "yDot.mul(" + over("x", SQUARES) + ").neg()",
                            "rBar.mul(" + over("x", SQUARES) + ").neg().sumTo(y)")
                    .on(0.1, 2, -2, 2),
            rule("hypot(Tensor y)")
                    .by("xDot.mul(" + over("x", "r") + ")", "rBar.mul(" + over("x", "r") + ").sumTo(x)")
                    .by("yDot.mul(" + over("y", "r") + ")", "rBar.mul(" + over("y", "r") + ").sumTo(y)"),

            // Arithmetic with numbers
            rule("add(double y)").by("xDot", "rBar").by("Tensor.fullLike(r, yDot)", "rBar.sum().item()"),
            rule("sub(double y)").by("xDot", "rBar").by("Tensor.fullLike(r, -yDot)", "-rBar.sum().item()"),
            rule("rsub(double y)").by("xDot.neg()", "rBar.neg()").by("Tensor.fullLike(r, yDot)", "rBar.sum().item()"),
            rule("mul(double y)").by("xDot.mul(y)", "rBar.mul(y)").by("x.mul(yDot)", "rBar.mul(x).sum().item()"),
            rule("div(double y)")
                    .by("xDot.div(y)", "rBar.div(y)")
                    .by("r.mul(-yDot / y)", "-rBar.mul(r).sum().item() / y")
                    .on(-2, 2, 0.5, 2),
            rule("rdiv(double y)")
                    .by("xDot.mul(r.div(x)).neg()", "rBar.mul(r.div(x)).neg()")
                    .by("x.rdiv(yDot)", "rBar.div(x).sum().item()")
                    .on(0.5, 2, -2, 2),
            rule("pow(double y)")
                    .by("xDot.mul(x.powSlope(y))", "rBar.mul(x.powSlope(y))")
                    .by(
                            "r.mul(x.log()).masked(x.ne(0).or(Tensor.fullLike(x, y).lt(0))).mul(yDot)",
                            "rBar.mul(r.mul(x.log()).masked(x.ne(0).or(Tensor.fullLike(x, y).lt(0)))).sum().item()")
                    .on(0.1, 3, -2, 2),
            rule("powSlope(double y)")
                    .by(
                            "xDot.mul(x.powSlope(y == 0 ? 1 : y - 1).mul(y))",
                            "rBar.mul(x.powSlope(y == 0 ? 1 : y - 1).mul(y))")
                    .by(
                            "x.pow(y - 1).add(r.mul(x.log()).masked(x.ne(0).or(Tensor.fullLike(x,"
                                    + " y).lt(1)))).mul(yDot)",
                            "rBar.mul(x.pow(y - 1).add(r.mul(x.log()).masked(x.ne(0).or(Tensor.fullLike(x,"
                                    + " y).lt(1))))).sum().item()")
                    .on(0.1, 3, -2, 2),
            // Inside the bounds and on them the derivative is 1; if min > max the result is max.
            rule("clamp(double min, double max)")
                    .by("xDot.masked(x.ge(min).and(x.le(max)))", "rBar.masked(x.ge(min).and(x.le(max)))")
                    .by(
                            "Tensor.fullLike(r, minDot).masked(x.lt(min).and(r.ge(min)))",
                            "rBar.masked(x.lt(min).and(r.ge(min))).sum().item()")
                    .by(
                            "Tensor.fullLike(r, maxDot).masked(x.gt(max).or(r.lt(min)))",
                            "rBar.masked(x.gt(max).or(r.lt(min))).sum().item()")
                    .on(-2, 2, -1, -0.5, 0.5, 1),

            // Signs, powers and roots
            rule("neg()").by("xDot.neg()", "rBar.neg()"),
            rule("abs()").by("xDot.mul(x.sign())", "rBar.mul(x.sign())"),
            rule("relu()").by("xDot.masked(r.ne(0))", "rBar.masked(r.ne(0))"),
            rule("square()").by("xDot.mul(x.mul(2))", "rBar.mul(x.mul(2))"),
            rule("sqrt()").by("xDot.div(r.mul(2))", "rBar.div(r.mul(2))").on(0.1, 4),
            rule("rsqrt()")
                    .by("xDot.mul(r.pow(3).mul(-0.5))", "rBar.mul(r.pow(3).mul(-0.5))")
                    .on(0.1, 4),
            rule("reciprocal()")
                    .by("xDot.mul(r.square()).neg()", "rBar.mul(r.square()).neg()")
                    .on(0.5, 2),

            // Exponentials and logarithms
            rule("exp()").by("xDot.mul(r)", "rBar.mul(r)"),
            rule("expm1()").by("xDot.mul(r.add(1))", "rBar.mul(r.add(1))"),
            rule("log()").by("xDot.div(x)", "rBar.div(x)").on(0.1, 4),
            rule("log1p()").by("xDot.div(x.add(1))", "rBar.div(x.add(1))").on(-0.9, 4),
            rule("log10()")
                    .by("xDot.div(x.mul(2.302585092994046))", "rBar.div(x.mul(2.302585092994046))")
                    .on(0.1, 4),
            rule("log2()")
                    .by("xDot.div(x.mul(0.6931471805599453))", "rBar.div(x.mul(0.6931471805599453))")
                    .on(0.1, 4),
            rule("sigmoid()").by("xDot.mul(r.mul(r.rsub(1)))", "rBar.mul(r.mul(r.rsub(1)))"),
            rule("softplus()").by("xDot.mul(x.sigmoid())", "rBar.mul(x.sigmoid())"),

            // Trigonometric and hyperbolic functions
            rule("sin()").by("xDot.mul(x.cos())", "rBar.mul(x.cos())"),
            rule("cos()").by("xDot.mul(x.sin()).neg()", "rBar.mul(x.sin()).neg()"),
            rule("tan()")
                    .by("xDot.mul(r.square().add(1))", "rBar.mul(r.square().add(1))")
                    .on(-1.4, 1.4),
            rule("asin()")
                    .by("xDot.mul(x.square().rsub(1).rsqrt())", "rBar.mul(x.square().rsub(1).rsqrt())")
                    .on(-0.9, 0.9),
            rule("acos()")
                    .by("xDot.mul(x.square().rsub(1).rsqrt()).neg()", "rBar.mul(x.square().rsub(1).rsqrt()).neg()")
                    .on(-0.9, 0.9),
            rule("atan()").by("xDot.div(x.square().add(1))", "rBar.div(x.square().add(1))"),
            rule("sinh()").by("xDot.mul(x.cosh())", "rBar.mul(x.cosh())"),
            rule("cosh()").by("xDot.mul(x.sinh())", "rBar.mul(x.sinh())"),
            rule("tanh()").by("xDot.mul(r.square().rsub(1))", "rBar.mul(r.square().rsub(1))"),

            // Constant between their jumps
            zero("sign()"),
            zero("floor()"),
            zero("ceil()"),
            zero("round()"),
            zero("trunc()"));
}
