package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes arrays, and expressions that read and write their elements. */
final class ArrayGenerator {

    private static final Term ZERO = whole(0);
    private static final Term ONE = whole(1);

    private final Workshop shop;
    private final Dice dice;

    ArrayGenerator(Workshop shop) {
        this.shop = shop;
        this.dice = shop.dice;
    }

    /** An array and an index in it. */
    record Place(Term array, Term index) {
        Type type() {
            return array.type().element();
        }

        Term read() {
            return new ArrayTerm.Element(array, index);
        }

        Term put(Term value) {
            return new ArrayTerm.Put(array, index, Optional.empty(), value);
        }
    }

    static Term whole(int value) {
        return new Term.Literal(Integer.toString(value), Type.INT);
    }

    static Term length(Term array) {
        return new ArrayTerm.Length(array);
    }

    /** An element that a type holds. */
    Optional<Term> element(Type type, int depth, Scope scope) {
        return place(type::holds, true, depth, scope).map(Place::read);
    }

    /** An element of what a variable in scope refers to. */
    Optional<Place> place(Predicate<Type> base, boolean reading, int depth, Scope scope) {
        List<Variable> variables = new ArrayList<>(scope.arrays());
        if (reading) {
            variables.addAll(scope.heldArrays());
        }
        variables.removeIf(v -> !base.test(v.type().base()));
        if (variables.isEmpty()) {
            return Optional.empty();
        }
        Term array = new Term.Read(dice.pick(variables));
        if (array.type().element().isArray()) {
            array = new ArrayTerm.Element(array, index(array, 0, scope));
        }
        return Optional.of(new Place(array, index(array, depth, scope)));
    }

    /** An index that mostly lies within the array: arrays of less than two elements are rare. */
    Term index(Term array, int depth, Scope scope) {
        List<Term> known = scope.indices().of(array);
        if (!known.isEmpty() && dice.chance(0.7)) {
            return dice.pick(known);
        }
        boolean plain = isPlain(array);
        return switch (dice.weighted(5, 3, plain ? 1 : 0, plain ? 3 : 0, 1)) {
            case 0 -> dice.pick(ZERO, ONE);
            case 1 -> new Term.Binary(Operator.BIT_AND, shop.terms.term(Type.INT, Math.min(depth, 1), scope), ONE);
            case 2 -> new Term.Binary(Operator.SUBTRACT, length(array), ONE);
            case 3 -> modulo(shop.terms.term(Type.INT, Math.min(depth, 2), scope), length(array));
            default -> stepping(array, plain, scope);
        };
    }

    private static boolean isPlain(Term array) {
        return array instanceof Term.Read
                || array instanceof ArrayTerm.Element e
                        && e.array() instanceof Term.Read
                        && (e.index() instanceof Term.Read || e.index() instanceof Term.Literal);
    }

    private Term modulo(Term term, Term length) {
        return new Term.Elementary(MathFunction.FLOOR_MOD, List.of(term, length));
    }

    /** {@code k++} in a range. */
    private Term stepping(Term array, boolean plain, Scope scope) {
        List<Variable> counters =
                scope.assignable().stream().filter(v -> v.type() == Type.INT).toList();
        if (counters.isEmpty()) {
            return dice.pick(ZERO, ONE);
        }
        Term step = new Term.Advance(dice.pick(counters), dice.chance(0.7), dice.chance(0.3));
        return plain && dice.chance(0.5) ? modulo(step, length(array)) : new Term.Binary(Operator.BIT_AND, step, ONE);
    }

    /** An expression that changes an element of a type. */
    Optional<Term> change(Predicate<Type> base, int depth, Scope scope) {
        return place(base, false, depth, scope).map(place -> {
            if (place.type().isRecord()) {
                return place.put(shop.terms.term(place.type(), depth, scope));
            }
            if (dice.chance(0.1)) {
                return new ArrayTerm.Step(place.array(), place.index(), dice.chance(0.5), dice.chance(0.5));
            }
            TermGenerator.Change change = dice.chance(0.5)
                    ? shop.terms.plain(place.type(), depth, scope)
                    : shop.terms.compound(place.type(), depth, scope);
            return new ArrayTerm.Put(place.array(), place.index(), change.operator(), change.value());
        });
    }

    /** What a method gives back; mostly something with numbers in it that came from somewhere. */
    Term result(Type type, Scope scope) {
        List<Variable> variables = scope.readable(type);
        if (!variables.isEmpty() && dice.chance(0.6)) {
            return new Term.Read(dice.pick(variables));
        }
        return dice.chance(0.7) ? initialised(type, 3, scope) : array(type, 2, scope);
    }

