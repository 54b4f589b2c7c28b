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

    private static final String ROWS = "x.atLeast1d().to(DType.FLOAT64)";

    /** The products of the elements before each. */
    private static final String BEFORE = ROWS + ".cumprodBefore(-1)";

    /** The products of the elements after each. */
    private static final String AFTER = ROWS + ".flip(-1).cumprodBefore(-1).flip(-1)";

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
            // ∂rᵢ/∂xⱼ is the product of all but xᵢ and xⱼ, and so a symmetric matrix
            rule("prodOfOthers()").by(othersOfTwo("xDot", "r"), othersOfTwo("rBar", "x")),
            rule("norm()").by("xDot.mul(" + over("x", "r") + ").sum()", "rBar.mul(" + over("x", "r") + ")"),
            none("argmax()"));

    /**
     * Σⱼ vⱼ·Πₖ xₖ over k other than i and j, for j other than i: with what is before i changed, or what is after it. In
     * double, as {@code prodOfOthers} is.
     */
    private static String othersOfTwo(String v, String like) {
        String changes = v + ".atLeast1d().to(DType.FLOAT64)";
        String before = changes + ".mul(" + BEFORE + ").recurrence(" + ROWS + ", -1).shifted(-1)";
        String after = changes + ".mul(" + AFTER + ").shiftedBack(-1).recurrenceBack(" + ROWS + ", -1)";
        return before + ".mul(" + AFTER + ").add(" + BEFORE + ".mul(" + after + ")).to(x.dtype()).reshapeAs(" + like
                + ")";
    }
}
