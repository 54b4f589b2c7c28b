package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;
import static dev.jacobi.processor.rules.Rule.zero;

import java.util.List;

/**
 * {@code dev.jacobi.tensor.Tensor}: all of its public methods.
 *
 * <p>The receiver is {@code x}, the result {@code r}. A jvp text has the shape and type of r, a vjp text those of the
 * operand: what broadcasting stretched or promotion widened, {@code sumTo} takes back, and {@code expandTo} is the
 * other direction. Texts use methods of this table only, so that they have derivatives themselves.
 *
 * <p>Conventions at points where the derivative is a choice are PyTorch's; the README has the table. Where a choice
 * masks something out, it does so by {@code masked}, not by a product with 0, so that no 0·∞ comes of it.
 */
final class TensorRules {

    private TensorRules() {}

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
                    .by(
                            "xDot.mul(y.div(x.square().add(y.square())).masked(x.ne(0).or(y.ne(0))))",
                            "rBar.mul(y.div(x.square().add(y.square())).masked(x.ne(0).or(y.ne(0)))).sumTo(x)")
                    .by(
                            "yDot.mul(x.div(x.square().add(y.square())).masked(x.ne(0).or(y.ne(0)))).neg()",
                            "rBar.mul(x.div(x.square().add(y.square())).masked(x.ne(0).or(y.ne(0)))).neg().sumTo(y)")
                    .on(0.1, 2, -2, 2),
            rule("hypot(Tensor y)")
                    .by("xDot.mul(x.div(r).masked(r.ne(0)))", "rBar.mul(x.div(r).masked(r.ne(0))).sumTo(x)")
                    .by("yDot.mul(y.div(r).masked(r.ne(0)))", "rBar.mul(y.div(r).masked(r.ne(0))).sumTo(y)"),

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
            zero("trunc()"),

            // Reductions; the derivative of an extreme is shared evenly between ties, that of a norm at 0 is 0
            rule("sum()").by("xDot.sum()", "rBar.expandTo(x)"),
            rule("sum(int dim)").by("xDot.sum(dim)", "rBar.expandAlong(x, dim)"),
            rule("sum(int dim, boolean keepDim)").by("xDot.sum(dim, keepDim)", "rBar.expandAlong(x, dim)"),
            rule("mean()").by("xDot.mean()", "rBar.div(x.size()).expandTo(x)"),
            rule("mean(int dim)").by("xDot.mean(dim)", "rBar.div(x.dim(dim)).expandAlong(x, dim)"),
            rule("mean(int dim, boolean keepDim)")
                    .by("xDot.mean(dim, keepDim)", "rBar.div(x.dim(dim)).expandAlong(x, dim)"),
            rule("max()").by("xDot.mul(x.tieShare(r)).sum()", "rBar.mul(x.tieShare(r))"),
            rule("min()").by("xDot.mul(x.tieShare(r)).sum()", "rBar.mul(x.tieShare(r))"),
            rule("amax(int dim)")
                    .by("xDot.mul(x.tieShare(r, dim)).sum(dim)", "rBar.expandAlong(x, dim).mul(x.tieShare(r, dim))"),
            rule("amax(int dim, boolean keepDim)")
                    .by(
                            "xDot.mul(x.tieShare(r, dim)).sum(dim, keepDim)",
                            "rBar.expandAlong(x, dim).mul(x.tieShare(r, dim))"),
            rule("amin(int dim)")
                    .by("xDot.mul(x.tieShare(r, dim)).sum(dim)", "rBar.expandAlong(x, dim).mul(x.tieShare(r, dim))"),
            rule("amin(int dim, boolean keepDim)")
                    .by(
                            "xDot.mul(x.tieShare(r, dim)).sum(dim, keepDim)",
                            "rBar.expandAlong(x, dim).mul(x.tieShare(r, dim))"),
            rule("tieShare(Tensor extreme)").by("0").by("0"),
            rule("tieShare(Tensor extreme, int dim)").by("0").by("0"),
            rule("prod()")
                    .by(
                            "xDot.mul(x.flatten().prodOfOthers().reshapeAs(x)).sum()",
                            "rBar.mul(x.flatten().prodOfOthers().reshapeAs(x))"),
            // ∂rᵢ/∂xⱼ is the product of all but xᵢ and xⱼ: that of the others of a matrix whose row i is x with 1 for
            // xᵢ.
            rule("prodOfOthers()")
                    .by(
                            "x.unsqueeze(-2).masked(Tensor.eye(x.dim(-1)).eq(0)).add(Tensor.eye(x.dtype(),"
                                    + " x.dim(-1))).prodOfOthers().mul(xDot.unsqueeze(-2).masked(Tensor.eye(x.dim(-1)).eq(0))).sum(-1)",
                            "x.unsqueeze(-2).masked(Tensor.eye(x.dim(-1)).eq(0)).add(Tensor.eye(x.dtype(),"
                                    + " x.dim(-1))).prodOfOthers().mul(rBar.unsqueeze(-1)).masked(Tensor.eye(x.dim(-1)).eq(0)).sum(-2)"),
            rule("norm()").by("xDot.mul(x.div(r).masked(r.ne(0))).sum()", "rBar.mul(x.div(r).masked(r.ne(0)))"),
            none("argmax()"),

