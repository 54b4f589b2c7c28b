package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;
import static dev.jacobi.processor.rules.Rule.zero;

import java.util.List;

/** Elements by where they are, sums without some, and integrals. For the texts see {@link TensorRules}. */
final class SearchRules {

    private static final String KNOWN = "known = x.isnan().not()";

    private SearchRules() {}

    static final List<Rule> RULES = List.of(
            defined("max(int dim)", extreme("max", "false")),
            defined("max(int dim, boolean keepDim)", extreme("max", "keepDim")),
            defined("min(int dim)", extreme("min", "false")),
            defined("min(int dim, boolean keepDim)", extreme("min", "keepDim")),
            none("extremePositions(String operation, int dim, boolean keepDim)"),
            defined("unique()", "x.take(x.uniquePositions())"),
            none("uniquePositions()"),
            zero("histc(int bins)"),
            zero("histc(int bins, double min, double max)").by("0").by("0"),
            defined(
                            "gumbelSoftmax(RandomGenerator random, double tau, int dim)",
                            "scores = x.along(\"gumbelSoftmax\", dim)",
                            "scores.add(scores.gumbelNoise(random)).div(tau).softmax(dim)")
                    .on(-2, 2, 0.5, 2),
            zero("gumbelNoise(RandomGenerator random)"),
            none("searchsorted(Tensor values, boolean right)"),
            none("bucketize(Tensor boundaries, boolean right)"),
            defined("nansum()", "x.masked(x.isnan().not()).sum()"),
            defined(
                    "nansum(int dim, boolean keepDim)",
                    "values = x.along(\"nansum\", dim)",
                    "values.masked(values.isnan().not()).sum(dim, keepDim)"),
            defined("nanmean()", KNOWN, "x.masked(known).sum().div(known.count())"),
            defined(
                    "nanmean(int dim, boolean keepDim)",
                    "values = x.along(\"nanmean\", dim)",
                    "known = values.isnan().not()",
                    "values.masked(known).sum(dim, keepDim).div(known.toTensor(x.dtype()).sum(dim, keepDim))"),
            defined("trapezoid(double dx, int dim)", pairs("trapezoid") + ".sum(dim).mul(0.5 * dx)"),
            defined(
                    "cumulativeTrapezoid(double dx, int dim)",
                    pairs("cumulativeTrapezoid") + ".cumsum(dim).mul(0.5 * dx)"),
            defined(
                    "trapezoid(Tensor points, int dim)",
                    pairs("trapezoid") + ".mul(points.pointSteps(\"trapezoid\", x, dim)).sum(dim).mul(0.5)"),
            defined(
                    "cumulativeTrapezoid(Tensor points, int dim)",
                    pairs("cumulativeTrapezoid")
                            + ".mul(points.pointSteps(\"cumulativeTrapezoid\", x, dim)).cumsum(dim).mul(0.5)"),
            defined(
                    "pairSums(int dim)",
                    "pairs = Math.max(0, x.dim(dim) - 1)",
                    "x.narrow(dim, 0, pairs).add(x.narrow(dim, x.dim(dim) - pairs, pairs))"),
            rule("pointSteps(String operation, Tensor like, int dim)")
                    .by(
                            "xDot.pointSteps(operation, like, dim)",
                            "rBar.flatten().pad(1, 0).sub(rBar.flatten().pad(0, 1))")
                    .by("0"));

    private static String pairs(String operation) {
        return "x.alongOwn(\"" + operation + "\", dim).pairSums(dim)";
    }

    private static String extreme(String operation, String keepDim) {
        return "x.take(x.extremePositions(\"" + operation + "\", dim, " + keepDim + "))";
    }
}
