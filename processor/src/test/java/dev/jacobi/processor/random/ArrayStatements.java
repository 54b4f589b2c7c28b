package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes statements about arrays: writes, whole-array methods, and what programs commonly do with references. */
final class ArrayStatements {

    private static final List<Type> TYPES =
            List.of(Type.DOUBLES, Type.DOUBLES, Type.DOUBLES, Type.DOUBLES, Type.FLOATS, Type.FLOATS, Type.INTS);

    private final Workshop shop;
    private final Dice dice;

    ArrayStatements(Workshop shop) {
        this.shop = shop;
        this.dice = shop.dice;
    }

    Type type() {
        return shop.has(Feature.ROWS) && dice.chance(0.25)
                ? dice.pick(Type.DOUBLE_ROWS, Type.DOUBLE_ROWS, Type.FLOAT_ROWS)
                : shop.has(Feature.RECORDS) && dice.chance(0.12) ? Type.PAIRS : dice.pick(TYPES);
    }

    void statement(Scope scope, List<Statement> out) {
        switch (dice.weighted(8, 2, 2, 1, shop.weight(Feature.ALIASES, 2), shop.weight(Feature.ALIASES, 2), 2, 1)) {
            case 0 -> write(scope, out);
            case 1 -> fill(scope, out);
            case 2 -> copy(scope, out);
            case 3 -> swapElements(scope, out);
            case 4 -> swapNames(scope, out);
            case 5 -> swapRows(scope, out);
            case 6 -> declare(scope, out);
            default ->
                target(dice.pick(Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.INT), scope)
                        .ifPresent(array -> out.add(library(ArrayFunction.SORT, List.of(array))));
        }
    }

    private void write(Scope scope, List<Statement> out) {
        shop.arrays
                .change(t -> t.isFloating() || t.isRecord() || dice.chance(0.3), dice.between(1, 3), scope)
                .ifPresent(t -> out.add(new Statement.Evaluate(t)));
    }

    /** {@code double[] v = …;}, after which v has indices in common with what it is as long as. */
    void declare(Scope scope, List<Statement> out) {
        Type type = type();
        boolean named = shop.has(Feature.ALIASES) && dice.chance(0.35);
        if (type == Type.PAIRS && shop.loops.fits(scope) && dice.chance(0.3)) {
            filled(scope, out);
            return;
        }
        Term value = named ? shop.arrays.array(type, 2, scope) : shop.arrays.owned(type, 2, scope);
        Variable variable = new Variable(scope.fresh(dice), type);
        boolean constant = type.carriesDerivative() && dice.chance(0.04);
        Statement.Style style = constant
                ? Statement.Style.NO_DERIVATIVE
                : dice.pick(Statement.Style.PLAIN, Statement.Style.PLAIN, Statement.Style.VAR, Statement.Style.FINAL);
        if (style == Statement.Style.VAR && Lambda.isIn(value)) {
            style = Statement.Style.PLAIN;
        }
        out.add(new Statement.Declare(variable, style, Optional.of(value)));
        if (constant) {
            scope.addHeld(variable);
        } else {
            scope.add(variable, style != Statement.Style.FINAL);
        }
        if (shop.has(Feature.FUNCTIONS) && style == Statement.Style.FINAL) {
            scope.addFinal(variable);
        }
        model(value).ifPresent(other -> scope.indices().alike(new Term.Read(variable), other));
        if (value instanceof ArrayTerm.Create && !constant) {
            use(variable, scope, out);
        }
    }

    /** An array of records, into which they are put at once: what is null otherwise can't be in a variable. */
    private void filled(Scope scope, List<Statement> out) {
        Variable variable = new Variable(scope.fresh(dice), Type.PAIRS);
        Term value = new ArrayTerm.Create(Type.PAIRS, List.of(ArrayGenerator.whole(dice.between(2, 3))));
        out.add(new Statement.Declare(variable, Statement.Style.PLAIN, Optional.of(value)));
        out.add(shop.loops.filling(variable, scope.without(variable)));
        scope.add(variable, true);
    }

    /** Writes something into a new array, mostly: zeros tell little. */
    private void use(Variable variable, Scope scope, List<Statement> out) {
        if (shop.loops.fits(scope) && dice.chance(0.5)) {
            out.add(shop.loops.filling(variable, scope));
        } else if (dice.chance(0.7)) {
            Term array = new Term.Read(variable);
            if (variable.type().element().isArray()) {
                array = new ArrayTerm.Element(array, ArrayGenerator.whole(dice.below(2)));
            }
            Term value = shop.terms.term(array.type().element(), 2, scope);
            out.add(new Statement.Evaluate(
                    new ArrayTerm.Put(array, ArrayGenerator.whole(dice.below(2)), Optional.empty(), value)));
        }
    }

    /** The array that a new one is as long as. */
    private static Optional<Term> model(Term value) {
        if (value instanceof ArrayTerm.Library l && l.function() == ArrayFunction.CLONE) {
            return Optional.of(l.operands().get(0));
        }
        if (value instanceof ArrayTerm.Create c && c.lengths().get(0) instanceof ArrayTerm.Length l) {
            return Optional.of(l.array());
        }
        return value instanceof Term.Read ? Optional.of(value) : Optional.empty();
    }

