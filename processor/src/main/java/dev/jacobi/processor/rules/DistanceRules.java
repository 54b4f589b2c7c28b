package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Lengths.over;
import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/** Distances and angles. The derivative of a distance that is 0 is 0. For the texts see {@link TensorRules}. */
final class DistanceRules {

    /** The sums of the rows of w. */
    private static final String WEIGHTS = "(transposed ? x.sum(-2, true).mT() : x.sum(-1, true))";

    private DistanceRules() {}

    static final List<Rule> RULES = List.of(
            // ṙᵢⱼ = ẋᵢ·(xᵢ − yⱼ)/rᵢⱼ, x̄ᵢ = Σⱼ r̄ᵢⱼ/rᵢⱼ·(xᵢ − yⱼ).
            rule("cdist(Tensor y)")
                    .by(over("xDot.pairSlopes(x, y)", "r"), over("rBar", "r") + ".pairPulls(x, y, false).sumTo(x)")
                    .by(over("yDot.pairSlopes(y, x).mT()", "r"), over("rBar", "r") + ".pairPulls(y, x, true).sumTo(y)"),
            rule("pdist()")
                    .by(
                            over("xDot.pairSlopes(x, x).pairSquareBack()", "r"),
                            over("rBar", "r") + ".pairSquare(x.dim(0)).pairPulls(x, x, false)"),
            rule("pairSquare(int n)").by("xDot.pairSquare(n)", "rBar.pairSquareBack()"),
            rule("pairSquareBack()").by("xDot.pairSquareBack()", "rBar.pairSquare(x.dim(0))"),
            // rᵢⱼ = xᵢ·(likeᵢ − yⱼ)
            rule("pairSlopes(Tensor like, Tensor y)")
                    .by("xDot.pairSlopes(like, y)", "rBar.pairPulls(like, y, false).sumTo(x)")
                    .by("likeDot.mul(x).sum(-1, true).expandTo(r)", "rBar.sum(-1, true).mul(x).sumTo(like)")
                    .by("x.matmul(yDot.mT()).neg().expandTo(r)", "rBar.mT().matmul(x).neg().sumTo(y)"),
            // rᵢ = Σⱼ wᵢⱼ·(likeᵢ − yⱼ) with w = x or xᵀ
            rule("pairPulls(Tensor like, Tensor y, boolean transposed)")
                    .by(
                            "xDot.pairPulls(like, y, transposed)",
                            "(transposed ? rBar.pairSlopes(like, y).mT() : rBar.pairSlopes(like, y)).sumTo(x)")
                    .by("likeDot.mul(" + WEIGHTS + ").expandTo(r)", "rBar.mul(" + WEIGHTS + ").sumTo(like)")
                    .by(
                            "(transposed ? x.mT() : x).matmul(yDot).neg().expandTo(r)",
                            "(transposed ? x : x.mT()).matmul(rBar).neg().sumTo(y)"),
            defined(
                    "cosineSimilarity(Tensor y, int dim)",
                    "vectors = x.broadcastWith(\"cosineSimilarity\", y)",
                    "vectors.cosines(y.broadcastWith(\"cosineSimilarity\", x), dim)"),
            rule("broadcastWith(String operation, Tensor like)")
                    .by("xDot.broadcastWith(operation, like)", "rBar.sumTo(x)")
                    .by("0"),
            rule("cosines(Tensor y, int dim)")
                    .by(
                            "xDot.mul(" + turning("x", "y") + ").sum(dim)",
                            "rBar.unsqueeze(dim).mul(" + turning("x", "y") + ").sumTo(x)")
                    .by(
                            "yDot.mul(" + turning("y", "x") + ").sum(dim)",
                            "rBar.unsqueeze(dim).mul(" + turning("y", "x") + ").sumTo(y)"));

    /** ∂r/∂x = (y/‖y‖ − r·x/‖x‖) / ‖x‖. */
    private static String turning(String x, String y) {
        return direction(y) + ".sub(" + direction(x) + ".mul(r.unsqueeze(dim))).div(" + length(x) + ")";
    }

    private static String direction(String x) {
        return x + ".div(" + length(x) + ")";
    }

    private static String length(String x) {
        return x + ".norm(2, dim, true).clamp(1e-8, Double.POSITIVE_INFINITY)";
    }
}
