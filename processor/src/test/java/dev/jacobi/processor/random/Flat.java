package dev.jacobi.processor.random;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers, arrays and records of them as one list of numbers, and back. */
final class Flat {

    private Flat() {}

    /** The numbers of a box, an array, or a record of such. */
    static double[] numbers(Object boxed) {
        return leaves(boxed).stream().mapToDouble(Number::doubleValue).toArray();
    }

    private static List<Number> leaves(Object boxed) {
        if (boxed instanceof Number number) {
            return List.of(number);
        }
        List<Number> out = new ArrayList<>();
        parts(boxed).forEach(part -> out.addAll(leaves(part)));
        return out;
    }

    private static List<Object> parts(Object boxed) {
        if (boxed.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(boxed))
                    .mapToObj(i -> Array.get(boxed, i))
                    .toList();
        }
        if (boxed instanceof Parts parts) {
            return parts.carrying();
        }
        return Arrays.stream(boxed.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> Members.get(boxed, name))
                .filter(part -> !(part instanceof Integer))
                .toList();
    }

    /** How many numbers are where, whatever they are. */
    static String shape(Object boxed) {
        return boxed instanceof Number
                ? boxed.getClass().getSimpleName()
                : parts(boxed).stream().map(Flat::shape).collect(Collectors.joining(", ", "[", "]"));
    }

    /** How many numbers a value is made of. */
    static int count(Value value) {
        return elements(value).stream().mapToInt(Flat::count).sum()
                + (value.array().isPresent() ? 0 : 1);
    }

    /** Without the components of a record that have no derivative. */
    private static List<Value> elements(Value value) {
        List<Value> all =
                value.array().map(cells -> Arrays.asList(cells.elements())).orElse(List.of());
        return value.type().isRecord()
                ? all.stream().filter(e -> e.type().carriesDerivative()).toList()
                : all;
    }

    /** The numbers that a value is made of. */
    static List<Value> values(Value value) {
        return value.array().isPresent()
                ? elements(value).stream().flatMap(e -> values(e).stream()).toList()
                : List.of(value);
    }

    /** A new value of the shape of another, made of other numbers, which are taken from the list's start. */
    static Value shaped(Value like, List<Value> numbers) {
        if (like.array().isEmpty()) {
            return like.type().isFloating() ? numbers.remove(0) : like;
        }
        Value[] changed = Arrays.stream(like.cells().elements())
                .map(e -> shaped(e, numbers))
                .toArray(Value[]::new);
        return Value.array(Cells.of(like.type(), changed));
    }

    /** What a box or an array contains, to the bit. */
    static String text(Object boxed) {
        return boxed != null && boxed.getClass().isArray()
                ? parts(boxed).stream().map(Flat::text).collect(Collectors.joining(", ", "[", "]"))
                : String.valueOf(boxed);
    }
}
