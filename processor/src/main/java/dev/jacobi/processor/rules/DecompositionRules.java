package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/**
 * QR, eigenvalues, singular values and what is made of them. Divisions by differences of eigenvalues go by
 * {@code divOrZero}, so that equal ones do no harm where vectors aren't used. (Walter, Lehmann: Algorithmic
 * differentiation of linear algebra functions with application in optimum experimental design, 2010; Giles: Collected
 * matrix derivative results for forward and reverse mode algorithmic differentiation, 2008; Townsend: Differentiating
 * the singular value decomposition, 2016; Golub, Pereyra: The differentiation of pseudo-inverses and nonlinear least
 * squares problems whose variables separate, 1973.) For the texts see {@link TensorRules}.
 */
final class DecompositionRules {

    private DecompositionRules() {}

    /** The parts of x and R beside the first k columns, with which a wide x has no more to do than R₂ = Qᵀ·x₂. */
    private static final String BESIDE = ".narrow(-1, r[0].dim(-1), x.dim(-1) - r[0].dim(-1))";
    /** The first k columns. */
    private static final String FIRST = ".narrow(-1, 0, r[0].dim(-1))";
    /** Of R, which derivatives divide by. */
    private static final String REGULAR = "r[1]" + FIRST + ".regularFactor(\"qr\")";
    /** ẋ·R⁻¹ of the first k columns. */
    private static final String OVER_R = REGULAR + ".solveTriangular(xDot" + FIRST + ", true, false, false)";
    /** The strict lower triangle L of C = Qᵀ·ẋ·R⁻¹. */
    private static final String LOWER = "r[0].mT().matmul(" + OVER_R + ").triangle(false, 0)";
    /** Q̇ = Q·(L - Lᵀ) + (1 - Q·Qᵀ)·ẋ·R⁻¹. */
    private static final String Q_DOT = "r[0].matmul(" + LOWER + ".sub(" + LOWER + ".mT())).add(" + OVER_R
            + ").sub(r[0].matmul(r[0].mT().matmul(" + OVER_R + ")))";
    /** R̄, whose lower triangle counts for nothing. */
    private static final String R_BAR = "Tensor.filled(rBar, r)[1].triangle(true)";
    /** Q̄ with what comes by R₂ = Qᵀ·x₂. */
    private static final String Q_BAR =
            "Tensor.filled(rBar, r)[0].add(x" + BESIDE + ".matmul(" + R_BAR + BESIDE + ".mT()))";
    /** R·R̄ᵀ - Q̄ᵀ·Q, made symmetric by its lower triangle. */
    private static final String MIRRORED = "r[1]" + FIRST + ".matmul(" + R_BAR + FIRST + ".mT()).sub(" + Q_BAR
            + ".mT().matmul(r[0])).triangle(false, 0.5).symmetricPart().mul(2)";

    /** Without its diagonal, over λⱼ - λᵢ of eigenvalues. */
    private static String overGaps(String matrix, String values) {
        return matrix + ".masked(Mask.eye(" + values + ".dim(-1)).not()).divOrZero(" + values + ".unsqueeze(-2).sub("
                + values + ".unsqueeze(-1)))";
    }

    /**
     * The same of an adjoint that the {@code i}-th result brings, if it was used. Then 0 over 0 is NaN: for equal
     * values the vectors' adjoint alone doesn't say what the limit is.
     */
    private static String barOverGaps(int i, String matrix, String values) {
        String gaps = values + ".unsqueeze(-2).sub(" + values + ".unsqueeze(-1))";
        return "(Tensor.isUsed(rBar, " + i + ") ? " + matrix + ".masked(Mask.eye(" + values + ".dim(-1)).not()).div("
                + gaps + ".add(Tensor.eyeLike(" + gaps + "))) : Tensor.zerosLike(" + gaps + "))";
    }

    private static String diagonal(String matrix) {
        return matrix + ".masked(Mask.eye(" + matrix + ".dim(-1))).sum(-1)";
    }

    private static String diagonalMatrix(String values) {
        return values + ".unsqueeze(-1).masked(Mask.eye(" + values + ".dim(-1)))";
    }

