package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/**
 * x = P·L·U. With C = L⁻¹·Pᵀ·ẋ·U⁻¹, of which the strict lower triangle is L⁻¹·L̇ and the rest U̇·U⁻¹, L̇ = L·tril(C)
 * and U̇ = triu(C)·U; the adjoint is P·L⁻ᵀ·(tril(Lᵀ·L̄) + triu(Ū·Uᵀ))·U⁻ᵀ. For the texts see {@link TensorRules}.
 *
 * <p>Where x isn't square, C is that of its first rows and columns, L̇ = B·U₁⁻¹ − L·triu(C) of B's first columns, and
 * U̇ = L₁⁻¹·B − tril(C)·U of its first rows. The adjoint is P·(L̄·U₁⁻ᵀ + L₁⁻ᵀ·Ū − L₁⁻ᵀ·(triu(Lᵀ·L̄) +
 * tril(Ū·Uᵀ))·U₁⁻ᵀ), each part with zeros below or to its right.
 */
final class FactorRules {

    private FactorRules() {}

    // Of a matrix that needn't be square: L₁ is the upper square of L and U₁ the left one of U, and B = Pᵀ·ẋ.

    /** U₁, by which derivatives divide. */
    private static final String REGULAR = "r[2].narrow(-1, 0, r[2].dim(-2)).regularFactor(\"lu\")";

    private static final String UNIT = "r[1].narrow(-2, 0, r[1].dim(-1))";

    private static final String ROWS = "r[0].mT().matmul(xDot)";

    /** B's first columns times U₁⁻¹. */
    private static final String BY_UPPER =
            REGULAR + ".solveTriangular(" + ROWS + ".narrow(-1, 0, r[1].dim(-1)), true, false, false)";

    /** L₁⁻¹·B₁·U₁⁻¹ */
    private static final String INSIDE =
            UNIT + ".solveTriangular(" + BY_UPPER + ".narrow(-2, 0, r[1].dim(-1)), false, true, true)";

    private static final String ANY_LOWER_DOT =
            BY_UPPER + ".sub(r[1].matmul(" + INSIDE + ".triangle(true))).triangle(false, 0)";

    private static final String ANY_UPPER_DOT =
            UNIT + ".solveTriangular(" + ROWS + ".narrow(-2, 0, r[1].dim(-1)), false, true, true).sub(" + INSIDE
                    + ".triangle(false, 0).matmul(r[2])).triangle(true)";

    private static final String LOWER_BAR = "Tensor.filled(rBar, r)[1].triangle(false, 0)";

    private static final String UPPER_BAR = "Tensor.filled(rBar, r)[2].triangle(true)";

    /** triu(Lᵀ·L̄) + tril(Ū·Uᵀ, −1), of which L₁⁻ᵀ·…·U₁⁻ᵀ is taken away again where both parts of the adjoint are. */
    private static final String BETWEEN = "r[1].mT().matmul(" + LOWER_BAR + ").triangle(true).add(" + UPPER_BAR
            + ".matmul(r[2].mT()).triangle(false, 0))";

    private static final String ANY_BAR = REGULAR + ".mT().solveTriangular(" + LOWER_BAR + ".sub("
            + UNIT + ".mT().solveTriangular(" + BETWEEN + ", true, true, true)"
            + ".pad(0, 0, 0, x.dim(-2) - r[1].dim(-1))), false, false, false)"
            + ".pad(0, x.dim(-1) - r[1].dim(-1)).add("
            + UNIT + ".mT().solveTriangular(" + UPPER_BAR + ", true, true, true)"
            + ".pad(0, 0, 0, x.dim(-2) - r[1].dim(-1)))";

    static final List<Rule> RULES = List.of(
            rule("luFactor()")
                    .by(
                            lowerDot("r", inside("r", "xDot.luRows(x, x.luPivots(), false)")) + ".add("
                                    + upperDot("r", inside("r", "xDot.luRows(x, x.luPivots(), false)")) + ")",
                            bar("r", "rBar.triangle(false, 0)", "rBar.triangle(true)")
                                    + ".luRows(x, x.luPivots(), true)"),
            rule("lu()")
                    .by(
                            "Tensor.arrayOf(Tensor.zerosLike(r[0]), " + ANY_LOWER_DOT + ", " + ANY_UPPER_DOT + ")",
                            "r[0].matmul(" + ANY_BAR + ")"),
            none("luPivots()"),
            rule("luRows(Tensor like, Index pivots, boolean back)")
                    .by("xDot.luRows(like, pivots, back)", "rBar.luRows(like, pivots, !back).sumTo(x)")
                    .by("0"),
            defined(
                    "luSolve(Index pivots, Tensor y)",
                    "rows = y.luRows(x, pivots, false)",
                    "x.regularFactor(\"luSolve\").solveTriangular("
                            + "x.solveTriangular(rows, false, true, true), true, true, false)"),
            rule("regularFactor(String operation)").by("xDot", "rBar"));

    /** C of the rows Pᵀ·ẋ. */
    private static String inside(String factors, String rows) {
        return factors + ".solveTriangular(" + factors + ".solveTriangular(" + rows
                + ", false, true, true), true, false, false)";
    }

    private static String lowerDot(String lower, String inside) {
        String strict = inside + ".triangle(false, 0)";
        return lower + ".triangle(false, 0).matmul(" + strict + ").add(" + strict + ")";
    }

    private static String upperDot(String upper, String inside) {
        return inside + ".triangle(true).matmul(" + upper + ".triangle(true))";
    }

    /** Of the permuted x, given the bars' triangles. */
    private static String bar(String factors, String lowerBar, String upperBar) {
        String between = factors + ".triangle(false, 0).mT().matmul(" + lowerBar + ").add(" + lowerBar
                + ").triangle(false, 0).add(" + upperBar + ".matmul(" + factors
                + ".triangle(true).mT()).triangle(true))";
        return factors + ".mT().solveTriangular(" + factors + ".mT().solveTriangular(" + between
                + ", true, true, true), false, false, false)";
    }
}
