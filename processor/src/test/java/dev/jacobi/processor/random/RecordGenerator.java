package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes records and takes them apart. */
final class RecordGenerator {

    private final Workshop shop;
    private final Dice dice;

    RecordGenerator(Workshop shop) {
        this.shop = shop;
        this.dice = shop.dice;
    }

    Term record(Type type, int depth, Scope scope) {
        List<Variable> variables = scope.readable(type);
        if (!variables.isEmpty() && (depth <= 0 || dice.chance(0.4))) {
            return new Term.Read(dice.pick(variables));
        }
        boolean elements = type == Type.PAIR && shop.has(Feature.ARRAYS);
        return switch (dice.weighted(
                4, depth > 0 ? 1 : 0, depth > 0 ? 2 : 0, type == Type.PAIR ? 1 : 0, elements ? 4 : 0)) {
            case 0 -> construct(type, depth, scope);
            case 1 ->
                new Term.Choose(
                        shop.terms.term(Type.BOOLEAN, 1, scope),
                        record(type, depth - 1, scope),
                        record(type, depth - 1, scope));
            case 2 -> shop.terms.invoke(type, depth, scope).orElseGet(() -> construct(type, depth, scope));
            case 4 -> shop.arrays.element(type, depth, scope).orElseGet(() -> construct(type, depth, scope));
            default ->
                scope.readable(Type.TAGGED).stream()
                        .findFirst()
                        .<Term>map(v -> new RecordTerm.Component(new Term.Read(v), 0))
                        .orElseGet(() -> construct(type, depth, scope));
        };
    }

    private Term construct(Type type, int depth, Scope scope) {
        List<Term> operands = new ArrayList<>();
        for (Variable component : type.components()) {
            operands.add(shop.terms.term(component.type(), Math.min(depth - 1, 2), scope));
        }
        return new RecordTerm.Construct(type, operands);
    }

    /** A number out of a record: of a variable, or of one that was just made. */
    Optional<Term> component(Type type, int depth, Scope scope) {
        List<Term> records = new ArrayList<>(Stream.of(Type.PAIR, Type.TAGGED)
                .flatMap(t -> scope.readable(t).stream())
                .<Term>map(Term.Read::new)
                .toList());
        if (records.isEmpty() || dice.chance(0.1)) {
            records.add(record(dice.pick(Type.PAIR, Type.TAGGED), depth - 1, scope));
        }
        List<Term> fitting = components(dice.pick(records)).stream()
                .filter(t -> type.holds(t.type()))
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(dice.pick(fitting));
    }

    private static List<Term> components(Term record) {
        List<Term> out = new ArrayList<>();
        for (int i = 0; i < record.type().components().size(); i++) {
            Term component = new RecordTerm.Component(record, i);
            out.add(component);
            out.addAll(components(component));
        }
        return out;
    }
}
