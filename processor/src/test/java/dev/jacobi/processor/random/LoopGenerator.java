package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes loops, each of which ends after a few rounds whatever is in its body. */
final class LoopGenerator {

    private static final int DEEPEST = 3;

    private final Workshop shop;
    private final Dice dice;

    LoopGenerator(Workshop shop) {
        this.shop = shop;
        this.dice = shop.dice;
    }

    boolean fits(Scope scope) {
        return shop.has(Feature.LOOPS) && scope.targets().loops() < DEEPEST;
    }

    void loop(int depth, Scope scope, List<Statement> out) {
        Optional<String> label = shop.has(Feature.JUMPS) && dice.chance(0.3)
                ? Optional.of(scope.targets().freshLabel(dice))
                : Optional.empty();
        Scope inner = scope.inner(scope.targets().with(Targets.Kind.LOOP, label));
        boolean arrays = !scope.arrays().isEmpty();
        Loop loop = switch (dice.weighted(4, 2, arrays ? 6 : 0, arrays ? 3 : 0, 3, 2, 2)) {
            case 0 -> counting(depth, inner);
            case 1 -> several(depth, inner);
            case 2 -> overIndices(depth, inner);
            case 3 -> overElements(depth, inner);
            case 4 -> guarded(depth, scope, inner, out);
            case 5 -> after(depth, scope, inner, out);
            default -> real(depth, scope, inner, out);
        };
        out.add(label.isPresent() ? new Jump.Labelled(label.get(), loop) : loop);
    }

    private List<Statement> body(int depth, Scope scope) {
        return shop.statements.inside(depth, scope);
    }

    private Variable counter(Scope scope) {
        Variable counter = new Variable(scope.fresh(dice), Type.INT);
        scope.add(counter, false);
        return counter;
    }

    private static Statement.Declare start(Variable variable, Term value) {
        return new Statement.Declare(variable, Statement.Style.PLAIN, Optional.of(value));
    }

    private static Term step(Variable variable, boolean up) {
        return new Term.Advance(variable, up, false);
    }

    private Term stepBy(Variable variable, Operator operator, int by) {
        return new Term.Assign(variable, Optional.of(operator), ArrayGenerator.whole(by));
    }

    private static Term compare(Operator operator, Term left, Term right) {
        return new Term.Binary(operator, left, right);
    }

    /** How often: a number that is written there, or one that depends on the arguments. */
    private Term few(Scope scope) {
        Term whole = shop.terms.term(Type.INT, 1, scope);
        return switch (dice.weighted(5, 3, 3)) {
            case 0 -> ArrayGenerator.whole(dice.below(5));
            case 1 -> compare(Operator.BIT_AND, whole, ArrayGenerator.whole(3));
            default -> {
                Term real = shop.terms.term(Type.DOUBLE, 1, scope);
                yield new Term.Elementary(
                        MathFunction.FLOOR_MOD, List.of(new Term.Cast(Type.INT, real), ArrayGenerator.whole(4)));
            }
        };
    }

    private Loop counting(int depth, Scope scope) {
        Term from = dice.chance(0.7) ? ArrayGenerator.whole(dice.below(2)) : few(scope);
        Term bound = few(scope);
        Variable i = counter(scope);
        Term read = new Term.Read(i);
        return switch (dice.weighted(4, 2, 2, 1, 2)) {
            case 0 -> loop(i, from, compare(Operator.LESS, read, bound), step(i, true), body(depth, scope));
            case 1 ->
                loop(
                        i,
                        bound,
                        compare(Operator.GREATER, read, ArrayGenerator.whole(0)),
                        step(i, false),
                        body(depth, scope));
            case 2 ->
                loop(
                        i,
                        ArrayGenerator.whole(dice.between(3, 8)),
                        compare(Operator.GREATER_OR_EQUAL, read, ArrayGenerator.whole(0)),
                        stepBy(i, Operator.SUBTRACT, dice.between(2, 3)),
                        body(depth, scope));
            case 3 ->
                loop(
                        i,
                        ArrayGenerator.whole(1),
                        compare(Operator.LESS, read, ArrayGenerator.whole(20)),
                        stepBy(i, dice.pick(Operator.MULTIPLY, Operator.SHIFT), 2),
                        body(depth, scope));
            default -> {
                List<Statement> body = new ArrayList<>(body(depth, scope));
                pushOn(i, scope, body);
                yield loop(i, from, compare(Operator.LESS_OR_EQUAL, read, bound), step(i, true), body);
            }
        };
    }

