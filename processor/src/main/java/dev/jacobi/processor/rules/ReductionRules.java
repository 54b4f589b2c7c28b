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

    /** Off the diagonal of a square of rows. */
    private static final String OTHER = "Tensor.eye(x.countAlong(-1)).eq(0)";

    private static final String OTHERS_OF_TWO = "x.atLeast1d().unsqueeze(-2).masked(" + OTHER
            + ").add(Tensor.eye(x.dtype(), x.countAlong(-1))).prodOfOthers()";

    private ReductionRules() {}

    static final List<Rule> RULES = List.of(
            rule("sum()").by("xDot.sum()", "rBar.expandTo(x)"),
            rule("sum(int dim)").by("xDot.sum(dim)", "rBar.unsqueeze(dim).expandTo(x)"),
            rule("sum(int dim, boolean keepDim)")
                    .by("xDot.sum(dim, keepDim)", "(keepDim ? rBar : rBar.unsqueeze(dim)).expandTo(x)"),
            rule("mean()").by("xDot.mean()", "rBar.div(x.size()).expandTo(x)"),
            rule("mean(int dim)").by("xDot.mean(dim)", "rBar.div(x.countAlong(dim)).unsqueeze(dim).expandTo(x)"),
            rule("mean(int dim, boolean keepDim)")
                    .by(
                            "xDot.mean(dim, keepDim)",
                            "(keepDim ? rBar : rBar.unsqueeze(dim)).div(x.countAlong(dim)).expandTo(x)"),
            rule("max()").by("xDot.mul(x.tieShare(r)).sum()", "rBar.mul(x.tieShare(r))"),
            rule("min()").by("xDot.mul(x.tieShare(r)).sum()", "rBar.mul(x.tieShare(r))"),
            rule("amax(int dim)")
                    .by(
                            "xDot.mul(x.tieShare(r, dim)).sum(dim)",
                            "rBar.unsqueeze(dim).expandTo(x).mul(x.tieShare(r, dim))"),
            rule("amax(int dim, boolean keepDim)")
                    .by(
                            "xDot.mul(x.tieShare(r, dim)).sum(dim, keepDim)",
                            "(keepDim ? rBar : rBar.unsqueeze(dim)).expandTo(x).mul(x.tieShare(r, dim))"),
            rule("amin(int dim)")
                    .by(
                            "xDot.mul(x.tieShare(r, dim)).sum(dim)",
                            "rBar.unsqueeze(dim).expandTo(x).mul(x.tieShare(r, dim))"),
            rule("amin(int dim, boolean keepDim)")
                    .by(
                            "xDot.mul(x.tieShare(r, dim)).sum(dim, keepDim)",
                            "(keepDim ? rBar : rBar.unsqueeze(dim)).expandTo(x).mul(x.tieShare(r, dim))"),
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
                            OTHERS_OF_TWO + ".mul(xDot.atLeast1d().unsqueeze(-2).masked(" + OTHER
                                    + ")).sum(-1).reshapeAs(r)",
                            OTHERS_OF_TWO + ".mul(rBar.unsqueeze(-1)).masked(" + OTHER + ").sum(-2).reshapeAs(x)"),
            rule("norm()").by("xDot.mul(" + over("x", "r") + ").sum()", "rBar.mul(" + over("x", "r") + ")"),
            none("argmax()"));
}
