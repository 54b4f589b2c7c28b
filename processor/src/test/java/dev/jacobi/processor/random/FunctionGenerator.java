package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes functions, hands them around, and calls them. */
final class FunctionGenerator {

    private static final List<MathFunction> SMOOTH = Arrays.stream(MathFunction.values())
            .filter(f -> f.parameters().equals(List.of(Type.DOUBLE)) && f.result() == Type.DOUBLE)
            .toList();

    private final Workshop shop;
    private final Dice dice;

    FunctionGenerator(Workshop shop) {
        this.shop = shop;
        this.dice = shop.dice;
    }

    /** {@code DoubleUnaryOperator f = v -> t;}, which other lambdas may use. */
    Statement named(Scope scope) {
        String name = scope.fresh(dice);
        scope.lambdas().add(name);
        Variable parameter = new Variable(scope.fresh(dice), Type.DOUBLE);
        Scope inside = scope.ofLambda(parameter);
        inside.lambdas().remove(name);
        return new Lambda(name, parameter, shop.terms.term(Type.DOUBLE, dice.between(1, 3), inside));
    }

    /** {@code DoubleUnaryOperator f = t;}, which may be assigned again. */
    Statement variable(Scope scope) {
        Term value = function(2, scope);
        Variable variable = new Variable(scope.fresh(dice), Type.FUNCTION);
        scope.add(variable, true);
        return new Statement.Declare(variable, Statement.Style.PLAIN, Optional.of(value));
    }

    Term function(int depth, Scope scope) {
        List<Term> names = names(scope);
        if (!names.isEmpty() && (depth <= 0 || dice.chance(0.4))) {
            return dice.pick(names);
        }
        int deeper = depth > 0 ? 1 : 0;
        return switch (dice.weighted(2, 2, 5 * deeper, 3 * deeper, 2 * deeper, 3 * deeper, names.isEmpty() ? 0 : 2)) {
            case 0 -> new FunctionTerm.OfMath(dice.pick(SMOOTH));
            case 1 -> reference();
            case 2 -> arrow(depth, scope);
            case 3 ->
                new Term.Choose(
                        shop.terms.term(Type.BOOLEAN, depth - 1, scope),
                        function(depth - 1, scope),
                        function(depth - 1, scope));
            case 4 -> shop.terms.invoke(Type.FUNCTION, depth, scope).orElseGet(() -> reference());
            case 5 -> block(scope);
            default -> new FunctionTerm.Joined(dice.pick(names), function(depth - 1, scope), dice.chance(0.5));
        };
    }

    private List<Term> names(Scope scope) {
        return Stream.concat(
                        scope.lambdas().stream().map(name -> new Variable(name, Type.FUNCTION)),
                        scope.readable(Type.FUNCTION).stream())
                .<Term>map(Term.Read::new)
                .toList();
    }

    private Term reference() {
        List<Signature> fitting = shop.callable.stream()
                .filter(s -> s.parameters().equals(List.of(Type.DOUBLE))
                        && s.result().isNumber())
                .toList();
        return fitting.isEmpty()
                ? new FunctionTerm.OfMath(dice.pick(SMOOTH))
                : new FunctionTerm.OfMethod(dice.pick(fitting));
    }

    /** Not inside another, whose variables it would have to know; its own no declaration around it may have. */
    private Term arrow(int depth, Scope scope) {
        if (scope.targets().switches() > 0) {
            return reference();
        }
        Variable parameter = new Variable(scope.fresh(dice) + "_0", Type.DOUBLE);
        Scope inside = scope.ofLambda(parameter);
        return new FunctionTerm.Arrow(parameter, shop.terms.term(Type.DOUBLE, depth, inside));
    }

    /** As an arrow: not inside another. */
    private Term block(Scope scope) {
        if (scope.targets().switches() > 0) {
            return reference();
        }
        Variable parameter = new Variable(scope.fresh(dice) + "_0", Type.DOUBLE);
        Scope inside = scope.ofBlock(parameter);
        List<Statement> body = shop.giving(Type.DOUBLE).statements.returningBody(2, inside);
        return new FunctionTerm.Block(parameter, body, dice.chance(0.4));
    }

    /** A call of a function in scope, if there is one. */
    Optional<Term> call(int depth, Scope scope) {
        List<Term> functions = new ArrayList<>(names(scope));
        if (shop.has(Feature.FUNCTIONS) && dice.chance(0.1)) {
            shop.terms.invoke(Type.FUNCTION, depth - 1, scope).ifPresent(functions::add);
        }
        return functions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lambda.Apply(dice.pick(functions), shop.terms.term(Type.DOUBLE, depth - 1, scope)));
    }
}