    /** Vᵀ·ẋ·V */
    private static final String IN_EIGENVECTORS = "r[1].mT().matmul(xDot.symmetricPart()).matmul(r[1])";

    /** Uᵀ·ẋ·V */
    private static final String IN_SINGULAR_VECTORS = "r[0].mT().matmul(xDot).matmul(r[2].mT())";

    private static final String TALL = "x.dim(-2) > x.dim(-1)";
    private static final String WIDE = "x.dim(-2) < x.dim(-1)";

    /** U·(F∘(P·S + S·Pᵀ)) + (1 - U·Uᵀ)·ẋ·V·S⁻¹ with P = Uᵀ·ẋ·V, Fᵢⱼ = 1 / (sⱼ² - sᵢ²). */
    private static final String U_DOT = "r[0].matmul("
            + overGaps(
                    IN_SINGULAR_VECTORS + ".mul(r[1].unsqueeze(-2)).add(" + IN_SINGULAR_VECTORS
                            + ".mT().mul(r[1].unsqueeze(-1)))",
                    "r[1].square()")
            + ").add(" + TALL + " ? xDot.matmul(r[2].mT()).sub(r[0].matmul(" + IN_SINGULAR_VECTORS
            + ")).divOrZero(r[1].unsqueeze(-2)) : Tensor.zerosLike(r[0]))";

    /** (F∘(S·P + Pᵀ·S))ᵀ·Vᵀ + S⁻¹·Uᵀ·ẋ·(1 - V·Vᵀ) */
    private static final String VH_DOT = overGaps(
                    IN_SINGULAR_VECTORS + ".mul(r[1].unsqueeze(-1)).add(" + IN_SINGULAR_VECTORS
                            + ".mT().mul(r[1].unsqueeze(-2)))",
                    "r[1].square()")
            + ".mT().matmul(r[2]).add(" + WIDE + " ? r[0].mT().matmul(xDot).sub(" + IN_SINGULAR_VECTORS
            + ".matmul(r[2])).divOrZero(r[1].unsqueeze(-1)) : Tensor.zerosLike(r[2]))";

    private static final String U_BAR = "Tensor.filled(rBar, r)[0]";
    private static final String VH_BAR = "Tensor.filled(rBar, r)[2]";
    /** (F∘(Uᵀ·Ū - Ūᵀ·U))·S + S·(F∘(Vᵀ·V̄ - V̄ᵀ·V)) + diag(s̄) */
    private static final String BETWEEN = barOverGaps(
                    0, "r[0].mT().matmul(" + U_BAR + ").sub(" + U_BAR + ".mT().matmul(r[0]))", "r[1].square()")
            + ".mul(r[1].unsqueeze(-2)).add("
            + barOverGaps(2, "r[2].matmul(" + VH_BAR + ".mT()).sub(" + VH_BAR + ".matmul(r[2].mT()))", "r[1].square()")
            + ".mul(r[1].unsqueeze(-1))).add(" + diagonalMatrix("Tensor.filled(rBar, r)[1]") + ")";

    /** ∂P = -P·ẋ·P + P·Pᵀ·ẋᵀ·(1 - x·P) + (1 - P·x)·ẋᵀ·Pᵀ·P of a pseudoinverse P. */
    private static String pinvDot(String p) {
        return p + ".matmul(" + p + ".mT()).matmul(xDot.mT().sub(xDot.mT().matmul(x).matmul(" + p
                + "))).add(xDot.mT().sub("
                + p + ".matmul(x.matmul(xDot.mT()))).matmul(" + p + ".mT()).matmul(" + p + ")).sub(" + p
                + ".matmul(xDot).matmul(" + p + "))";
    }

    /** The adjoint: -Pᵀ·P̄·Pᵀ + (1 - x·P)·P̄ᵀ·P·Pᵀ + Pᵀ·P·P̄ᵀ·(1 - P·x). */
    private static String pinvBar(String p, String bar) {
        return bar + ".mT().sub(x.matmul(" + p + ".matmul(" + bar + ".mT()))).matmul(" + p + ").matmul(" + p
                + ".mT()).add("
                + p + ".mT().matmul(" + p + ").matmul(" + bar + ".mT().sub(" + bar + ".mT().matmul(" + p
                + ").matmul(x)))).sub(" + p + ".mT().matmul(" + bar + ").matmul(" + p + ".mT()))";
    }