    /** An array of numbers: a variable, or a row. */
    private Optional<Term> target(Type base, Scope scope) {
        List<Term> all = new ArrayList<>();
        for (Variable v : scope.arrays()) {
            Term read = new Term.Read(v);
            if (v.type().element() == base) {
                all.add(read);
            } else if (v.type().base() == base) {
                all.add(new ArrayTerm.Element(read, shop.arrays.index(read, 0, scope)));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(dice.pick(all));
    }

    private void fill(Scope scope, List<Statement> out) {
        Type base = dice.pick(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.PAIR);
        target(base, scope).ifPresent(array -> {
            Term value = shop.terms.term(base, 2, scope);
            boolean part = dice.chance(0.4);
            Term from = ArrayGenerator.whole(dice.below(2));
            Term to = array instanceof Term.Read && dice.chance(0.5)
                    ? ArrayGenerator.length(array)
                    : ArrayGenerator.whole(dice.between(1, 2));
            out.add(library(
                    part ? ArrayFunction.FILL_RANGE : ArrayFunction.FILL,
                    part ? List.of(array, from, to, value) : List.of(array, value)));
        });
    }

    private static Statement library(ArrayFunction function, List<Term> operands) {
        return new Statement.Evaluate(new ArrayTerm.Library(function, operands));
    }

    private void copy(Scope scope, List<Statement> out) {
        Type base = dice.pick(Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.INT, Type.PAIR);
        Optional<Term> from = target(base, scope);
        Optional<Term> to = target(base, scope);
        if (from.isPresent() && to.isPresent()) {
            Term start = ArrayGenerator.whole(dice.below(2));
            Term end = ArrayGenerator.whole(dice.below(2));
            Term count = ArrayGenerator.whole(dice.pick(1, 1, 1, 2));
            boolean whole = from.equals(to) && from.get() instanceof Term.Read && dice.chance(0.3);
            Term most = new Term.Binary(Operator.SUBTRACT, ArrayGenerator.length(from.get()), ArrayGenerator.whole(1));
            out.add(library(
                    ArrayFunction.COPY,
                    whole
                            ? List.of(from.get(), start, to.get(), flipped(start), most)
                            : List.of(from.get(), start, to.get(), end, count)));
        }
    }

    private static Term flipped(Term zeroOrOne) {
        return ArrayGenerator.whole(zeroOrOne.equals(ArrayGenerator.whole(0)) ? 1 : 0);
    }

    private void swapElements(Scope scope, List<Statement> out) {
        shop.arrays.place(Type::carriesDerivative, false, 1, scope).ifPresent(first -> {
            Variable kept = new Variable(scope.fresh(dice), first.type());
            ArrayGenerator.Place second =
                    new ArrayGenerator.Place(first.array(), shop.arrays.index(first.array(), 1, scope));
            exchange(kept, first.read(), first.put(second.read()), second.put(new Term.Read(kept)), out);
            scope.add(kept, true);
        });
    }

    /** {@code t = a; a = b; b = t;} as parts. */
    private static void exchange(Variable kept, Term read, Term first, Term second, List<Statement> out) {
        out.add(new Statement.Declare(kept, Statement.Style.PLAIN, Optional.of(read)));
        out.add(new Statement.Evaluate(first));
        out.add(new Statement.Evaluate(second));
    }

    private void swapNames(Scope scope, List<Statement> out) {
        Type type = dice.pick(Type.DOUBLES, Type.DOUBLES, Type.FLOATS, Type.DOUBLE_ROWS);
        List<Variable> variables = scope.assignable(type);
        if (variables.size() >= 2) {
            Variable a = variables.get(variables.size() - 1);
            Variable b = variables.get(dice.below(variables.size() - 1));
            Variable kept = new Variable(scope.fresh(dice), type);
            exchange(
                    kept,
                    new Term.Read(a),
                    new Term.Assign(a, Optional.empty(), new Term.Read(b)),
                    new Term.Assign(b, Optional.empty(), new Term.Read(kept)),
                    out);
            scope.add(kept, true);
        }
    }

    /** Rows exchanged, or one put in another's place. */
    private void swapRows(Scope scope, List<Statement> out) {
        Type type = dice.pick(Type.DOUBLES, Type.DOUBLES, Type.FLOATS);
        shop.arrays.row(type, scope).ifPresent(row -> {
            ArrayTerm.Element first = (ArrayTerm.Element) row;
            Variable kept = new Variable(scope.fresh(dice), type);
            Term index = shop.arrays.index(first.array(), 0, scope);
            Term second = new ArrayTerm.Element(first.array(), index);
            Term value = dice.chance(0.7) ? second : shop.arrays.array(type, 1, scope);
            exchange(
                    kept,
                    row,
                    new ArrayTerm.Put(first.array(), first.index(), Optional.empty(), value),
                    new ArrayTerm.Put(first.array(), index, Optional.empty(), new Term.Read(kept)),
                    out);
            scope.add(kept, true);
        });
    }
}
