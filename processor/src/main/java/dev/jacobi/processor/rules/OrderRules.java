package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * What sorts, or chooses by order. The derivative follows the chosen elements. For the texts see {@link TensorRules}.
 */
final class OrderRules {

    private OrderRules() {}

    static final List<Rule> RULES = rules();

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(
                none("sortPositions(int dim, boolean descending)"),
                none("topkPositions(int k, int dim, boolean largest)"),
                none("kthPositions(int k, int dim, boolean keepDim)"),
                none("medianPositions(int dim, boolean keepDim)"),
                none("quantilePositions(double q, int dim, boolean keepDim, boolean above)"),
                none("runningPositions(int dim, boolean largest)"),
                none("maxPoolPositions(int kernel, int stride, int padding, int dims)"),
                none("argsort(int dim)"),
                none("argsort(int dim, boolean descending)"),
                chosen("sort(int dim)", "sortPositions(dim, false)"),
                chosen("sort(int dim, boolean descending)", "sortPositions(dim, descending)"),
                chosen("topk(int k, int dim)", "topkPositions(k, dim, true)"),
                chosen("topk(int k, int dim, boolean largest)", "topkPositions(k, dim, largest)"),
                chosen("kthvalue(int k, int dim)", "kthPositions(k, dim, false)"),
                chosen("kthvalue(int k, int dim, boolean keepDim)", "kthPositions(k, dim, keepDim)"),
                rule("median()").by("xDot.mul(x.tieShare(r)).sum()", "rBar.mul(x.tieShare(r))"),
                chosen("median(int dim)", "medianPositions(dim, false)"),
                chosen("median(int dim, boolean keepDim)", "medianPositions(dim, keepDim)"),
                chosen("cummax(int dim)", "runningPositions(dim, true)"),
                chosen("cummin(int dim)", "runningPositions(dim, false)"),
                rule("quantile(double q)")
                        .by(
                                "xDot.take(x.flatten().quantilePositions(q, 0, false, false)).mul(1 - "
                                        + share("x.size()")
                                        + ").add(xDot.take(x.flatten().quantilePositions(q, 0, false,"
                                        + " true)).mul(" + share("x.size()") + "))",
                                added(
                                                "rBar.mul(1 - " + share("x.size()") + ")",
                                                "flatten().quantilePositions(q, 0, false, false)")
                                        + ".add("
                                        + added(
                                                "rBar.mul(" + share("x.size()") + ")",
                                                "flatten().quantilePositions(q, 0, false, true)")
                                        + ")")
                        .by(
                                "x.take(x.flatten().quantilePositions(q, 0, false, true))"
                                        + ".sub(x.take(x.flatten().quantilePositions(q, 0, false, false)))"
                                        + ".mul((x.size() - 1) * qDot)",
                                "x.take(x.flatten().quantilePositions(q, 0, false, true))"
                                        + ".sub(x.take(x.flatten().quantilePositions(q, 0, false, false)))"
                                        + ".mul(rBar).sum().item() * (x.size() - 1)")
                        .on(-2, 2, 0.05, 0.95)));
        for (String keep : List.of("false", "keepDim")) {
            String low = "quantilePositions(q, dim, " + keep + ", false)";
            String high = "quantilePositions(q, dim, " + keep + ", true)";
            String share = share("x.countAlong(dim)");
            String slope = "x.take(x." + high + ").sub(x.take(x." + low + "))";
            rules.add(rule("quantile(double q, int dim" + (keep.equals("false") ? ")" : ", boolean keepDim)"))
                    .by(
                            "xDot.take(x." + low + ").mul(1 - " + share + ").add(xDot.take(x." + high + ").mul(" + share
                                    + "))",
                            added("rBar.mul(1 - " + share + ")", low) + ".add(" + added("rBar.mul(" + share + ")", high)
                                    + ")")
                    .by(
                            slope + ".mul((x.countAlong(dim) - 1) * qDot)",
                            slope + ".mul(rBar).sum().item() * (x.countAlong(dim) - 1)")
                    .on(-2, 2, 0.05, 0.95));
        }
        return List.copyOf(rules);
    }

    private static Rule chosen(String header, String positions) {
        return rule(header).by("xDot.take(x." + positions + ")", added("rBar", positions));
    }

    /** The adjoint of taking elements of x: zeros, and each added at its position. */
    private static String added(String bar, String positions) {
        return "Tensor.zerosLike(x).put(x." + positions + ", " + bar + ", true)";
    }

    /** How far between its neighbours a quantile lies. */
    private static String share(String count) {
        return "(q * (" + count + " - 1) - Math.floor(q * (" + count + " - 1)))";
    }
}