    static final List<Rule> RULES = List.of(
            // Ṙ = Q̇ᵀ·x + Qᵀ·ẋ; x̄ = (Q̄ + Q·(R·R̄ᵀ - Q̄ᵀ·Q made symmetric by its lower triangle))·R⁻ᵀ.
            rule("qr()")
                    .by(
                            "Tensor.arrayOf(" + Q_DOT + ", (" + Q_DOT
                                    + ").mT().matmul(x).add(r[0].mT().matmul(xDot)).triangle(true))",
                            "Tensor.cat(-1, " + REGULAR + ".mT().solveTriangular(" + Q_BAR + ".add(r[0].matmul("
                                    + MIRRORED + ")), false, false, false), r[0].matmul(" + R_BAR + BESIDE + "))"),
            // λ̇ = diag(Vᵀ·ẋ·V), V̇ = V·(F∘(Vᵀ·ẋ·V)) with Fᵢⱼ = 1 / (λⱼ - λᵢ).
            rule("eigh()")
                    .by(
                            "Tensor.arrayOf(" + diagonal("(" + IN_EIGENVECTORS + ")") + ", r[1].matmul("
                                    + overGaps(IN_EIGENVECTORS, "r[0]") + "))",
                            "r[1].matmul("
                                    + barOverGaps(1, "r[1].mT().matmul(Tensor.filled(rBar, r)[1])", "r[0]")
                                    + ".add(" + diagonalMatrix("Tensor.filled(rBar, r)[0]")
                                    + ")).matmul(r[1].mT()).symmetricPart()"),
            rule("eigvalsh()")
                    .by(
                            "x.eigh()[1].mul(xDot.symmetricPart().matmul(x.eigh()[1])).sum(-2)",
                            "x.eigh()[1].mul(rBar.unsqueeze(-2)).matmul(x.eigh()[1].mT())"),
            rule("svd()")
                    .by(
                            "Tensor.arrayOf(" + U_DOT + ", " + diagonal("(" + IN_SINGULAR_VECTORS + ")") + ", " + VH_DOT
                                    + ")",
                            "r[0].matmul(" + BETWEEN + ").matmul(r[2]).add(" + TALL + " && Tensor.isUsed(rBar, 0) ? "
                                    + U_BAR + ".sub(r[0].matmul(r[0].mT().matmul(" + U_BAR
                                    + "))).div(r[1].unsqueeze(-2)).matmul(r[2]) : " + WIDE
                                    + " && Tensor.isUsed(rBar, 2) ? r[0].matmul(" + VH_BAR + ".sub(" + VH_BAR
                                    + ".matmul(r[2].mT()).matmul(r[2])).div(r[1].unsqueeze(-1))) :"
                                    + " Tensor.zerosLike(x))"),
            singularValues("svdvals()"),
            singularValues("singularValues(String operation)"),
            rule("pinv()").by(pinvDot("r"), pinvBar("r", "rBar")),
            // r = P·y.
            rule("lstsq(Tensor y)")
                    .by(
                            "(" + pinvDot("x.pinv()") + ").matmul(y.columnsFor(x)).reshapeAs(r)",
                            "(" + pinvBar("x.pinv()", "rBar.columnsFor(x).matmul(y.columnsFor(x).mT())") + ").sumTo(x)")
                    .by("x.lstsq(yDot)", "x.pinv().mT().matmul(rBar.columnsFor(x)).reshapeAs(x.matmul(r)).sumTo(y)"),
            none("matrixRank()"));

    private static Rule singularValues(String header) {
        return rule(header)
                .by(
                        "x.svd()[0].mul(xDot.matmul(x.svd()[2].mT())).sum(-2)",
                        "x.svd()[0].mul(rBar.unsqueeze(-2)).matmul(x.svd()[2])");
    }
}