    private static Loop loop(Variable i, Term from, Term condition, Term update, List<Statement> body) {
        return new Loop.For(List.of(start(i, from)), condition, List.of(update), body);
    }

    /** The body itself changes the counter, onwards. */
    private void pushOn(Variable i, Scope scope, List<Statement> body) {
        Term by = compare(Operator.BIT_AND, shop.terms.term(Type.INT, 1, scope), ArrayGenerator.whole(1));
        Statement push = new Statement.Evaluate(
                dice.chance(0.5) ? step(i, true) : new Term.Assign(i, Optional.of(Operator.ADD), by));
        Statement guarded = new Statement.If(shop.terms.term(Type.BOOLEAN, 1, scope), List.of(push), List.of());
        body.add(0, dice.chance(0.5) ? push : guarded);
    }

    private Loop several(int depth, Scope scope) {
        Term high = dice.chance(0.5) ? ArrayGenerator.whole(dice.between(1, 6)) : few(scope);
        Variable i = counter(scope);
        Variable j = counter(scope);
        return new Loop.For(
                List.of(start(i, ArrayGenerator.whole(dice.below(2))), start(j, high)),
                compare(Operator.LESS, new Term.Read(i), new Term.Read(j)),
                List.of(step(i, true), step(j, false)),
                body(depth, scope));
    }

    /** {@code for (int i = 0; i < a.length; i++)}, its neighbours, and the way back. */
    private Loop overIndices(int depth, Scope scope) {
        Term array = new Term.Read(dice.pick(scope.arrays()));
        if (array.type().element().isArray() && dice.chance(0.4)) {
            array = new ArrayTerm.Element(array, shop.arrays.index(array, 0, scope));
        }
        Term length = ArrayGenerator.length(array);
        Variable i = counter(scope);
        Term read = new Term.Read(i);
        Term one = ArrayGenerator.whole(1);
        scope.indices().add(array, read);
        return switch (dice.weighted(5, 2, 2, 2)) {
            case 0 ->
                loop(
                        i,
                        ArrayGenerator.whole(0),
                        compare(Operator.LESS, read, length),
                        step(i, true),
                        body(depth, scope));
            case 1 -> {
                scope.indices().add(array, compare(Operator.SUBTRACT, read, one));
                yield loop(i, one, compare(Operator.LESS, read, length), step(i, true), body(depth, scope));
            }
            case 2 -> {
                scope.indices().add(array, compare(Operator.ADD, read, one));
                Term next = compare(Operator.ADD, read, one);
                yield loop(
                        i,
                        ArrayGenerator.whole(0),
                        compare(Operator.LESS, next, length),
                        step(i, true),
                        body(depth, scope));
            }
            default -> {
                Term last = compare(Operator.SUBTRACT, length, one);
                Term onward = compare(Operator.GREATER_OR_EQUAL, read, ArrayGenerator.whole(0));
                yield loop(i, last, onward, step(i, false), body(depth, scope));
            }
        };
    }

    /** {@code for (int i = 0; i < a.length; i++) { a[i] = …; }}, by columns of an array of arrays. */
    Loop filling(Variable variable, Scope outer) {
        Scope scope = outer.inner(outer.targets().with(Targets.Kind.LOOP, Optional.empty()));
        Term array = new Term.Read(variable);
        Variable i = counter(scope);
        Term read = new Term.Read(i);
        scope.indices().add(array, read);
        Term place = array.type().element().isArray() ? new ArrayTerm.Element(array, read) : array;
        Term column = place.equals(array) ? read : ArrayGenerator.whole(dice.below(2));
        Term value = shop.terms.term(place.type().element(), 2, scope);
        Term put = new ArrayTerm.Put(place, column, Optional.empty(), value);
        Term inside = compare(Operator.LESS, read, ArrayGenerator.length(array));
        return loop(i, ArrayGenerator.whole(0), inside, step(i, true), List.of(new Statement.Evaluate(put)));
    }

