package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Lengths.nonZero;
import static dev.jacobi.processor.rules.Lengths.over;
import static dev.jacobi.processor.rules.Lengths.size;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums, extremes, products, variances and norms along some dimensions. The derivative of a deviation that is 0 is 0,
 * and so is that of a norm by an element that is. For the texts see {@link TensorRules}.
 */
final class StatisticsRules {

    private StatisticsRules() {}

    static final List<Rule> RULES = rules();

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(
                rule("sum(int[] dims, boolean keepDim)").by("xDot.sum(dims, keepDim)", "rBar.expandAlong(x, dims)"),
                rule("mean(int[] dims, boolean keepDim)")
                        .by("xDot.mean(dims, keepDim)", "rBar.div(x.countAlong(dims)).expandAlong(x, dims)"),
                rule("expandAlong(Tensor like, int[] dims)")
                        .by("xDot.expandAlong(like, dims)", "rBar.sum(dims, false).reshapeAs(x)")
                        .by("0"),
                rule("tieShare(Tensor extreme, int[] dims)").by("0").by("0"),
                none("countAlong(int[] dims)"),
                none("countAlong(int dim)"),
                none("argmin()"),
                none("argmax(int dim)"),
                none("argmax(int dim, boolean keepDim)"),
                none("argmin(int dim)"),
                none("argmin(int dim, boolean keepDim)"),
                none("countNonzero()"),
                none("countNonzero(int dim)")));
        for (String extreme : List.of("amax", "amin")) {
            rules.add(rule(extreme + "(int[] dims, boolean keepDim)")
                    .by(
                            "xDot.mul(x.tieShare(r, dims)).sum(dims, keepDim)",
                            "rBar.expandAlong(x, dims).mul(x.tieShare(r, dims))"));
        }
        for (Extent extent : List.of(Extent.DIM, Extent.DIM_KEPT)) {
            rules.add(extent.prod());
        }
        for (Extent extent : List.of(Extent.ALL, Extent.DIM, Extent.DIM_KEPT)) {
            rules.add(extent.var(extent.operands, "1"));
            rules.add(extent.std(extent.operands, "1"));
        }
        rules.add(Extent.DIMS.var("int[] dims, int correction, boolean keepDim", "correction"));
        rules.add(Extent.DIMS.std("int[] dims, int correction, boolean keepDim", "correction"));
        for (Extent extent : List.of(Extent.ALL, Extent.DIM, Extent.DIM_KEPT, Extent.DIMS)) {
            rules.add(extent.norm("norm"));
        }
        rules.add(Extent.ROWS.norm("normalizeBy"));
        return List.copyOf(rules);
    }

    /**
     * What is reduced together, and how that is said in texts.
     *
     * @param operands those that say it
     * @param arguments of a reduction
     * @param along the operand that names dimensions, after a comma
     * @param kept the arguments of a reduction that keeps dimensions
     * @param count how many elements are made one
     */
    private record Extent(String operands, String arguments, String along, String kept, String count) {
        static final Extent ALL = new Extent("", "", "", "", "x.size()");
        static final Extent DIM = new Extent("int dim", "dim", ", dim", "dim, true", "x.countAlong(dim)");
        static final Extent DIM_KEPT =
                new Extent("int dim, boolean keepDim", "dim, keepDim", ", dim", "dim, true", "x.countAlong(dim)");

        /** Along a dimension that is always kept. */
        static final Extent ROWS = new Extent("int dim", "dim, true", ", dim", "dim, true", "x.countAlong(dim)");

        static final Extent DIMS = new Extent(
                "int[] dims, boolean keepDim", "dims, keepDim", ", dims", "dims, true", "x.countAlong(dims)");

        private String sum(String terms) {
            return terms + ".sum(" + arguments + ")";
        }

        private String repeated(String reduced) {
            return along.isEmpty() ? reduced + ".expandTo(x)" : reduced + ".expandAlong(x" + along + ")";
        }

        /** By the product of the others. */
        Rule prod() {
            String others = "x.transpose(dim, -1).prodOfOthers().transpose(dim, -1)";
            return rule("prod(" + operands + ")")
                    .by(sum("xDot.mul(" + others + ")"), repeated("rBar") + ".mul(" + others + ")");
        }

        /** r = Σd²/m with d = x − mean; ∂r/∂x = 2d/m. */
        Rule var(String operands, String correction) {
            String slope = centred() + ".mul(2.0 / " + divisor(correction) + ")";
            return rule("var(" + operands + ")")
                    .by(sum("xDot.mul(" + slope + ")"), repeated("rBar") + ".mul(" + slope + ")");
        }

        /** r² = Σd²/m; ∂r/∂x = d/mr. */
        Rule std(String operands, String correction) {
            String slope = centred() + ".mul(1.0 / " + divisor(correction) + ")";
            return rule("std(" + operands + ")")
                    .by(over(sum("xDot.mul(" + slope + ")"), "r"), repeated(over("rBar", "r")) + ".mul(" + slope + ")");
        }

        private String centred() {
            return "x.sub(x.mean(" + kept + "))";
        }

        private String divisor(String correction) {
            return "Math.max(" + count + " - " + correction + ", 0)";
        }

        /** ∂r/∂x = sign(x)·(|x|/r)^(p−1), and ∂r/∂p = r·(Σw·ln|x| − ln r)/p with the weights w = (|x|/r)^p. */
        Rule norm(String operation) {
            String length = repeated(nonZero("r"));
            String share = "Tensor.where(x.ne(0), x.abs().div(" + length + "), 1)";
            String slope = "(p == 2 ? x.div(" + length + ")"
                    + " : p == 1 ? x.sign()"
                    + " : p == 0 ? Tensor.zerosLike(x)"
                    + " : Double.isInfinite(p) ? x.sign().mul(x.abs().tieShare(r" + along + "))"
                    + " : x.div(" + length + ").mul(" + share + ".pow(p - 2)).masked(x.ne(0)))";
            String logarithms = sum(share + ".pow(p).mul(" + size("x") + ".log()).masked(x.ne(0))") + ".sub("
                    + size("r") + ".log())";
            String byP = "r.mul(" + logarithms + ".masked(r.ne(0))).div(p)";
            return rule(operation + "(double p" + (operands.isEmpty() ? "" : ", " + operands) + ")")
                    .by(sum("xDot.mul(" + slope + ")"), repeated("rBar") + ".mul(" + slope + ")")
                    .by(byP + ".mul(pDot)", "rBar.mul(" + byP + ").sum().item()")
                    .on(-2, 2, 1.5, 3.5);
        }
    }
}
