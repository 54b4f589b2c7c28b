package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes expressions of a wanted type from what is in scope. */
final class TermGenerator {

    private static final List<Operator> WHOLE_OPERATORS = List.of(
            Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.BIT_AND, Operator.XOR, Operator.BIT_OR);
    private static final List<Operator> COMPARISONS = List.of(
            Operator.LESS,
            Operator.GREATER,
            Operator.LESS_OR_EQUAL,
            Operator.GREATER_OR_EQUAL,
            Operator.EQUAL,
            Operator.UNEQUAL);

    private final Workshop shop;
    private final Dice dice;

    TermGenerator(Workshop shop) {
        this.shop = shop;
        this.dice = shop.dice;
    }

    /** What an assignment does: an operator before its {@code =}, or none, and the value. */
    record Change(Optional<Operator> operator, Term value) {}

    /** An expression whose type Java converts to the wanted one. */
    Term term(Type type, int depth, Scope scope) {
        if (type.isArray()) {
            return shop.arrays.array(type, depth, scope);
        }
        if (type == Type.STRING || type == Type.MODE) {
            return shop.switches.word(type, depth, scope);
        }
        if (type == Type.FUNCTION) {
            return shop.functions.function(depth, scope);
        }
        if (type.isRecord()) {
            return shop.records.record(type, depth, scope);
        }
        if (depth <= 0) {
            return leaf(type, scope);
        }
        return type == Type.BOOLEAN ? truth(depth, scope) : number(type, depth, scope);
    }

    Term leaf(Type type, Scope scope) {
        if (type.isArray() || type.isRecord()) {
            return term(type, 0, scope);
        }
        if (type.isNumber() && shop.has(Feature.ARRAYS) && dice.chance(type.isFloating() ? 0.35 : 0.1)) {
            Optional<Term> element = shop.arrays.element(type, 0, scope);
            if (element.isPresent()) {
                return element.get();
            }
        }
        List<Variable> variables = scope.readable(type);
        List<Variable> floating =
                variables.stream().filter(v -> v.type().isFloating()).toList();
        if (!floating.isEmpty() && dice.chance(0.7)) {
            return new Term.Read(dice.pick(floating));
        }
        if (!variables.isEmpty() && dice.chance(0.85)) {
            return new Term.Read(dice.pick(variables));
        }
        List<Variable> constants =
                Program.CONSTANTS.stream().filter(c -> type.holds(c.type())).toList();
        List<Variable> fields =
                Program.FIELDS.stream().filter(c -> type.holds(c.type())).toList();
        if (shop.instance && !fields.isEmpty() && dice.chance(0.3)) {
            return new Term.Read(dice.pick(fields));
        }
        if (!constants.isEmpty() && dice.chance(0.2)) {
            return new Term.Read(dice.pick(constants));
        }
        return type == Type.BOOLEAN && dice.chance(0.8) ? leaves(scope) : literal(type);
    }

    /** A comparison without depth. */
    private Term leaves(Scope scope) {
        Type type = dice.pick(Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.INT);
        Operator operator = dice.pick(COMPARISONS);
        Term left = leaf(type, scope);
        Term right = leaf(type, scope);
        return new Term.Binary(operator, left, left.equals(right) ? literal(type) : right);
    }

    Term literal(Type type) {
        return switch (type) {
            case BOOLEAN -> new Term.Literal(dice.pick("true", "false"), type);
            case INT -> new Term.Literal(dice.pick("0", "1", "2", "3", "7", "100", "1_000_003", "2147483647"), type);
            case LONG -> new Term.Literal(dice.pick("0L", "2L", "5L", "10_000_000_019L"), type);
            case FLOAT -> new Term.Literal(dice.pick("0.5f", "1.5f", "2f", "0.1f", "3e-2f", "0f"), type);
            default ->
                dice.chance(0.2)
                        ? new Term.Literal(dice.pick("2", "3", "1"), Type.INT)
                        : new Term.Literal(dice.pick("0.5", "1.5", "2.0", "3.0", "0.1", "1e-3", "1.0", "0.0"), type);
        };
    }

    private Type narrower(Type type) {
        List<Type> types = new ArrayList<>();
        for (Type t : List.of(Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE, type, type, type)) {
            if (type.holds(t)) {
                types.add(t);
            }
        }
        return dice.pick(types);
    }