            // Shape and parts
            rule("reshape(int... shape)").by("xDot.reshape(shape)", "rBar.reshapeAs(x)"),
            rule("reshapeAs(Tensor like)")
                    .by("xDot.reshapeAs(like)", "rBar.reshapeAs(x)")
                    .by("0"),
            rule("flatten()").by("xDot.flatten()", "rBar.reshapeAs(x)"),
            rule("t()").by("xDot.t()", "rBar.t()"),
            rule("transpose(int dim0, int dim1)").by("xDot.transpose(dim0, dim1)", "rBar.transpose(dim0, dim1)"),
            rule("permute(int... dims)").by("xDot.permute(dims)", "rBar.permuteBack(dims)"),
            rule("permuteBack(int... dims)").by("xDot.permuteBack(dims)", "rBar.permute(dims)"),
            rule("get(int... index)").by("xDot.get(index)", "rBar.placed(x, index)"),
            rule("placed(Tensor like, int... index)")
                    .by("xDot.placed(like, index)", "rBar.get(index).to(x.dtype())")
                    .by("0"),
            rule("narrow(int dim, int start, int length)")
                    .by("xDot.narrow(dim, start, length)", "rBar.placedAt(x, dim, start)"),
            rule("placedAt(Tensor like, int dim, int start)")
                    .by("xDot.placedAt(like, dim, start)", "rBar.narrow(dim, start, x.dim(dim)).to(x.dtype())")
                    .by("0"),
            rule("squeeze(int dim)").by("xDot.squeeze(dim)", "rBar.reshapeAs(x)"),
            rule("unsqueeze(int dim)").by("xDot.unsqueeze(dim)", "rBar.reshapeAs(x)"),
            rule("expand(int... shape)").by("xDot.expand(shape)", "rBar.sumTo(x)"),
            rule("expandAs(Tensor like)")
                    .by("xDot.expandAs(like)", "rBar.sumTo(x)")
                    .by("0"),
            rule("expandTo(Tensor like)")
                    .by("xDot.expandTo(like)", "rBar.sumTo(x)")
                    .by("0"),
            rule("sumTo(Tensor like)")
                    .by("xDot.sumTo(like)", "rBar.expandTo(x)")
                    .by("0"),
            rule("expandAlong(Tensor like, int dim)")
                    .by("xDot.expandAlong(like, dim)", "rBar.sum(dim).reshapeAs(x)")
                    .by("0"),
            rule("masked(Mask mask)").by("xDot.masked(mask)", "rBar.masked(mask).sumTo(x)"),
            rule("static where(Mask condition, Tensor x, Tensor y)")
                    .by("xDot.masked(condition).expandTo(r)", "rBar.masked(condition).sumTo(x)")
                    .by("yDot.masked(condition.not()).expandTo(r)", "rBar.masked(condition.not()).sumTo(y)"),
            rule("static stack(Tensor... xs)")
                    .byEach("Tensor.stack(xsDot)", "rBar.get(i).sumTo(xs[i])", "rBar.unstack(xs)"),
            rule("static cat(int dim, Tensor... xs)")
                    .byEach(
                            "Tensor.cat(dim, xsDot)",
                            "rBar.narrow(dim, Tensor.catStart(i, dim, xs), xs[i].dim(dim)).sumTo(xs[i])",
                            "rBar.uncat(dim, xs)"),
            none("static catStart(int i, int dim, Tensor... xs)"),
            rule("unstack(Tensor... xs)")
                    .by("xDot.unstack(xs)", "Tensor.stack(rBar).sumTo(x)")
                    .by("0"),
            rule("uncat(int dim, Tensor... xs)")
                    .by("xDot.uncat(dim, xs)", "Tensor.cat(dim, rBar).sumTo(x)")
                    .by("0"),

