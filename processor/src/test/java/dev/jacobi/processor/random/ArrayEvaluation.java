package dev.jacobi.processor.random;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Works out expressions with arrays in them. */
final class ArrayEvaluation implements ArrayTerm.ArrayCases<Value> {

    private final Interpreter interpreter;
    private final Evaluation terms;
    private final Numbers numbers;

    ArrayEvaluation(Interpreter interpreter, Evaluation terms) {
        this.interpreter = interpreter;
        this.terms = terms;
        this.numbers = interpreter.numbers();
    }

    private int whole(Term term) {
        return (int) numbers.convert(terms.eval(term), Type.INT).whole();
    }

    /** An element as it is read, which is constant if the array's variable is. */
    Value read(Cells cells, int index) {
        Value value = cells.get(index);
        return cells.constant() ? interpreter.hold(value) : value;
    }

    private Value write(Cells cells, int index, Value value) {
        Value converted = numbers.convert(value, cells.type().element());
        cells.set(index, converted);
        return converted;
    }

    @Override
    public Value element(ArrayTerm.Element term) {
        Cells cells = terms.eval(term.array()).cells();
        return read(cells, whole(term.index()));
    }

    /** The old element is read before the value is worked out. */
    @Override
    public Value put(ArrayTerm.Put term) {
        Cells cells = terms.eval(term.array()).cells();
        int index = whole(term.index());
        if (term.operator().isEmpty()) {
            return write(cells, index, terms.eval(term.value()));
        }
        Value old = read(cells, index);
        Value value = numbers.binary(term.operator().get(), old, terms.eval(term.value()));
        return write(cells, index, value);
    }

    @Override
    public Value step(ArrayTerm.Step term) {
        Cells cells = terms.eval(term.array()).cells();
        int index = whole(term.index());
        Value old = read(cells, index);
        Value stored = write(cells, index, terms.stepped(old, term.up()));
        return term.prefix() ? stored : old;
    }

    @Override
    public Value length(ArrayTerm.Length term) {
        return Value.whole(Type.INT, terms.eval(term.array()).cells().length());
    }

    @Override
    public Value create(ArrayTerm.Create term) {
        int[] lengths = term.lengths().stream().mapToInt(this::whole).toArray();
        for (int length : lengths) {
            if (length > 1000) {
                throw new Trace.Endless();
            }
        }
        return Value.array(Cells.zeros(term.type(), lengths));
    }

    @Override
    public Value initialise(ArrayTerm.Initialise term) {
        Type element = term.type().element();
        return Value.array(Cells.of(
                term.type(),
                term.elements().stream()
                        .map(e -> numbers.convert(terms.eval(e), element))
                        .toArray(Value[]::new)));
    }

    @Override
    public Value library(ArrayTerm.Library term) {
        List<Value> values = term.operands().stream().map(terms::eval).toList();
        Cells cells = values.get(0).cells();
        return switch (term.function()) {
            case CLONE -> Value.array(cells.range(0, cells.length()));
            case COPY_OF -> Value.array(cells.range(0, number(values, 1)));
            case COPY_OF_RANGE -> Value.array(cells.range(number(values, 1), number(values, 2)));
            case FILL -> fill(cells, 0, cells.length(), values.get(1));
            case FILL_RANGE -> fill(cells, number(values, 1), number(values, 2), values.get(3));
            case COPY -> copy(values);
            case SORT -> sort(cells);
        };
    }

    private static int number(List<Value> values, int index) {
        return (int) values.get(index).whole();
    }

    private Value fill(Cells cells, int from, int to, Value value) {
        if (from > to || to > cells.length()) {
            throw new IllegalArgumentException(from + " > " + to);
        }
        for (int i = from; i < to; i++) {
            write(cells, i, value);
        }
        return Value.NOTHING;
    }

    /** What is sorted takes its derivative with it; of two that are the same nobody knows which comes first. */
    private Value sort(Cells cells) {
        List<Value> elements = Arrays.asList(cells.elements());
        List<Value> before = List.copyOf(elements);
        elements.sort(Comparator.comparingDouble(Value::asDouble));
        for (int i = 0; i < cells.length(); i++) {
            Value value = cells.get(i);
            interpreter.trace().decisions.add((double) before.indexOf(value));
            interpreter.trace().singular |= i > 0
                    && value.asDouble() == cells.get(i - 1).asDouble()
                    && (value.bound() > 0 || cells.get(i - 1).bound() > 0);
        }
        return Value.NOTHING;
    }

    private static Value copy(List<Value> values) {
        Value[] from = values.get(0).cells().elements();
        Value[] to = values.get(2).cells().elements();
        System.arraycopy(from, number(values, 1), to, number(values, 3), number(values, 4));
        return Value.NOTHING;
    }
}
