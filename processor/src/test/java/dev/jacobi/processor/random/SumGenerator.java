package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes sums over the elements and the rows of arrays, as models have them: nothing in them but arithmetic, which is
 * what much of the optimiser looks for.
 */
final class SumGenerator {
    static final Term ZERO = ArrayGenerator.whole(0);

    private final Workshop shop;
    private final Dice dice;

    SumGenerator(Workshop shop) {
        this.shop = shop;
        this.dice = shop.dice;
    }

    boolean fits(Scope scope) {
        return shop.has(Feature.SUMS)
                && scope.targets().loops() < 2
                && !vectors(scope).isEmpty();
    }

    /** The body of a method that only computes: sums, and a number made of them. */
    List<Statement> body(Scope scope) {
        List<Statement> out = new ArrayList<>();
        List<Variable> rows = rows(scope);
        for (int i = dice.pick(1, 1, 2); i > 0; i--) {
            if (i == 1 && !rows.isEmpty() && dice.chance(0.7)) {
                overRows(dice.pick(rows), scope, out);
            } else {
                statement(scope, out);
            }
        }
        Term result = shop.result.isArray() ? array(scope, out) : result(scope);
        out.add(new Statement.Return(Optional.of(result)));
        return out;
    }

    /** The body of a method that is called for rows: often just a sum. */
    List<Statement> ofRow(Scope scope) {
        if (dice.chance(0.5)) {
            return body(scope);
        }
        List<Statement> out = new ArrayList<>();
        Variable sum = new Variable(scope.fresh(dice), Type.DOUBLE);
        out.add(plain(sum, ZERO));
        List<Term> numbers = numbers(scope);
        scope.add(sum, true);
        out.add(over(reads(vectors(scope)), numbers, List.of(sum), scope, out));
        out.add(new Statement.Return(Optional.of(new Term.Read(sum))));
        return out;
    }

    private Term array(Scope scope, List<Statement> out) {
        Variable filled = filled(reads(vectors(scope)), scope, out);
        return filled.type() == shop.result ? new Term.Read(filled) : shop.arrays.result(shop.result, scope);
    }

    /** A number that is made of what has been summed up, mostly the sum itself. */
    private Term result(Scope scope) {
        List<Term> numbers = numbers(scope);
        Term last = numbers.get(numbers.size() - 1);
        SumTerms terms = new SumTerms(dice, numbers);
        return as(
                shop.result,
                switch (dice.weighted(6, 2, 2)) {
                    case 0 -> last;
                    case 1 ->
                        numbers.stream()
                                .reduce((a, b) -> new Term.Binary(Operator.ADD, a, b))
                                .orElse(last);
                    default -> new Term.Binary(Operator.ADD, last, terms.term(2));
                });
    }

    void statement(Scope scope, List<Statement> out) {
        boolean rows = !rows(scope).isEmpty();
        boolean several = vectors(scope).stream().anyMatch(v -> v.type() == Type.DOUBLES);
        boolean models =
                vectors(scope).stream().anyMatch(v -> !models(v.type(), scope).isEmpty());
        switch (dice.weighted(4, 2, rows ? 8 : 0, several ? 1 : 0, models ? 4 : 0, 4)) {
            case 0 -> {
                numbers(scope, out);
                List<Variable> sums = sums(scope, dice.pick(1, 1, 2, 4), out);
                out.add(over(reads(vectors(scope)), numbers(scope), sums, scope, out));
            }
            case 1 -> {
                Variable filled = filled(reads(vectors(scope)), scope, out);
                List<Variable> sums = sums(scope, 1, out);
                List<Term> arrays = List.of(new Term.Read(filled));
                out.add(over(arrays, numbers(scope), sums, scope, out));
            }
            case 2 -> overRows(dice.pick(rows(scope)), scope, out);
            case 3 -> overRows(sameRows(scope, out), scope, out);
            case 5 -> new StateGenerator(this, dice).rounds(dice.pick(vectors(scope)), scope, out);
            default -> {
                List<Variable> fitting = vectors(scope).stream()
                        .filter(v -> !models(v.type(), scope).isEmpty())
                        .toList();
                SumTerms known = new SumTerms(dice, numbers(scope));
                Variable sum = sums(scope, 1, out).get(0);
                Term row = new Term.Read(dice.pick(fitting));
                Term part = invoke(dice.pick(models(row.type(), scope)), row, numbers(scope), scope);
                out.add(step(sum, times(part, known), known));
            }
        }
    }

