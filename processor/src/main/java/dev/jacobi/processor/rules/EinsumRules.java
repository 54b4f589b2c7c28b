package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Lengths.over;
import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Einstein's sum, the products that are special cases of it, and functions of matrices. For the texts see
 * {@link TensorRules}.
 */
final class EinsumRules {

    private EinsumRules() {}

    /** Whatever the number of operands, r is linear in each. */
    private static final List<String> OPERANDS = List.of("x", "y", "z", "w", "v", "u");

    private static Rule einsum(int count) {
        List<String> operands = OPERANDS.subList(0, count);
        Rule rule = rule("static einsum(String equation, " + declared(operands) + ")");
        for (int k = 0; k < count; k++) {
            rule = rule.by(
                    "Tensor.einsum(equation, " + with(operands, k, operands.get(k) + "Dot") + ")",
                    "rBar.einsumBar(equation, " + k + ", " + String.join(", ", operands) + ")");
        }
        return rule;
    }

    /**
     * r is the adjoint of operand k, x that of the sum: linear in x, whose adjoint is the sum with r̄ for operand k,
     * and in each other operand i, whose adjoint is what k's is with r̄ in k's place.
     */
    private static Rule einsumBar(int count) {
        List<String> operands = List.of("y", "z", "w", "v", "u", "t").subList(0, count);
        String all = String.join(", ", operands);
        Rule rule = rule("einsumBar(String equation, int k, " + declared(operands) + ")");
        String replaced = String.join(
                ", ",
                IntStream.range(0, count)
                        .mapToObj(i -> "k == " + i + " ? rBar : " + operands.get(i))
                        .toList());
        rule = rule.by(
                "xDot.einsumBar(equation, k, " + all + ")", "Tensor.einsum(equation, " + replaced + ").sumTo(x)");
        for (int i = 0; i < count; i++) {
            String own = operands.get(i);
            rule = rule.by(
                    "k == " + i + " ? Tensor.zerosLike(r) : x.einsumBar(equation, k, " + with(operands, i, own + "Dot")
                            + ")",
                    "k == " + i + " ? Tensor.zerosLike(" + own + ") : x.einsumBar(equation, " + i + ", " + replaced
                            + ")");
        }
        return rule;
    }

    private static String declared(List<String> operands) {
        return String.join(", ", operands.stream().map(name -> "Tensor " + name).toList());
    }

    private static String with(List<String> operands, int k, String instead) {
        List<String> changed = new ArrayList<>(operands);
        changed.set(k, instead);
        return String.join(", ", changed);
    }

    /** A product of two tensors by an equation, that of r. */
    private static Rule product(String header, String call, String equation) {
        return rule(header)
                .by("xDot." + call, "rBar.einsumBar(" + equation + ", 0, x, y)")
                .by("x." + call.replace("(y", "(yDot"), "rBar.einsumBar(" + equation + ", 1, x, y)");
    }

    /**
     * What f makes of [[a, e], [0, a]] has, at the upper right, its derivative at a along e; that of aᵀ is its adjoint.
     */
    private static Rule function(String header, String call) {
        return rule(header).by(upperRight("x", "xDot", call), upperRight("x.mT()", "rBar", call));
    }

    private static String upperRight(String a, String e, String call) {
        return "Tensor.cat(-2, Tensor.cat(-1, " + a + ", " + e + "), Tensor.cat(-1, Tensor.zerosLike(x), " + a + "))."
                + call + ".narrow(-2, 0, x.dim(-1)).narrow(-1, x.dim(-1), x.dim(-1))";
    }

    /** j·xʲ⁻¹ */
    private static final String VANDER_SLOPE =
            "Tensor.cat(-1, Tensor.zerosLike(x).unsqueeze(-1), x.vander(n).narrow(-1,"
                    + " 0, n - 1).mul(Tensor.arange(n).narrow(0, 1, n - 1)))";

    private static final String CENTRED = "x.sub(x.mean(-1, true))";

