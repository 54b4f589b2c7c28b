package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/**
 * Java's operators on floating-point numbers: names are the operators' signs, {@code neg} is the unary minus and
 * {@code cast} any conversion. One line serves float and double.
 */
final class OperatorRules {

    private OperatorRules() {}

    static final List<Rule> RULES = List.of(
            rule("+(T x, T y)").by("1").by("1"),
            rule("-(T x, T y)").by("1").by("-1"),
            rule("*(T x, T y)").by("y").by("x"),
            rule("/(T x, T y)").by("1 / y").by("-r / y").on(-2, 2, 0.5, 2),
            // x less a whole multiple of y: the multiple's count is (x - r) / y.
            rule("%(T x, T y)").by("1").by("(r - x) / y").on(5.2, 5.8, 2, 2.2),
            rule("neg(T x)").by("-1"),
            rule("plus(T x)").by("1"),
            rule("cast(T x)").by("1"),
            // What @NoDerivative marks
            none("constant(T x)"));
}
