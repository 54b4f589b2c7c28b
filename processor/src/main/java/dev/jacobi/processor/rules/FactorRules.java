package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/**
 * x = P·L·U. With C = L⁻¹·Pᵀ·ẋ·U⁻¹, of which the strict lower triangle is L⁻¹·L̇ and the rest U̇·U⁻¹, L̇ = L·tril(C)
 * and U̇ = triu(C)·U; the adjoint is P·L⁻ᵀ·(tril(Lᵀ·L̄) + triu(Ū·Uᵀ))·U⁻ᵀ. For the texts see {@link TensorRules}.
 */
final class FactorRules {

    private FactorRules() {}

    /** U, by which derivatives divide. */
    private static final String REGULAR = "r[2].regularFactor(\"lu\")";

    static final List<Rule> RULES = List.of(
            rule("luFactor()")
                    .by(
                            lowerDot("r", inside("r", "xDot.luRows(x, x.luPivots(), false)")) + ".add("
                                    + upperDot("r", inside("r", "xDot.luRows(x, x.luPivots(), false)")) + ")",
                            bar("r", "rBar.triangle(false, 0)", "rBar.triangle(true)")
                                    + ".luRows(x, x.luPivots(), true)"),
            rule("lu()")
                    .by(
                            "Tensor.arrayOf(Tensor.zerosLike(r[0]), "
                                    + lowerDot("r[1]", inside("r[1]", REGULAR, "r[0].mT().matmul(xDot)")) + ", "
                                    + upperDot("r[2]", inside("r[1]", REGULAR, "r[0].mT().matmul(xDot)")) + ")",
                            "r[0].matmul("
                                    + bar(
                                            "r[1]",
                                            REGULAR,
                                            "Tensor.filled(rBar, r)[1].triangle(false, 0)",
                                            "Tensor.filled(rBar, r)[2].triangle(true)")
                                    + ")"),
            none("luPivots()"),
            rule("luRows(Tensor like, Index pivots, boolean back)")
                    .by("xDot.luRows(like, pivots, back)", "rBar.luRows(like, pivots, !back)")
                    .by("0"),
            defined(
                    "luSolve(Index pivots, Tensor y)",
                    "rows = y.luRows(x, pivots, false)",
                    "x.regularFactor(\"luSolve\").solveTriangular("
                            + "x.solveTriangular(rows, false, true, true), true, true, false)"),
            rule("regularFactor(String operation)").by("xDot", "rBar"));

    private static String inside(String factors, String rows) {
        return inside(factors, factors, rows);
    }

    /** C of the rows Pᵀ·ẋ. */
    private static String inside(String lower, String upper, String rows) {
        return upper + ".solveTriangular(" + lower + ".solveTriangular(" + rows
                + ", false, true, true), true, false, false)";
    }

    private static String lowerDot(String lower, String inside) {
        String strict = inside + ".triangle(false, 0)";
        return lower + ".triangle(false, 0).matmul(" + strict + ").add(" + strict + ")";
    }

    private static String upperDot(String upper, String inside) {
        return inside + ".triangle(true).matmul(" + upper + ".triangle(true))";
    }

    private static String bar(String factors, String lowerBar, String upperBar) {
        return bar(factors, factors, lowerBar, upperBar);
    }

    /** Of the permuted x, given the bars' triangles. */
    private static String bar(String lower, String upper, String lowerBar, String upperBar) {
        String between = lower + ".triangle(false, 0).mT().matmul(" + lowerBar + ").add(" + lowerBar
                + ").triangle(false, 0).add(" + upperBar + ".matmul(" + upper + ".triangle(true).mT()).triangle(true))";
        return upper + ".mT().solveTriangular(" + lower + ".mT().solveTriangular(" + between
                + ", true, true, true), false, false, false)";
    }
}