            // Linear algebra
            rule("mm(Tensor y)")
                    .by("xDot.mm(y)", "rBar.mm(y.t()).sumTo(x)")
                    .by("x.mm(yDot)", "x.t().mm(rBar).sumTo(y)"),
            rule("matmul(Tensor y)")
                    .by("xDot.matmul(y)", "rBar.matmulBarLeft(x, y)")
                    .by("x.matmul(yDot)", "rBar.matmulBarRight(x, y)"),
            // r = x·yᵀ summed to the shape of like, where x is the adjoint of like·y.
            rule("matmulBarLeft(Tensor like, Tensor y)")
                    .by("xDot.matmulBarLeft(like, y)", "rBar.matmul(y).sumTo(x)")
                    .by("0")
                    .by("x.matmulBarLeft(like, yDot)", "x.matmulBarRight(rBar, y)"),
            // r = leftᵀ·x summed to the shape of like, where x is the adjoint of left·like.
            rule("matmulBarRight(Tensor left, Tensor like)")
                    .by("xDot.matmulBarRight(left, like)", "left.matmul(rBar).sumTo(x)")
                    .by("x.matmulBarRight(leftDot, like)", "x.matmulBarLeft(left, rBar)")
                    .by("0"),
            rule("mv(Tensor y)").by("xDot.mv(y)", "rBar.outer(y).sumTo(x)").by("x.mv(yDot)", "x.t().mv(rBar).sumTo(y)"),
            rule("dot(Tensor y)").by("xDot.dot(y)", "rBar.mul(y).sumTo(x)").by("x.dot(yDot)", "rBar.mul(x).sumTo(y)"),
            rule("outer(Tensor y)")
                    .by("xDot.outer(y)", "rBar.mv(y).sumTo(x)")
                    .by("x.outer(yDot)", "rBar.t().mv(x).sumTo(y)"),
            rule("trace()").by("xDot.trace()", "rBar.mul(Tensor.eyeLike(x))"),
            // r = x⁻¹·y. ṙ = x⁻¹·(ẏ - ẋ·r); the adjoints are w = x⁻ᵀ·r̄ of y and -w·rᵀ of x.
            rule("solve(Tensor y)")
                    .by("x.solve(xDot.matmul(r)).neg()", "x.solveTransposed(rBar).matmulBarLeft(x, r).neg()")
                    .by("x.solve(yDot)", "x.solveTransposed(rBar).sumTo(y)"),
            rule("solveTransposed(Tensor y)")
                    .by("x.solveTransposed(xDot.t().matmul(r)).neg()", "r.matmulBarLeft(x, x.solve(rBar)).neg()")
                    .by("x.solveTransposed(yDot)", "x.solve(rBar).sumTo(y)"),

