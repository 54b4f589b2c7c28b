package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;
import java.util.stream.Stream;

/** Products of matrices and vectors, and all else of linear algebra. For the texts see {@link TensorRules}. */
final class LinearAlgebraRules {

    private LinearAlgebraRules() {}

    private static final List<Rule> PRODUCTS = List.of(
            rule("mm(Tensor y)")
                    .by("xDot.mm(y)", "rBar.matmulBarLeft(x, y)")
                    .by("x.mm(yDot)", "rBar.matmulBarRight(x, y)"),
            rule("matmul(Tensor y)")
                    .by("xDot.matmul(y)", "rBar.matmulBarLeft(x, y)")
                    .by("x.matmul(yDot)", "rBar.matmulBarRight(x, y)"),
            // r = x·yᵀ summed to the shape of like, where x is the adjoint of like·y.
            rule("matmulBarLeft(Tensor like, Tensor y)")
                    .by("xDot.matmulBarLeft(like, y)", "rBar.matmul(y).sumTo(x)")
                    .by("0")
                    .by("x.matmulBarLeft(like, yDot)", "x.matmulBarRight(rBar, y)"),
            // r = leftᵀ·x summed to the shape of like, where x is the adjoint of left·like.
            rule("matmulBarRight(Tensor left, Tensor like)")
                    .by("xDot.matmulBarRight(left, like)", "left.matmul(rBar).sumTo(x)")
                    .by("x.matmulBarRight(leftDot, like)", "x.matmulBarLeft(left, rBar)")
                    .by("0"),
            rule("mv(Tensor y)").by("xDot.mv(y)", "rBar.outer(y).sumTo(x)").by("x.mv(yDot)", "rBar.matmul(x).sumTo(y)"),
            rule("dot(Tensor y)").by("xDot.dot(y)", "rBar.mul(y).sumTo(x)").by("x.dot(yDot)", "rBar.mul(x).sumTo(y)"),
            rule("outer(Tensor y)")
                    .by("xDot.outer(y)", "rBar.mv(y).sumTo(x)")
                    .by("x.outer(yDot)", "x.matmul(rBar).sumTo(y)"),
            rule("trace()").by("xDot.trace()", "rBar.mul(Tensor.eyeLike(x))"));

    static final List<Rule> RULES = Stream.of(
                    PRODUCTS, SystemRules.RULES, DecompositionRules.RULES, FactorRules.RULES, EinsumRules.RULES)
            .flatMap(List::stream)
            .toList();
}