    private Term number(Type type, int depth, Scope scope) {
        int elements = shop.weight(Feature.ARRAYS, 4);
        return switch (dice.weighted(
                2,
                6,
                1,
                4,
                2,
                1,
                3,
                1,
                1,
                elements,
                elements / 4,
                shop.weight(Feature.SWITCH, 1),
                shop.weight(Feature.RECORDS, 2),
                shop.weight(Feature.LAMBDAS, 2))) {
            case 0 -> leaf(type, scope);
            case 1 -> type.isFloating() ? floating(type, depth, scope) : whole(type, depth, scope);
            case 2 -> new Term.Prefix(dice.pick("-", "-", "+"), term(type, depth - 1, scope));
            case 3 -> shop.math.term(type, depth, scope);
            case 4 -> choose(type, depth, scope);
            case 5 -> cast(type, depth, scope);
            case 6 -> invoke(type, depth, scope).orElseGet(() -> floatingOrWhole(type, depth, scope));
            case 7 -> assign(type, depth, scope).orElseGet(() -> leaf(type, scope));
            case 8 -> recorded(type).orElseGet(() -> leaf(type, scope));
            case 9 -> shop.arrays.element(type, depth - 1, scope).orElseGet(() -> leaf(type, scope));
            case 10 -> shop.arrays.change(type::holds, depth - 1, scope).orElseGet(() -> leaf(type, scope));
            case 11 -> shop.switches.expression(type, depth, scope);
            case 12 -> shop.records.component(type, depth, scope).orElseGet(() -> leaf(type, scope));
            default ->
                type == Type.DOUBLE
                        ? shop.functions.call(depth, scope).orElseGet(() -> leaf(type, scope))
                        : leaf(type, scope);
        };
    }

    private Term floatingOrWhole(Type type, int depth, Scope scope) {
        return type.isFloating() ? floating(type, depth, scope) : whole(type, depth, scope);
    }

    private Term floating(Type type, int depth, Scope scope) {
        Term a = term(type, depth - 1, scope);
        return switch (dice.weighted(4, 4, 6, 3, 1)) {
            case 0 -> both(Operator.ADD, a, term(narrower(type), depth - 1, scope));
            case 1 -> both(Operator.SUBTRACT, a, term(narrower(type), depth - 1, scope));
            case 2 -> both(Operator.MULTIPLY, a, term(narrower(type), depth - 1, scope));
            case 3 -> new Term.Binary(Operator.DIVIDE, a, divisor(type, depth, scope));
            default -> new Term.Binary(Operator.REMAINDER, a, divisor(type, depth, scope));
        };
    }

    /** In either order. */
    private Term both(Operator operator, Term a, Term b) {
        return dice.chance(0.5) ? new Term.Binary(operator, a, b) : new Term.Binary(operator, b, a);
    }

    private Term divisor(Type type, int depth, Scope scope) {
        return switch (dice.weighted(5, 3, 1)) {
            case 0 -> shop.math.positive(type, depth - 1, scope);
            case 1 -> new Term.Literal(type == Type.FLOAT ? "3f" : "7.0", type);
            default -> term(type, depth - 1, scope);
        };
    }

    private Term whole(Type type, int depth, Scope scope) {
        Term a = term(type, depth - 1, scope);
        return switch (dice.weighted(8, 3, 2, 1)) {
            case 0 -> both(dice.pick(WHOLE_OPERATORS), a, term(narrower(type), depth - 1, scope));
            case 1 -> new Term.Binary(Operator.DIVIDE, a, nonZero(type, depth, scope));
            case 2 -> new Term.Binary(Operator.REMAINDER, a, nonZero(type, depth, scope));
            default -> new Term.Binary(Operator.SHIFT, a, new Term.Literal(dice.pick("1", "3"), Type.INT));
        };
    }

    private Term nonZero(Type type, int depth, Scope scope) {
        if (dice.chance(0.06)) {
            return term(type, depth - 1, scope);
        }
        return dice.chance(0.6)
                ? new Term.Literal(dice.pick("2", "3", "7"), Type.INT)
                : new Term.Binary(Operator.BIT_OR, term(type, depth - 1, scope), new Term.Literal("1", Type.INT));
    }

    private Term choose(Type type, int depth, Scope scope) {
        return new Term.Choose(
                term(Type.BOOLEAN, depth - 1, scope), term(type, depth - 1, scope), term(type, depth - 1, scope));
    }

    private Term cast(Type type, int depth, Scope scope) {
        Type from = dice.pick(Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE, Type.DOUBLE);
        return new Term.Cast(narrower(type), term(from, depth - 1, scope));
    }

    private Optional<Term> recorded(Type type) {
        List<Journal.Entry> entries = List.of(Journal.Entry.TICK, Journal.Entry.DRAW);
        List<Journal.Entry> fitting =
                entries.stream().filter(e -> type.holds(e.result())).toList();
        return fitting.isEmpty() || !shop.acts()
                ? Optional.empty()
                : Optional.of(new Term.Recorded(dice.pick(fitting), List.of()));
    }

