package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/**
 * Systems of equations, inverses, determinants and Cholesky's factors. (Giles: Collected matrix derivative results for
 * forward and reverse mode algorithmic differentiation, 2008; Murray: Differentiation of the Cholesky decomposition,
 * 2016.) For the texts see {@link TensorRules}.
 */
final class SystemRules {

    private SystemRules() {}

    /** L⁻¹·ẋ·L⁻ᵀ of symmetric ẋ, where r is L: the same as its transpose. */
    private static final String WHITENED =
            "r.solveTriangular(r.solveTriangular(xDot.symmetricPart(), false).mT(), false)";
    /** L⁻ᵀ·Φ(LᵀL̄), where r is L, and Φ takes the lower triangle with half the diagonal. */
    private static final String HALF =
            "r.mT().solveTriangular(r.mT().matmul(rBar.triangle(false)).triangle(false, 0.5), true)";

    /**
     * How fast r, that of the cofactors c along y, changes along a direction: with ċ, that along the direction, the
     * derivative of det x · r = c·⟨c, y⟩ - c·yᵀ·c.
     */
    private static String thirdOfDet(String direction) {
        String c = "x.cofactors()";
        String change = "x.cofactorsAlong(" + direction + ")";
        return change + ".mul(" + product(c, "y") + ").add(" + c + ".mul(" + product(change, "y") + "))"
                + ".sub(" + change + ".matmul(y.mT()).matmul(" + c + "))"
                + ".sub(" + c + ".matmul(y.mT()).matmul(" + change + "))"
                + ".sub(r.mul(" + product(c, direction) + ")).div(x.det().unsqueeze(-1).unsqueeze(-1)).to(x.dtype())";
    }

    /** ⟨x, y⟩ of each two matrices, as a matrix with one element. */
    private static String product(String x, String y) {
        return x + ".mul(" + y + ").sum(-1).sum(-1).unsqueeze(-1).unsqueeze(-1)";
    }

