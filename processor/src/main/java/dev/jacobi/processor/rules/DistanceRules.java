package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/** Distances and angles. The derivative of a distance that is 0 is 0. For the texts see {@link TensorRules}. */
final class DistanceRules {

    /** The unit vectors from the rows of y to those of x; nothing is divided by 0, which would spoil derivatives. */
    private static final String UNIT = "x.unsqueeze(-2).sub(y.unsqueeze(-3))"
            + ".div(Tensor.where(r.ne(0), r, 1).unsqueeze(-1)).masked(r.unsqueeze(-1).ne(0))";

    private DistanceRules() {}

    static final List<Rule> RULES = List.of(
            rule("cdist(Tensor y)")
                    .by(
                            "xDot.unsqueeze(-2).mul(" + UNIT + ").sum(-1)",
                            "rBar.unsqueeze(-1).mul(" + UNIT + ").sum(-2).sumTo(x)")
                    .by(
                            "yDot.unsqueeze(-3).mul(" + UNIT + ").sum(-1).neg()",
                            "rBar.unsqueeze(-1).mul(" + UNIT + ").sum(-3).neg().sumTo(y)"),
            rule("cosineSimilarity(Tensor y, int dim)")
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