            // From and to Java numbers and arrays
            rule("static of(float... elements)")
                    .byEach("Tensor.of(elementsDot)", "(float) rBar.item(i)", "rBar.toFloatArray()"),
            rule("static of(double... elements)")
                    .byEach("Tensor.of(elementsDot)", "rBar.item(i)", "rBar.toDoubleArray()"),
            rule("static of(float[][] rows)").by("Tensor.of(rowsDot)", "rBar.toFloatMatrix()"),
            rule("static of(double[][] rows)").by("Tensor.of(rowsDot)", "rBar.toDoubleMatrix()"),
            rule("static scalar(float value)").by("Tensor.scalar(valueDot)", "(float) rBar.item()"),
            rule("static scalar(double value)").by("Tensor.scalar(valueDot)", "rBar.item()"),
            rule("static from(float[] data, int... shape)").by("Tensor.from(dataDot, shape)", "rBar.toFloatArray()"),
            rule("static from(double[] data, int... shape)").by("Tensor.from(dataDot, shape)", "rBar.toDoubleArray()"),
            rule("static full(double value, DType dtype, int... shape)")
                    .by("Tensor.full(valueDot, dtype, shape)", "rBar.sum().item()"),
            rule("static fullLike(Tensor like, double value)")
                    .by("0")
                    .by("Tensor.fullLike(like, valueDot)", "rBar.sum().item()"),
            rule("static linspace(double start, double end, int steps)")
                    .by("Tensor.linspace(startDot, 0, steps)", "rBar.dot(Tensor.linspace(1, 0, steps)).item()")
                    .by("Tensor.linspace(0, endDot, steps)", "rBar.dot(Tensor.linspace(0, 1, steps)).item()"),
            rule("static linspace(double start, double end, int steps, DType dtype)")
                    .by(
                            "Tensor.linspace(startDot, 0, steps, dtype)",
                            "rBar.dot(Tensor.linspace(1, 0, steps, dtype)).item()")
                    .by(
                            "Tensor.linspace(0, endDot, steps, dtype)",
                            "rBar.dot(Tensor.linspace(0, 1, steps, dtype)).item()"),
            rule("item()").by("xDot.item()", "Tensor.fullLike(x, rBar)"),
            rule("item(int... index)").by("xDot.item(index)", "Tensor.scalar(rBar).placed(x, index)"),
            rule("toFloatArray()").by("xDot.toFloatArray()", "Tensor.of(rBar).to(x.dtype()).reshapeAs(x)"),
            rule("toDoubleArray()").by("xDot.toDoubleArray()", "Tensor.of(rBar).to(x.dtype()).reshapeAs(x)"),
            rule("toFloatMatrix()").by("xDot.toFloatMatrix()", "Tensor.of(rBar).to(x.dtype()).reshapeAs(x)"),
            rule("toDoubleMatrix()").by("xDot.toDoubleMatrix()", "Tensor.of(rBar).to(x.dtype()).reshapeAs(x)"),
            rule("to(DType dtype)").by("xDot.to(dtype)", "rBar.to(x.dtype())"),

            // Constants
            none("static zeros(int... shape)"),
            none("static zeros(DType dtype, int... shape)"),
            none("static ones(int... shape)"),
            none("static ones(DType dtype, int... shape)"),
            none("static eye(int n)"),
            none("static eye(DType dtype, int n)"),
            none("static arange(int n)"),
            none("static randn(RandomGenerator random, int... shape)"),
            none("static rand(RandomGenerator random, int... shape)"),
            zero("static zerosLike(Tensor like)"),
            zero("static onesLike(Tensor like)"),
            zero("static eyeLike(Tensor like)"),

            // Facts and comparisons
            none("shape()"),
            none("dtype()"),
            none("rank()"),
            none("dim(int i)"),
            none("size()"),
            none("lt(Tensor y)"),
            none("lt(double y)"),
            none("le(Tensor y)"),
            none("le(double y)"),
            none("gt(Tensor y)"),
            none("gt(double y)"),
            none("ge(Tensor y)"),
            none("ge(double y)"),
            none("eq(Tensor y)"),
            none("eq(double y)"),
            none("ne(Tensor y)"),
            none("ne(double y)"),
            none("equals(Object other)"),
            none("hashCode()"),
            none("toString()"));
}
