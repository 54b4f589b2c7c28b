package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/**
 * What takes each element together with those before it. Derivatives follow the recurrence rₖ = aₖrₖ₋₁ + xₖ, whose
 * adjoint runs the other way; no division, so that zeros do no harm. For the texts see {@link TensorRules}.
 */
final class CumulativeRules {

    private CumulativeRules() {}

    /** The logarithm of the share of the last element; 0, as that of the first, where there is none but −∞. */
    private static final String SHARE = "x.sub(r).masked(r.ne(Double.NEGATIVE_INFINITY))";

    static final List<Rule> RULES = List.of(
            rule("cumsum(int dim)").by("xDot.cumsum(dim)", "rBar.cumsumBack(dim)"),
            rule("cumsumBack(int dim)").by("xDot.cumsumBack(dim)", "rBar.cumsum(dim)"),
            rule("diff(int dim)").by("xDot.diff(dim)", "rBar.diffBack(x, 1, dim)"),
            rule("diff(int n, int dim)").by("xDot.diff(n, dim)", "rBar.diffBack(x, n, dim)"),
            rule("diffBack(Tensor like, int n, int dim)")
                    .by("xDot.diffBack(like, n, dim)", "rBar.diff(n, dim).to(x.dtype())")
                    .by("0"),
            rule("shifted(int dim)").by("xDot.shifted(dim)", "rBar.shiftedBack(dim)"),
            rule("shiftedBack(int dim)").by("xDot.shiftedBack(dim)", "rBar.shifted(dim)"),
            rule("recurrence(Tensor a, int dim)")
                    .by("xDot.recurrence(a, dim)", "rBar.recurrenceBack(a, dim).sumTo(x)")
                    .by(
                            "r.shifted(dim).mul(aDot).recurrence(a, dim).expandTo(r)",
                            "rBar.recurrenceBack(a, dim).mul(r.shifted(dim)).sumTo(a)"),
            rule("recurrenceBack(Tensor a, int dim)")
                    .by("xDot.recurrenceBack(a, dim)", "rBar.recurrence(a, dim).sumTo(x)")
                    .by(
                            "r.mul(aDot).shiftedBack(dim).recurrenceBack(a, dim).expandTo(r)",
                            "rBar.recurrence(a, dim).shifted(dim).mul(r).sumTo(a)"),
            // rₖ = xₖrₖ₋₁
            rule("cumprod(int dim)")
                    .by(
                            "xDot.mul(x.cumprodBefore(dim)).recurrence(x, dim)",
                            "rBar.recurrenceBack(x, dim).mul(x.cumprodBefore(dim))"),
            rule("cumprodBefore(int dim)")
                    .by(
                            "xDot.mul(r).recurrence(x, dim).shifted(dim)",
                            "rBar.shiftedBack(dim).recurrenceBack(x, dim).mul(r)"),
            // ṙₖ = (1 − pₖ)·ṙₖ₋₁ + pₖẋₖ with the share pₖ = e^(xₖ − rₖ) of the last
            rule("logcumsumexp(int dim)")
                    .by(
                            SHARE + ".exp().mul(xDot).recurrence(" + SHARE + ".expm1().neg(), dim)",
                            "rBar.recurrenceBack(" + SHARE + ".expm1().neg(), dim).mul(" + SHARE + ".exp())"));
}