    /** Rows that are one array, some of them. */
    private Variable sameRows(Scope scope, List<Statement> out) {
        List<Term> arrays = reads(
                vectors(scope).stream().filter(v -> v.type() == Type.DOUBLES).toList());
        List<Term> elements = new ArrayList<>();
        for (int i = dice.between(3, 6); i > 0; i--) {
            elements.add(dice.pick(arrays));
        }
        Variable rows = new Variable(scope.fresh(dice), Type.DOUBLE_ROWS);
        out.add(plain(rows, new ArrayTerm.Initialise(Type.DOUBLE_ROWS, elements)));
        scope.add(rows, true);
        return rows;
    }

    /** Some numbers more, if there are few: a loop that sums up by several is a case of its own. */
    private void numbers(Scope scope, List<Statement> out) {
        SumTerms terms = new SumTerms(dice, numbers(scope));
        vectors(scope).forEach(v -> terms.add(new ArrayTerm.Element(new Term.Read(v), ZERO)));
        for (int i = dice.chance(0.7) ? 5 - numbers(scope).size() : 0; i > 0; i--) {
            Variable number = new Variable(scope.fresh(dice), Type.DOUBLE);
            out.add(plain(number, terms.term(1)));
            scope.add(number, true);
        }
    }

    List<Variable> sums(Scope scope, int count, List<Statement> out) {
        List<Variable> sums = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Type type = dice.pick(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.FLOAT);
            Variable sum = new Variable(scope.fresh(dice), type);
            List<Term> numbers = numbers(scope);
            out.add(plain(sum, numbers.isEmpty() || dice.chance(0.7) ? ZERO : as(type, dice.pick(numbers))));
            scope.add(sum, true);
            sums.add(sum);
        }
        return sums;
    }

    /**
     * {@code for (int j = 0; j < a.length; j++) { s += … a[j] … b[j] …; }}.
     *
     * @param out what stands before it
     */
    private Loop over(List<Term> arrays, List<Term> numbers, List<Variable> sums, Scope outer, List<Statement> out) {
        List<Term> read = some(arrays, dice.pick(1, 2, 2, 3));
        Term bound = bound(read, outer, out);
        Scope scope = inside(outer);
        Variable j = counter(scope);
        List<Term> free = numbers.stream()
                .filter(n -> !(n instanceof Term.Read r && sums.contains(r.variable())))
                .toList();
        SumTerms terms = new SumTerms(dice, free);
        read.forEach(array -> terms.add(new ArrayTerm.Element(array, new Term.Read(j))));
        List<Statement> body = new ArrayList<>();
        for (int i = dice.pick(0, 0, 1, 2); i > 0; i--) {
            Variable part = new Variable(scope.fresh(dice), Type.DOUBLE);
            body.add(plain(part, terms.term(2)));
            scope.add(part, true);
            terms.add(new Term.Read(part));
        }
        boolean wide = free.size() >= 4 && dice.chance(0.7);
        sums.forEach(sum -> body.add(step(sum, wide ? terms.combination(some(free, 5)) : terms.term(3), terms)));
        return loop(j, ZERO, bound, body);
    }

    /** {@code double[] h = new double[a.length]; for (…) h[j] = … a[j] …;} */
    private Variable filled(List<Term> arrays, Scope scope, List<Statement> out) {
        Type type = dice.chance(0.85) ? Type.DOUBLES : Type.FLOATS;
        List<Term> read = some(arrays, dice.between(1, 2));
        Term length = ArrayGenerator.length(read.get(0));
        Variable filled = new Variable(scope.fresh(dice), type);
        out.add(plain(filled, new ArrayTerm.Create(type, List.of(length))));
        List<Term> numbers = numbers(scope);
        scope.add(filled, true);
        scope.indices().alike(new Term.Read(filled), read.get(0));
        Scope inner = inside(scope);
        Variable j = counter(inner);
        SumTerms terms = new SumTerms(dice, numbers);
        read.forEach(array -> terms.add(new ArrayTerm.Element(array, new Term.Read(j))));
        Optional<Operator> operator = dice.chance(0.8) ? Optional.empty() : Optional.of(Operator.ADD);
        Term value = operator.isPresent() ? terms.term(2) : as(type.element(), terms.term(2));
        Term put = new ArrayTerm.Put(new Term.Read(filled), new Term.Read(j), operator, value);
        out.add(loop(j, ZERO, length, List.of(new Statement.Evaluate(put))));
        return filled;
    }

    /** {@code for (int i = 0; i < x.length; i++) { s += f(x[i], w); }}, with f or its body. */
    private void overRows(Variable rows, Scope outer, List<Statement> out) {
        numbers(outer, out);
        List<Variable> sums = sums(outer, dice.pick(1, 1, 1, 2), out);
        Scope scope = inside(outer);
        Variable i = counter(scope);
        boolean each = dice.chance(0.3);
        Variable row = new Variable(scope.fresh(dice), rows.type().element());
        Term at = new ArrayTerm.Element(new Term.Read(rows), new Term.Read(i));
        List<Statement> body = new ArrayList<>();
        if (each || dice.chance(0.5)) {
            scope.add(row, true);
            at = each ? new Term.Read(row) : named(row, at, body);
        }
        List<Term> numbers = numbers(outer).stream()
                .filter(n -> !(n instanceof Term.Read r && sums.contains(r.variable())))
                .toList();
        SumTerms terms = new SumTerms(dice, numbers);
        if (!each && dice.chance(0.3)) {
            List<Variable> vectors = vectors(outer);
            terms.add(new ArrayTerm.Element(new Term.Read(vectors.get(vectors.size() - 1)), new Term.Read(i)));
        }
        List<Term> parts = new ArrayList<>();
        for (int k = dice.pick(1, 1, 2); k > 0; k--) {
            parts.add(new Term.Read(part(at, numbers, scope, body)));
        }
        SumTerms linear = new SumTerms(dice, numbers);
        parts.forEach(terms::add);
        Optional<Term> own = dice.chance(0.2) ? Optional.of(own(at, scope, body)) : Optional.empty();
        own.ifPresent(terms::add);
        boolean plain = dice.chance(0.6);
        sums.forEach(sum -> body.add(step(sum, plain ? times(dice.pick(parts), linear) : terms.term(2), terms)));
        own.ifPresent(element -> written((ArrayTerm.Element) element, terms, sums, body));
        Term from = dice.chance(0.85) ? ZERO : ArrayGenerator.whole(1);
        out.add(
                each
                        ? new Loop.Each(row, new Term.Read(rows), body)
                        : loop(i, from, ArrayGenerator.length(new Term.Read(rows)), body));
    }

    /** An element of an array that each iteration has of its own. */
    private Term own(Term row, Scope scope, List<Statement> body) {
        List<Term> arrays = new ArrayList<>(List.of(row));
        arrays.addAll(reads(vectors(scope)));
        return new ArrayTerm.Element(new Term.Read(filled(arrays, scope, body)), ZERO);
    }

    /** Writes to an element that has been read, and reads it again. */
    private void written(ArrayTerm.Element element, SumTerms terms, List<Variable> sums, List<Statement> body) {
        Type type = element.array().type().element();
        body.add(new Statement.Evaluate(new ArrayTerm.Put(
                element.array(), element.index(), Optional.empty(), as(type, terms.tame(terms.term(2))))));
        if (dice.chance(0.7)) {
            body.add(step(dice.pick(sums), times(element, terms), terms));
        }
    }

    /** What is known before what it is multiplied by. */
    private Term times(Term part, SumTerms known) {
        return dice.chance(0.6) ? part : new Term.Binary(Operator.MULTIPLY, known.leaf(), part);
    }

    private static Term named(Variable row, Term at, List<Statement> body) {
        body.add(plain(row, at));
        return new Term.Read(row);
    }

    /** A number that a row gives, with what all rows share. */
    private Variable part(Term row, List<Term> numbers, Scope scope, List<Statement> body) {
        List<Signature> models = models(row.type(), scope);
        Variable part = new Variable(scope.fresh(dice), Type.DOUBLE);
        if (!models.isEmpty() && dice.chance(0.7)) {
            body.add(plain(part, invoke(dice.pick(models), row, numbers, scope)));
            scope.add(part, true);
            return part;
        }
        body.add(plain(part, ZERO));
        scope.add(part, true);
        List<Term> arrays = new ArrayList<>(List.of(row, row));
        arrays.addAll(reads(vectors(scope)));
        if (dice.chance(0.3)) {
            arrays.add(0, new Term.Read(filled(arrays, scope, body)));
        }
        body.add(over(arrays, numbers, List.of(part), scope, body));
        return part;
    }

    /** Methods that only compute, of a row and what is at hand. */
    private List<Signature> models(Type row, Scope scope) {
        return shop.models.stream()
                .filter(m -> m.parameters().get(0) == row)
                .filter(m -> m.parameters().stream()
                        .allMatch(p -> p.isFloating()
                                || p == row
                                || !readable(p, scope).isEmpty()))
                .toList();
    }

    private Term invoke(Signature model, Term row, List<Term> numbers, Scope scope) {
        List<Term> arguments = new ArrayList<>();
        SumTerms terms = new SumTerms(dice, numbers);
        for (Type type : model.parameters()) {
            boolean first = arguments.isEmpty();
            List<Term> readable = reads(readable(type, scope));
            arguments.add(
                    type.isFloating()
                            ? as(type, terms.term(1))
                            : first && dice.chance(0.9) || readable.isEmpty() ? row : dice.pick(readable));
        }
        return new Term.Invoke(model, arguments);
    }

    /** A sum's next value. */
    Statement step(Variable sum, Term value, SumTerms terms) {
        Term read = new Term.Read(sum);
        Term product = new Term.Binary(Operator.MULTIPLY, read, terms.tame(value));
        return switch (dice.weighted(10, 2, 1, 1, 1)) {
            case 0 -> assign(sum, Optional.of(Operator.ADD), value);
            case 1 -> assign(sum, Optional.of(Operator.SUBTRACT), value);
            case 2 -> assign(sum, Optional.empty(), as(sum.type(), new Term.Binary(Operator.ADD, value, read)));
            case 3 -> assign(sum, Optional.empty(), as(sum.type(), new Term.Binary(Operator.ADD, value, product)));
            default ->
                assign(
                        sum,
                        Optional.empty(),
                        as(sum.type(), new Term.Elementary(MathFunction.MAX, List.of(read, value))));
        };
    }

    static Statement assign(Variable target, Optional<Operator> operator, Term value) {
        return new Statement.Evaluate(new Term.Assign(target, operator, value));
    }

    Loop loop(Variable i, Term from, Term bound, List<Statement> body) {
        Statement.Style style = dice.chance(0.06) ? Statement.Style.CHECKPOINT : Statement.Style.PLAIN;
        return new Loop.For(
                List.of(new Statement.Declare(i, style, Optional.of(from))),
                new Term.Binary(Operator.LESS, new Term.Read(i), bound),
                List.of(new Term.Advance(i, true, false)),
                body);
    }

    /** The length of the first array, or what all have in common. */
    Term bound(List<Term> arrays, Scope scope, List<Statement> out) {
        Term length = ArrayGenerator.length(arrays.get(0));
        if (arrays.size() == 1 || dice.chance(0.6)) {
            return length;
        }
        for (Term array : arrays.subList(1, arrays.size())) {
            Term other = ArrayGenerator.length(array);
            length = new Term.Choose(new Term.Binary(Operator.LESS, other, length), other, length);
        }
        Variable bound = new Variable(scope.fresh(dice), Type.INT);
        out.add(plain(bound, length));
        scope.add(bound, false);
        return new Term.Read(bound);
    }

    Variable counter(Scope scope) {
        Variable counter = new Variable(scope.fresh(dice), Type.INT);
        scope.add(counter, false);
        return counter;
    }

    static Scope inside(Scope outer) {
        return outer.inner(outer.targets().with(Targets.Kind.LOOP, Optional.empty()));
    }

    static Statement plain(Variable variable, Term value) {
        return new Statement.Declare(variable, Statement.Style.PLAIN, Optional.of(value));
    }

    /** As a type that may be narrower. */
    static Term as(Type type, Term term) {
        return type.holds(term.type()) ? term : new Term.Cast(type, term);
    }

    private <T> List<T> some(List<T> list, int most) {
        List<T> left = new ArrayList<>(list);
        List<T> out = new ArrayList<>();
        while (out.size() < most && !left.isEmpty()) {
            T one = left.remove(out.isEmpty() ? 0 : dice.below(left.size()));
            out.add(one);
            left.removeIf(one::equals);
        }
        return out;
    }

    private static List<Term> reads(List<Variable> variables) {
        return variables.stream().<Term>map(Term.Read::new).toList();
    }

    private static List<Variable> readable(Type type, Scope scope) {
        return scope.arrays().stream().filter(v -> v.type() == type).toList();
    }

    private static List<Variable> vectors(Scope scope) {
        return scope.arrays().stream()
                .filter(v -> v.type().element().isFloating())
                .toList();
    }

    private static List<Variable> rows(Scope scope) {
        return Stream.of(Type.DOUBLE_ROWS, Type.FLOAT_ROWS)
                .flatMap(type -> readable(type, scope).stream())
                .toList();
    }

    static List<Term> numbers(Scope scope) {
        return reads(scope.readable(Type.DOUBLE).stream()
                .filter(v -> v.type().isFloating())
                .toList());
    }
}
