package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes loops that hand a state on, each round in an array of its own, or that only look so: they write to the state
 * when it has been handed on, or in one array for all rounds.
 *
 * <pre>
 *   double[] u = …; for (int r = 0; r &lt; 3; r++) { double[] v = new double[u.length]; for (…) v[j] = … u[j] …; u = v; }
 * </pre>
 */
final class StateGenerator {
    private final SumGenerator sums;
    private final Dice dice;

    StateGenerator(SumGenerator sums, Dice dice) {
        this.sums = sums;
        this.dice = dice;
    }

    /** @param start the first state */
    void rounds(Variable start, Scope outer, List<Statement> out) {
        Term first = new Term.Read(start);
        Variable state = named(start.type(), dice.chance(0.5) ? first : copied(first), outer, out);
        outer.indices().alike(new Term.Read(state), first);
        Variable sum = sums.sums(outer, 1, out).get(0);
        boolean once = dice.chance(0.15);
        Variable next = once ? made(state, outer, out) : null;
        Scope scope = SumGenerator.inside(outer);
        Variable round = sums.counter(scope);
        List<Statement> body = new ArrayList<>();
        if (dice.chance(0.4)) {
            body.add(read(state, sum, outer));
        }
        if (next == null) {
            next = made(state, scope, body);
        }
        body.add(filling(next, state, sum, scope));
        if (dice.chance(0.3)) {
            body.add(read(next, sum, outer));
            body.add(dice.chance(0.5) ? written(next, sum, outer) : filling(next, state, sum, scope));
        }
        body.add(handedOn(state, next, round, sum));
        if (dice.chance(0.3)) {
            body.add(read(state, sum, outer));
            if (dice.chance(0.5)) {
                body.add(written(dice.pick(state, next), sum, outer));
            }
        }
        out.add(sums.loop(round, SumGenerator.ZERO, ArrayGenerator.whole(dice.between(1, 4)), body));
        out.add(read(state, sum, outer));
    }

    private static Term copied(Term array) {
        return new ArrayTerm.Library(ArrayFunction.CLONE, List.of(array));
    }

    private Variable named(Type type, Term value, Scope scope, List<Statement> out) {
        Variable variable = new Variable(scope.fresh(dice), type);
        out.add(SumGenerator.plain(variable, value));
        scope.add(variable, true);
        return variable;
    }

    private Variable made(Variable state, Scope scope, List<Statement> out) {
        Term old = new Term.Read(state);
        Term value = dice.chance(0.3)
                ? copied(old)
                : new ArrayTerm.Create(state.type(), List.of(ArrayGenerator.length(old)));
        Variable next = named(state.type(), value, scope, out);
        scope.indices().alike(new Term.Read(next), old);
        return next;
    }

    /** {@code for (int j = 0; j < u.length; j++) { v[j] = … u[j] … u[u.length - 1 - j] …; }}. */
    private Statement filling(Variable next, Variable state, Variable sum, Scope outer) {
        Scope scope = SumGenerator.inside(outer);
        Variable j = sums.counter(scope);
        Term length = ArrayGenerator.length(new Term.Read(state));
        Term last = new Term.Binary(Operator.SUBTRACT, length, ArrayGenerator.whole(1));
        Term mirrored = new Term.Binary(Operator.SUBTRACT, last, new Term.Read(j));
        SumTerms terms = new SumTerms(dice, SumGenerator.numbers(outer));
        terms.add(new ArrayTerm.Element(new Term.Read(state), new Term.Read(j)));
        terms.add(new ArrayTerm.Element(new Term.Read(state), dice.chance(0.5) ? mirrored : SumGenerator.ZERO));
        if (dice.chance(0.3)) {
            terms.add(new ArrayTerm.Element(new Term.Read(next), new Term.Read(j)));
        }
        terms.add(new Term.Read(sum));
        Optional<Operator> operator = dice.chance(0.75) ? Optional.empty() : Optional.of(Operator.ADD);
        Statement put = put(next, new Term.Read(j), operator, terms.tame(terms.term(2)));
        List<Statement> body = new ArrayList<>(List.of(put));
        if (dice.chance(0.15)) {
            body.add(sums.step(sum, terms.tame(terms.term(1)), terms));
        }
        return sums.loop(j, SumGenerator.ZERO, length, body);
    }

    private static Statement put(Variable array, Term index, Optional<Operator> operator, Term value) {
        Term fitting = SumGenerator.as(array.type().element(), value);
        return new Statement.Evaluate(new ArrayTerm.Put(new Term.Read(array), index, operator, fitting));
    }

    private static Term first(Variable array) {
        return new ArrayTerm.Element(new Term.Read(array), SumGenerator.ZERO);
    }

    /** The sum goes on with an element. */
    private Statement read(Variable array, Variable sum, Scope scope) {
        SumTerms terms = new SumTerms(dice, SumGenerator.numbers(scope));
        terms.add(first(array));
        return sums.step(sum, terms.tame(new Term.Binary(Operator.MULTIPLY, first(array), terms.term(1))), terms);
    }

    private Statement written(Variable array, Variable sum, Scope scope) {
        SumTerms terms = new SumTerms(dice, SumGenerator.numbers(scope));
        terms.add(new Term.Read(sum));
        return put(array, SumGenerator.ZERO, Optional.empty(), terms.tame(terms.term(2)));
    }

    private Statement handedOn(Variable state, Variable next, Variable round, Variable sum) {
        Term asked = dice.chance(0.5)
                ? new Term.Binary(Operator.LESS, new Term.Read(round), ArrayGenerator.whole(2))
                : new Term.Binary(Operator.LESS, new Term.Read(sum), first(next));
        Term read = new Term.Read(next);
        Statement whole = SumGenerator.assign(state, Optional.empty(), read);
        return switch (dice.weighted(8, 1, 1)) {
            case 0 -> whole;
            case 1 -> new Statement.If(asked, List.of(whole), List.of());
            default -> SumGenerator.assign(state, Optional.empty(), new Term.Choose(asked, read, new Term.Read(state)));
        };
    }
}