    static final List<Rule> RULES = List.of(
            rule("mT()").by("xDot.mT()", "rBar.mT()"),
            // r = x⁻¹·y. ṙ = x⁻¹·(ẏ - ẋ·r); the adjoints are w = x⁻ᵀ·r̄ of y and -w·rᵀ of x.
            rule("solve(Tensor y)")
                    .by(
                            "x.solve(xDot.matmul(r.columnsFor(x))).reshapeAs(r).neg()",
                            "x.solveTransposed(rBar).columnsFor(x).matmul(r.columnsFor(x).mT()).neg().sumTo(x)")
                    .by("x.solve(yDot)", "x.solveTransposed(rBar).sumTo(y)"),
            rule("solveTransposed(Tensor y)")
                    .by(
                            "x.solveTransposed(xDot.mT().matmul(r.columnsFor(x))).reshapeAs(r).neg()",
                            "r.columnsFor(x).matmul(x.solve(rBar).columnsFor(x).mT()).neg().sumTo(x)")
                    .by("x.solveTransposed(yDot)", "x.solve(rBar).sumTo(y)"),
            rule("columnsFor(Tensor matrices)")
                    .by("xDot.columnsFor(matrices)", "rBar.reshapeAs(x)")
                    .by("0"),
            // r = x⁻¹·y or y·x⁻¹; with w the system with xᵀ and r̄, the adjoint of x is the triangle of -w·rᵀ or -rᵀ·w.
            rule("solveTriangular(Tensor y, boolean upper)")
                    .by(
                            "x.solveTriangular(xDot.triangle(upper).matmul(r), upper).neg()",
                            "x.mT().solveTriangular(rBar, !upper).matmul(r.mT()).triangle(upper).neg().sumTo(x)")
                    .by("x.solveTriangular(yDot, upper)", "x.mT().solveTriangular(rBar, !upper).sumTo(y)"),
            rule("solveTriangular(Tensor y, boolean upper, boolean left, boolean unitriangular)")
                    .by(
                            "x.solveTriangular(left ? xDot.triangle(upper, unitriangular ? 0 : 1).matmul(r) :"
                                    + " r.matmul(xDot.triangle(upper, unitriangular ? 0 : 1)), upper, left,"
                                    + " unitriangular).neg()",
                            "(left ? x.mT().solveTriangular(rBar, !upper, left, unitriangular).matmul(r.mT()) :"
                                    + " r.mT().matmul(x.mT().solveTriangular(rBar, !upper, left,"
                                    + " unitriangular))).triangle(upper, unitriangular ? 0 : 1).neg().sumTo(x)")
                    .by(
                            "x.solveTriangular(yDot, upper, left, unitriangular)",
                            "x.mT().solveTriangular(rBar, !upper, left, unitriangular).sumTo(y)"),
            rule("triangle(boolean upper)").by("xDot.triangle(upper)", "rBar.triangle(upper)"),
            rule("triangle(boolean upper, double onDiagonal)")
                    .by("xDot.triangle(upper, onDiagonal)", "rBar.triangle(upper, onDiagonal)")
                    .by(
                            "x.triangle(true).triangle(false).mul(onDiagonalDot)",
                            "rBar.mul(x.triangle(true).triangle(false)).sum().item()"),
            rule("symmetricPart()").by("xDot.symmetricPart()", "rBar.symmetricPart()"),
            // r = x/y where x isn't 0: ṙ = (ẋ - r·ẏ)/y.
            rule("divOrZero(Tensor y)")
                    .by("xDot.expandTo(r).divOrZero(y)", "rBar.divOrZero(y).sumTo(x)")
                    .by("r.mul(yDot).divOrZero(y).neg()", "r.mul(rBar).divOrZero(y).neg().sumTo(y)"),
            rule("static arrayOf(Tensor... xs)")
                    .byEach("Tensor.arrayOf(xsDot)", "Tensor.filled(rBar, r)[i]", "Tensor.filled(rBar, r)"),
            none("static filled(Tensor[] bars, Tensor[] like)"),
            none("static isUsed(Tensor[] bars, int i)"),
            rule("inverse()").by("r.matmul(xDot).matmul(r).neg()", "r.mT().matmul(rBar).matmul(r.mT()).neg()"),
            rule("det()")
                    .by(
                            "xDot.mul(x.cofactors()).sum(-1).sum(-1)",
                            "x.cofactors().mul(rBar.unsqueeze(-1).unsqueeze(-1))"),
            rule("cofactors()").by("x.cofactorsAlong(xDot)", "x.cofactorsAlong(rBar)"),
            // The second derivative of det, linear and symmetric in y and what it is asked along.
            rule("cofactorsAlong(Tensor y)")
                    .by(thirdOfDet("xDot"), thirdOfDet("rBar"))
                    .by("x.cofactorsAlong(yDot)", "x.cofactorsAlong(rBar).to(y.dtype())"),
            rule("logdet()")
                    .by(
                            "xDot.mul(x.inverse().mT()).sum(-1).sum(-1)",
                            "x.inverse().mT().mul(rBar.unsqueeze(-1).unsqueeze(-1))"),
            rule("slogdet()")
                    .by(
                            "Tensor.arrayOf(Tensor.zerosLike(r[0]), xDot.mul(x.inverse().mT()).sum(-1).sum(-1))",
                            "x.inverse().mT().mul(Tensor.filled(rBar, r)[1].unsqueeze(-1).unsqueeze(-1))"),
            // x = L·Lᵀ, r = L: L̇ = L·Φ(L⁻¹·ẋ·L⁻ᵀ), and the adjoint is the symmetric part of L⁻ᵀ·Φ(LᵀL̄)·L⁻¹.
            rule("cholesky()")
                    .by(
                            "r.matmul(" + WHITENED + ".triangle(false, 0.5))",
                            "r.mT().solveTriangular(" + HALF + ".mT(), true).symmetricPart()"),
            // r = A⁻¹·x, A = y·yᵀ: ṙ = -A⁻¹·Ȧ·r.
            rule("choleskySolve(Tensor y)")
                    .by("xDot.choleskySolve(y)", "rBar.choleskySolve(y).sumTo(x)")
                    .by(
                            "yDot.triangle(false).matmul(y.triangle(false).mT()).symmetricPart().mul(-2).matmul(r).choleskySolve(y)",
                            "rBar.choleskySolve(y).matmul(r.mT()).symmetricPart().mul(-2).matmul(y.triangle(false)).triangle(false).sumTo(y)"),
            rule("choleskyInverse()")
                    .by(
                            "r.matmul(xDot.triangle(false).matmul(x.triangle(false).mT()).symmetricPart().mul(-2)).matmul(r)",
                            "r.matmul(rBar).matmul(r).symmetricPart().mul(-2).matmul(x.triangle(false)).triangle(false)"));
}
