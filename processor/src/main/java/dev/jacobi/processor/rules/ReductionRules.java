package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Lengths.over;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/**
 * What takes a dimension, or all of them, together. The derivative of an extreme is shared evenly between ties, that of
 * a norm at 0 is 0. For the texts see {@link TensorRules}.
 */
final class ReductionRules {

    private ReductionRules() {}

    static final List<Rule> RULES = List.of(
            rule("sum()").by("xDot.sum()", "rBar.expandTo(x)"),
            rule("sum(int dim)").by("xDot.sum(dim)", "rBar.unsqueeze(dim).expandTo(x)"),
            rule("sum(int dim, boolean keepDim)")
                    .by("xDot.sum(dim, keepDim)", "(keepDim ? rBar : rBar.unsqueeze(dim)).expandTo(x)"),
            rule("mean()").by("xDot.mean()", "rBar.div(x.size()).expandTo(x)"),
            rule("mean(int dim)").by("xDot.mean(dim)", "rBar.div(x.dim(dim)).unsqueeze(dim).expandTo(x)"),
            rule("mean(int dim, boolean keepDim)")
                    .by(
                            "xDot.mean(dim, keepDim)",
                            "(keepDim ? rBar : rBar.unsqueeze(dim)).div(x.dim(dim)).expandTo(x)"),
            rule("max()").by("xDot.mul(x.tieShare(r)).sum()", "rBar.mul(x.tieShare(r))"),
            rule("min()").by("xDot.mul(x.tieShare(r)).sum()", "rBar.mul(x.tieShare(r))"),
            rule("amax(int dim)")
                    .by("xDot.mul(x.tieShare(r, dim)).sum(dim)", "rBar.unsqueeze(dim).mul(x.tieShare(r, dim))"),
            rule("amax(int dim, boolean keepDim)")
                    .by(
                            "xDot.mul(x.tieShare(r, dim)).sum(dim, keepDim)",
                            "(keepDim ? rBar : rBar.unsqueeze(dim)).mul(x.tieShare(r, dim))"),
            rule("amin(int dim)")
                    .by("xDot.mul(x.tieShare(r, dim)).sum(dim)", "rBar.unsqueeze(dim).mul(x.tieShare(r, dim))"),
            rule("amin(int dim, boolean keepDim)")
                    .by(
                            "xDot.mul(x.tieShare(r, dim)).sum(dim, keepDim)",
                            "(keepDim ? rBar : rBar.unsqueeze(dim)).mul(x.tieShare(r, dim))"),
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
            rule("norm()").by("xDot.mul(" + over("x", "r") + ").sum()", "rBar.mul(" + over("x", "r") + ")"),
            none("argmax()"));
}
