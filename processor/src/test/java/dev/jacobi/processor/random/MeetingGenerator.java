package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes methods that bring elements of one array into another, and calls that often hand them one array as both.
 *
 * <pre>
 *   static void m(double[] a, double[] b, double k) { for (int i = 0; i &lt; a.length; i++) { a[i] += k * b[i]; } }
 *   … m(p, p, x); …
 * </pre>
 */
final class MeetingGenerator {
    private static final Term ZERO = ArrayGenerator.whole(0);
    private static final Term ONE = ArrayGenerator.whole(1);

    private final Workshop shop;
    private final Dice dice;

    MeetingGenerator(Workshop shop) {
        this.shop = shop;
        this.dice = shop.dice;
    }

    /** The parameters of a method whose arrays meet. */
    static List<Type> parameters(Type row) {
        return List.of(row, row, Type.DOUBLE);
    }

    /** @param parameters the variables of {@link #parameters} */
    List<Statement> body(List<Variable> parameters, Scope scope) {
        Term into = new Term.Read(parameters.get(0));
        Term from = new Term.Read(parameters.get(1));
        List<Statement> out = new ArrayList<>();
        Term bound = shop.sums.bound(List.of(into, from), scope, out);
        for (int loops = dice.pick(1, 1, 2); loops > 0; loops--) {
            Scope inside = SumGenerator.inside(scope);
            Variable i = shop.sums.counter(inside);
            List<Statement> body = new ArrayList<>();
            body.add(brought(into, from, new Term.Read(parameters.get(2)), new Term.Read(i), bound));
            if (dice.chance(0.2)) {
                body.add(brought(from, into, new Term.Read(parameters.get(2)), new Term.Read(i), bound));
            }
            out.add(shop.sums.loop(i, ZERO, bound, body));
        }
        return out;
    }

    /** {@code a[i] += f(k, b[n - 1 - i]);} */
    private Statement brought(Term into, Term from, Term number, Term i, Term bound) {
        SumTerms terms = new SumTerms(dice, List.of(number));
        terms.add(new ArrayTerm.Element(from, place(i, bound)));
        boolean adds = dice.chance(0.7);
        if (!adds || dice.chance(0.2)) {
            terms.add(new ArrayTerm.Element(dice.pick(into, from), place(i, bound)));
        }
        Term value = terms.tame(terms.term(2));
        Optional<Operator> operator =
                adds ? Optional.of(dice.pick(Operator.ADD, Operator.ADD, Operator.SUBTRACT)) : Optional.empty();
        Term stored = adds ? value : SumGenerator.as(into.type().element(), value);
        return new Statement.Evaluate(
                new ArrayTerm.Put(into, adds || dice.chance(0.5) ? i : place(i, bound), operator, stored));
    }

    /** The same element, the one at the other end, or a neighbour, if it is there. */
    private Term place(Term i, Term bound) {
        Term last = new Term.Binary(Operator.SUBTRACT, bound, ONE);
        return switch (dice.weighted(3, 2, 1, 1)) {
            case 0 -> i;
            case 1 -> new Term.Binary(Operator.SUBTRACT, last, i);
            case 2 ->
                new Term.Choose(
                        new Term.Binary(Operator.GREATER, i, ZERO), new Term.Binary(Operator.SUBTRACT, i, ONE), i);
            default ->
                new Term.Choose(new Term.Binary(Operator.LESS, i, last), new Term.Binary(Operator.ADD, i, ONE), i);
        };
    }

    /** Calls such methods, if there are arrays for them. */
    void statement(Scope scope, List<Statement> out) {
        for (Signature method : shop.callable) {
            Type row = method.parameters().get(0);
            List<Variable> arrays =
                    scope.arrays().stream().filter(v -> v.type() == row).toList();
            boolean meets = method.result() == Type.VOID
                    && row.isArray()
                    && row.element().isFloating()
                    && method.parameters().equals(parameters(row));
            if (!meets || arrays.isEmpty()) {
                continue;
            }
            Term first = new Term.Read(dice.pick(arrays));
            Term second = dice.chance(0.6) ? first : new Term.Read(dice.pick(arrays));
            Term number = new SumTerms(dice, SumGenerator.numbers(scope)).term(1);
            out.add(new Statement.Evaluate(new Term.Invoke(method, List.of(first, second, number))));
        }
    }
}
