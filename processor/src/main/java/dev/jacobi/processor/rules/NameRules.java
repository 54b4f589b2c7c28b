package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;

import java.util.List;

/** Second names of operations, those of the Python array API standard where they differ from the first. */
final class NameRules {

    private NameRules() {}

    static final List<Rule> RULES = List.of(
            defined("subtract(Tensor y)", "x.sub(y)"),
            defined("subtract(double y)", "x.sub(y)"),
            defined("multiply(Tensor y)", "x.mul(y)"),
            defined("multiply(double y)", "x.mul(y)"),
            defined("divide(Tensor y)", "x.div(y)"),
            defined("divide(double y)", "x.div(y)"),
            defined("negative()", "x.neg()"),
            defined("clip(double min, double max)", "x.clamp(min, max)"),
            defined("moveaxis(int source, int destination)", "x.movedim(source, destination)"),
            defined("static concat(int dim, Tensor... xs)", "Tensor.cat(dim, xs)"),
            none("less(Tensor y)"),
            none("less(double y)"),
            none("lessEqual(Tensor y)"),
            none("lessEqual(double y)"),
            none("greater(Tensor y)"),
            none("greater(double y)"),
            none("greaterEqual(Tensor y)"),
            none("greaterEqual(double y)"),
            none("notEqual(Tensor y)"),
            none("notEqual(double y)"));
}