    private static final List<Rule> PRODUCTS = List.of(
            product("tensordot(Tensor y, int dims)", "tensordot(y, dims)", "Tensor.tensordotEquation(x, y, dims)"),
            product("inner(Tensor y)", "inner(y)", "Tensor.innerEquation(x, y)"),
            rule("kron(Tensor y)")
                    .by("xDot.kron(y)", "rBar.kronPairs(x, y).einsumBar(Tensor.kronEquation(x, y), 0, x, y)")
                    .by("x.kron(yDot)", "rBar.kronPairs(x, y).einsumBar(Tensor.kronEquation(x, y), 1, x, y)"),
            product(
                    "tensordot(Tensor y, int[] dimsOfX, int[] dimsOfY)",
                    "tensordot(y, dimsOfX, dimsOfY)",
                    "Tensor.tensordotEquation(x, y, dimsOfX, dimsOfY)"),
            none("static tensordotEquation(Tensor x, Tensor y, int dims)"),
            none("static tensordotEquation(Tensor x, Tensor y, int[] dimsOfX, int[] dimsOfY)"),
            defined("multiDot(Tensor y, Tensor z)", "x.multiDotLeft(y, z) ? x.mm(y).mm(z) : x.mm(y.mm(z))"),
            none("multiDotLeft(Tensor y, Tensor z)"),
            defined("vecdot(Tensor y, int dim)", "x.mul(y.fittingAlong(\"vecdot\", \"y\", x, dim)).sum(dim)"),
            defined(
                    "corrcoef()",
                    "covariances = x.atLeast2d().covariances(\"corrcoef\")",
                    "deviations = covariances.diagonal().sqrt()",
                    "correlations = covariances.div(deviations.unsqueeze(1)).div(deviations.unsqueeze(0)).clamp(-1, 1)",
                    "x.rank() < 2 ? correlations.sum() : correlations"),
            defined(
                    "cond()",
                    "values = x.singularValues(\"cond\")",
                    "values.dim(-1) == 0 ? values.sum(-1) : values.select(-1, 0).div(values.select(-1, -1))"),
            none("static innerEquation(Tensor x, Tensor y)"),
            none("static kronEquation(Tensor x, Tensor y)"),
            rule("kronPairs(Tensor y, Tensor z)")
                    .by("xDot.kronPairs(y, z)", "rBar.reshapeAs(x)")
                    .by("0")
                    .by("0"),
            rule("bmm(Tensor y)")
                    .by("xDot.bmm(y)", "rBar.matmulBarLeft(x, y)")
                    .by("x.bmm(yDot)", "rBar.matmulBarRight(x, y)"),
            rule("addmm(Tensor y, Tensor z)")
                    .by("xDot.expandTo(r)", "rBar.sumTo(x)")
                    .by("yDot.mm(z).expandTo(r)", "rBar.mm(z.t()).sumTo(y)")
                    .by("y.mm(zDot).expandTo(r)", "y.t().mm(rBar).sumTo(z)"),
            rule("addmv(Tensor y, Tensor z)")
                    .by("xDot.expandTo(r)", "rBar.sumTo(x)")
                    .by("yDot.mv(z).expandTo(r)", "rBar.outer(z).sumTo(y)")
                    .by("y.mv(zDot).expandTo(r)", "y.t().mv(rBar).sumTo(z)"),
            rule("baddbmm(Tensor y, Tensor z)")
                    .by("xDot.expandTo(r)", "rBar.sumTo(x)")
                    .by("yDot.bmm(z).expandTo(r)", "rBar.matmulBarLeft(y, z)")
                    .by("y.bmm(zDot).expandTo(r)", "rBar.matmulBarRight(y, z)"),
            rule("ger(Tensor y)").by("xDot.ger(y)", "rBar.mv(y).sumTo(x)").by("x.ger(yDot)", "rBar.t().mv(x).sumTo(y)"),
            rule("vdot(Tensor y)")
                    .by("xDot.vdot(y)", "rBar.mul(y).sumTo(x)")
                    .by("x.vdot(yDot)", "rBar.mul(x).sumTo(y)"),
            rule("cross(Tensor y, int dim)")
                    .by("xDot.cross(y, dim)", "y.cross(rBar, dim).sumTo(x)")
                    .by("x.cross(yDot, dim)", "rBar.cross(x, dim).sumTo(y)"),
            function("matrixPower(int n)", "matrixPower(n)"),
            function("matrixExp()", "matrixExp()"),
            rule("vander(int n)")
                    .by(
                            "xDot.unsqueeze(-1).mul(" + VANDER_SLOPE + ").to(x.dtype())",
                            "rBar.mul(" + VANDER_SLOPE + ").sum(-1)"),
            defined(
                    "cov()",
                    "covariances = x.atLeast2d().covariances(\"cov\")",
                    "x.rank() < 2 ? covariances.sum() : covariances"),
            rule("covariances(String operation)")
                    .by(
                            "xDot.mm(" + CENTRED + ".t()).symmetricPart().mul(2.0 / (x.dim(-1) - 1))",
                            "rBar.symmetricPart().mm(" + CENTRED + ").mul(2.0 / (x.dim(-1) - 1))"),
            rule("matrixNorm()")
                    .by(
                            over("xDot.mul(x).sum(-1).sum(-1)", "r"),
                            "x.mul(" + over("rBar", "r") + ".unsqueeze(-1).unsqueeze(-1))"),
            rule("nuclearNorm()")
                    .by(
                            "x.svd()[0].mul(xDot.matmul(x.svd()[2].mT())).sum(-1).sum(-1)",
                            "x.svd()[0].matmul(x.svd()[2]).mul(rBar.unsqueeze(-1).unsqueeze(-1))"));

    static final List<Rule> RULES = Stream.concat(
                    IntStream.rangeClosed(1, OPERANDS.size()).boxed().flatMap(n -> Stream.of(einsum(n), einsumBar(n))),
                    PRODUCTS.stream())
            .toList();
}