    private Loop overElements(int depth, Scope scope) {
        Variable source = dice.pick(scope.arrays());
        Term array = dice.chance(0.7) ? new Term.Read(source) : shop.arrays.array(source.type(), 1, scope);
        Variable element = new Variable(scope.fresh(dice), source.type().element());
        scope.add(element, true);
        return new Loop.Each(element, array, body(depth, scope));
    }

    /** What is left of the rounds that a loop may take. */
    private Variable fuel(Scope outer, Scope scope, List<Statement> out) {
        Term rounds = dice.chance(0.6) ? ArrayGenerator.whole(dice.between(1, 5)) : few(scope);
        Variable fuel = counter(scope);
        outer.add(fuel, false);
        out.add(start(fuel, rounds));
        return fuel;
    }

    private static Term burning(Variable fuel) {
        return compare(Operator.GREATER, step(fuel, false), ArrayGenerator.whole(0));
    }

    private Loop guarded(int depth, Scope outer, Scope scope, List<Statement> out) {
        Term condition = shop.terms.term(Type.BOOLEAN, 2, scope);
        Variable fuel = fuel(outer, scope, out);
        switch (dice.weighted(3, 2, 1, shop.weight(Feature.JUMPS, 2))) {
            case 0 -> {
                return new Loop.While(compare(Operator.AND, burning(fuel), condition), body(depth, scope));
            }
            case 1 -> {
                return new Loop.While(compare(Operator.AND, condition, burning(fuel)), body(depth, scope));
            }
            case 2 -> {
                List<Statement> body = new ArrayList<>(body(depth, scope));
                body.add(0, new Statement.Evaluate(step(fuel, false)));
                Term left = compare(Operator.GREATER, new Term.Read(fuel), ArrayGenerator.whole(0));
                return new Loop.While(left, body);
            }
            default -> {
                List<Statement> body = new ArrayList<>(body(depth, scope));
                Term empty = compare(Operator.LESS_OR_EQUAL, step(fuel, false), ArrayGenerator.whole(0));
                Term stop = dice.chance(0.5) ? compare(Operator.OR, empty, condition) : empty;
                body.add(0, new Statement.If(stop, List.of(new Jump.Break(Optional.empty())), List.of()));
                return new Loop.While(new Term.Literal("true", Type.BOOLEAN), body);
            }
        }
    }

    private Loop after(int depth, Scope outer, Scope scope, List<Statement> out) {
        Variable fuel = fuel(outer, scope, out);
        List<Statement> body = body(depth, scope);
        // Of the variables outside only: those of the body are out of scope in the condition.
        Term condition = shop.terms.term(Type.BOOLEAN, 1, scope);
        return new Loop.Do(body, dice.chance(0.5) ? compare(Operator.AND, burning(fuel), condition) : burning(fuel));
    }

    /** A loop over numbers that may be differentiated. */
    private Loop real(int depth, Scope outer, Scope scope, List<Statement> out) {
        Type type = dice.pick(Type.DOUBLE, Type.DOUBLE, Type.FLOAT);
        Term from = shop.terms.term(type, 1, scope);
        Term to = shop.terms.term(type, 1, scope);
        Variable fuel = fuel(outer, scope, out);
        Variable t = new Variable(scope.fresh(dice), type);
        scope.add(t, true);
        Term step = dice.chance(0.5) ? new Term.Literal("0.5f", Type.FLOAT) : shop.math.positive(type, 1, scope);
        return new Loop.For(
                List.of(start(t, from)),
                compare(Operator.AND, burning(fuel), compare(Operator.LESS, new Term.Read(t), to)),
                List.of(new Term.Assign(t, Optional.of(Operator.ADD), step)),
                body(depth, scope));
    }
}
