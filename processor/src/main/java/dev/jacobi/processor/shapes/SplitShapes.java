package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tensors taken apart along a dimension into an array of them. */
final class SplitShapes {

    private SplitShapes() {}

    static void add(Map<String, Shaping> table) {
        table.put("Tensor.split", op -> parts(op, op.count() == 2 ? null : op.integer(2), op.count() == 2));
        table.put("Tensor.chunk", op -> parts(op, op.integer(2), false));
        table.put("Tensor.tensorSplit", op -> parts(op, op.integer(2), false));
        table.put("Tensor.unbind", SplitShapes::unbound);
    }

    private static Value parts(Operation op, @Nullable Integer dim, boolean first) {
        Extents x = op.shape(0);
        int place = op.ownPlace(0, x, first ? Integer.valueOf(0) : dim);
        if (place == 0) {
            return Value.unknown();
        }
        List<Integer> lengths = x.back(place) instanceof Dim.Known whole ? lengths(op, whole.value()) : null;
        return lengths == null ? Value.unknown() : array(op, x, place, lengths);
    }

    private static Value array(Operation op, Extents x, int place, List<Integer> lengths) {
        List<Value> parts = new ArrayList<>();
        for (int length : lengths) {
            parts.add(Shaping.made(op, x.with(place, Dim.of(length))));
        }
        return Value.Array.of(parts);
    }

    private static @Nullable List<Integer> lengths(Operation op, int whole) {
        if (op.parameters().get(0).equals("int[]")) {
            List<Integer> given = op.integers(1);
            return given == null ? null : op.name().equals("split") ? sizes(op, given, whole) : between(given, whole);
        }
        Integer number = op.integer(1);
        if (number == null || number <= 0 || whole == 0) {
            return null;
        }
        return switch (op.name()) {
            case "split" -> equal(whole, number);
            case "chunk" -> equal(whole, (whole - 1) / number + 1);
            default -> even(whole, number);
        };
    }

    private static @Nullable List<Integer> sizes(Operation op, List<Integer> sizes, int whole) {
        long sum = 0;
        for (int size : sizes) {
            sum += size;
        }
        if (sum != whole) {
            op.refuse("the sizes " + sizes + " do not add up to the " + whole + " of the dimension", 0);
            return null;
        }
        return sizes;
    }

    private static @Nullable List<Integer> equal(int whole, int size) {
        if (whole / size > Value.Array.MOST) {
            return null;
        }
        List<Integer> lengths = new ArrayList<>();
        for (int start = 0; start < whole; start += size) {
            lengths.add(Math.min(size, whole - start));
        }
        return lengths;
    }

    /** The first ones are longer by one. */
    private static @Nullable List<Integer> even(int whole, int sections) {
        if (sections > Value.Array.MOST) {
            return null;
        }
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < sections; i++) {
            lengths.add(whole / sections + (i < whole % sections ? 1 : 0));
        }
        return lengths;
    }

    private static List<Integer> between(List<Integer> bounds, int whole) {
        List<Integer> lengths = new ArrayList<>();
        int start = 0;
        for (int bound : bounds) {
            int end = PartShapes.clamped(bound, whole);
            lengths.add(Math.max(0, end - start));
            start = end;
        }
        lengths.add(Math.max(0, whole - start));
        return lengths;
    }

    private static Value unbound(Operation op) {
        Extents x = op.shape(0);
        int place = op.ownPlace(0, x, op.count() == 1 ? Integer.valueOf(0) : op.integer(1));
        if (place == 0) {
            return Value.unknown();
        }
        Value slice = Shaping.made(op, x.without(place));
        boolean followed = x.back(place) instanceof Dim.Known length && length.value() <= Value.Array.MOST;
        List<Value> slices = new ArrayList<>();
        for (int i = 0; followed && x.back(place) instanceof Dim.Known length && i < length.value(); i++) {
            slices.add(slice);
        }
        return new Value.Array(x.back(place), followed ? slices : null);
    }
}