    /** An array that may be known elsewhere by another name. */
    Term array(Type type, int depth, Scope scope) {
        List<Variable> variables = scope.readable(type);
        if (!variables.isEmpty() && (depth <= 0 || dice.chance(0.7))) {
            return new Term.Read(dice.pick(variables));
        }
        if (!shop.has(Feature.ALIASES) || depth <= 0 || dice.chance(0.5)) {
            return owned(type, depth, scope);
        }
        return switch (dice.weighted(3, 2, 3, 1)) {
            case 0 -> row(type, scope).orElseGet(() -> owned(type, depth, scope));
            case 1 ->
                new Term.Choose(
                        shop.terms.term(Type.BOOLEAN, 1, scope),
                        array(type, depth - 1, scope),
                        array(type, depth - 1, scope));
            case 2 -> shop.terms.invoke(type, depth, scope).orElseGet(() -> owned(type, depth, scope));
            default -> rename(type, depth, scope).orElseGet(() -> owned(type, depth, scope));
        };
    }

    /** A row of an array of arrays. */
    Optional<Term> row(Type type, Scope scope) {
        List<Variable> fitting =
                scope.arrays().stream().filter(v -> v.type().element() == type).toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        Term rows = new Term.Read(dice.pick(fitting));
        return Optional.of(new ArrayTerm.Element(rows, index(rows, 0, scope)));
    }

    private Optional<Term> rename(Type type, int depth, Scope scope) {
        List<Variable> targets = scope.assignable(type);
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(new Term.Assign(dice.pick(targets), Optional.empty(), array(type, depth - 1, scope)));
    }

    /** An array that is new. */
    Term owned(Type type, int depth, Scope scope) {
        List<Variable> variables = scope.readable(type);
        boolean ofNumbers = !type.element().isArray();
        if (!variables.isEmpty() && (ofNumbers || shop.has(Feature.ALIASES)) && dice.chance(0.4)) {
            Term array = new Term.Read(dice.pick(variables));
            // A longer copy would have nulls at its end.
            return type == Type.PAIRS
                    ? new ArrayTerm.Library(ArrayFunction.CLONE, List.of(array))
                    : copied(array, ofNumbers, depth, scope);
        }
        return type == Type.PAIRS || dice.chance(ofNumbers ? 0.5 : 0.3)
                ? initialised(type, depth, scope)
                : created(type, depth, scope);
    }

    private Term copied(Term array, boolean ofNumbers, int depth, Scope scope) {
        return switch (dice.weighted(4, ofNumbers ? 3 : 0, ofNumbers ? 2 : 0)) {
            case 0 -> new ArrayTerm.Library(ArrayFunction.CLONE, List.of(array));
            case 1 ->
                new ArrayTerm.Library(ArrayFunction.COPY_OF, List.of(array, newLength(type -> true, depth, scope)));
            default -> {
                Term to = dice.pick(length(array), whole(2), whole(3), whole(4));
                yield new ArrayTerm.Library(ArrayFunction.COPY_OF_RANGE, List.of(array, dice.pick(ZERO, ONE), to));
            }
        };
    }

    /** {@code new double[] {t…}}. */
    Term initialised(Type type, int depth, Scope scope) {
        List<Term> elements = new ArrayList<>();
        for (int i = dice.between(2, 3); i > 0; i--) {
            Type element = type.element();
            boolean named = element.isArray() && shop.has(Feature.ALIASES) && dice.chance(0.5);
            elements.add(
                    !element.isArray()
                            ? shop.terms.term(element, Math.min(depth - 1, 2), scope)
                            : named ? array(element, 0, scope) : initialised(element, depth - 1, scope));
        }
        return new ArrayTerm.Initialise(type, elements);
    }

    private Term created(Type type, int depth, Scope scope) {
        List<Term> lengths = new ArrayList<>(List.of(newLength(t -> t == type, depth, scope)));
        if (type.element().isArray()) {
            lengths.add(newLength(t -> true, depth, scope));
        }
        return new ArrayTerm.Create(type, lengths);
    }

    /** The length of a new array; often that of one that there is. */
    private Term newLength(Predicate<Type> like, int depth, Scope scope) {
        List<Variable> arrays =
                scope.arrays().stream().filter(v -> like.test(v.type())).toList();
        if (!arrays.isEmpty() && dice.chance(0.6)) {
            Term length = length(new Term.Read(dice.pick(arrays)));
            return dice.chance(0.85) ? length : new Term.Binary(Operator.ADD, length, ONE);
        }
        if (depth > 0 && dice.chance(0.15)) {
            Term odd = new Term.Binary(Operator.BIT_AND, shop.terms.term(Type.INT, 1, scope), whole(3));
            return new Term.Binary(Operator.ADD, whole(2), odd);
        }
        return whole(dice.between(2, 4));
    }
}