    /** A call of an earlier method whose result has a type, if there is one. */
    Optional<Term> invoke(Type type, int depth, Scope scope) {
        List<Signature> fitting =
                shop.callable.stream().filter(s -> type.holds(s.result())).toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        Signature signature = dice.pick(fitting);
        List<Term> arguments = new ArrayList<>();
        for (Type parameter : signature.parameters()) {
            boolean last = arguments.size() == signature.parameters().size() - 1;
            Optional<Term> again = arguments.stream()
                    .filter(a -> a instanceof Term.Read && a.type() == parameter && parameter.isArray())
                    .findAny();
            arguments.add(
                    last && signature.variable() && dice.chance(0.6)
                            ? shop.arrays.initialised(parameter, depth, scope)
                            : again.isPresent() && dice.chance(0.4) ? again.get() : term(parameter, depth - 1, scope));
        }
        shop.recursion
                .filter(r -> r.method().equals(signature))
                .ifPresent(r -> arguments.set(arguments.size() - 1, r.deeper()));
        return Optional.of(new Term.Invoke(signature, arguments));
    }

    /** An assignment, or a step by one, of a variable whose type fits. */
    Optional<Term> assign(Type type, int depth, Scope scope) {
        List<Variable> targets = scope.assignable(type);
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        Variable target = dice.pick(targets);
        if (target.type() == Type.BOOLEAN) {
            Optional<Operator> operator =
                    dice.pick(Optional.empty(), Optional.of(Operator.BIT_AND), Optional.of(Operator.XOR));
            return Optional.of(new Term.Assign(target, operator, term(Type.BOOLEAN, depth - 1, scope)));
        }
        if (!target.type().isNumber()) {
            Term value = term(target.type(), depth - 1, scope);
            boolean itself = value.equals(new Term.Read(target));
            return itself ? Optional.empty() : Optional.of(new Term.Assign(target, Optional.empty(), value));
        }
        return Optional.of(
                switch (dice.weighted(3, 4, 2)) {
                    case 0 -> assign(target, plain(target.type(), depth, scope));
                    case 1 -> assign(target, compound(target.type(), depth, scope));
                    default -> new Term.Advance(target, dice.chance(0.5), dice.chance(0.5));
                });
    }

    private static Term assign(Variable target, Change change) {
        return new Term.Assign(target, change.operator(), change.value());
    }

    /** {@code = t}; in loops mostly such that numbers stay small. */
    Change plain(Type target, int depth, Scope scope) {
        Term value = term(target, depth - 1, scope);
        boolean tame = target.isFloating() && scope.targets().loops() > 0 && dice.chance(0.6);
        return new Change(Optional.empty(), tame ? shop.math.tame(target, value) : value);
    }

    /** {@code op= t}, where t may be wider than what is assigned. */
    Change compound(Type target, int depth, Scope scope) {
        Type type = dice.chance(0.3) ? Type.DOUBLE : target;
        Operator operator = dice.pick(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE);
        boolean byWhole = operator == Operator.DIVIDE && !type.isFloating();
        Term value = operator != Operator.DIVIDE
                ? term(type, depth - 1, scope)
                : byWhole ? nonZero(type, depth, scope) : divisor(type, depth, scope);
        boolean tame = operator != Operator.DIVIDE
                && type.isFloating()
                && scope.targets().loops() > 0
                && dice.chance(0.7);
        return new Change(Optional.of(operator), tame ? shop.math.tame(type, value) : value);
    }

    private Term truth(int depth, Scope scope) {
        return switch (dice.weighted(1, 8, 3, 1, 1, shop.acts() ? 1 : 0, 1, 1)) {
            case 0 -> leaf(Type.BOOLEAN, scope);
            case 1 -> comparison(depth, scope);
            case 2 ->
                new Term.Binary(
                        dice.pick(Operator.AND, Operator.OR),
                        term(Type.BOOLEAN, depth - 1, scope),
                        term(Type.BOOLEAN, depth - 1, scope));
            case 3 -> new Term.Prefix("!", term(Type.BOOLEAN, depth - 1, scope));
            case 4 ->
                new Term.Binary(
                        dice.pick(Operator.BIT_AND, Operator.BIT_OR, Operator.XOR, Operator.EQUAL, Operator.UNEQUAL),
                        term(Type.BOOLEAN, depth - 1, scope),
                        term(Type.BOOLEAN, depth - 1, scope));
            case 5 -> new Term.Recorded(Journal.Entry.CHECK, List.of(term(Type.BOOLEAN, depth - 1, scope)));
            case 6 -> assign(Type.BOOLEAN, depth, scope).orElseGet(() -> comparison(depth, scope));
            default -> invoke(Type.BOOLEAN, depth, scope).orElseGet(() -> choose(Type.BOOLEAN, depth, scope));
        };
    }

    private Term comparison(int depth, Scope scope) {
        Type type = dice.pick(Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.INT, Type.LONG);
        Operator operator = dice.pick(COMPARISONS);
        Term left = term(type, depth - 1, scope);
        Term right = term(narrower(type), dice.below(depth), scope);
        return new Term.Binary(operator, left, left.equals(right) ? literal(type) : right);
    }
}
