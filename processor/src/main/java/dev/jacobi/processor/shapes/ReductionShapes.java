package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums and the like: over everything, or over dimensions that are dropped or kept with length 1. */
final class ReductionShapes {

    private ReductionShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(
                table,
                op -> reduced(op, 1),
                "sum",
                "mean",
                "amax",
                "amin",
                "max",
                "min",
                "prod",
                "var",
                "std",
                "logsumexp",
                "median",
                "argmax",
                "argmin",
                "countNonzero");
        ShapeTable.put(table, op -> reduced(op, op.count() == 1 ? 1 : 2), "norm", "quantile");
        ShapeTable.put(table, ReductionShapes::kept, "normalizeBy");
        ShapeTable.put(table, op -> reduced(op, 2), "kthvalue");
        ShapeTable.put(table, op -> Extents.of(op.number(1)), "histc");
        ShapeTable.put(table, ReductionShapes::chosen, "topk");
        ShapeTable.put(table, ReductionShapes::differences, "diff");
        ShapeTable.put(table, "Mask.any", op -> reduced(op, 1));
        ShapeTable.put(table, "Mask.all", op -> reduced(op, 1));
    }

    /** @param at where the dimension or dimensions stand among the operands, if they do */
    private static Extents reduced(Operation op, int at) {
        if (op.count() <= at) {
            return Extents.SCALAR;
        }
        List<String> parameters = op.parameters();
        boolean says = parameters.get(parameters.size() - 1).equals("boolean");
        Boolean keep = says ? op.flag(op.count() - 1) : Boolean.FALSE;
        List<Integer> dims = parameters.get(at - 1).equals("int[]") ? op.integers(at) : one(op.integer(at));
        if (keep == null || dims == null) {
            return Extents.UNKNOWN;
        }
        if (dims.isEmpty()) {
            return keep ? ones(op.shape(0)) : Extents.SCALAR;
        }
        return without(op, op.shape(0), dims, keep);
    }

    private static Extents kept(Operation op) {
        Integer dim = op.integer(2);
        return dim == null ? Extents.UNKNOWN : without(op, op.shape(0), List.of(dim), true);
    }

    private static Extents ones(Extents shape) {
        return new Extents(
                shape.open(), shape.dims().stream().map(dim -> Dim.one()).toList());
    }

    private static @Nullable List<Integer> one(@Nullable Integer dim) {
        return dim == null ? null : List.of(dim);
    }

    private static Extents without(Operation op, Extents shape, List<Integer> dims, boolean keep) {
        List<Integer> places = new ArrayList<>();
        for (int dim : dims) {
            int place = op.place(0, shape, dim);
            if (place == 0) {
                return Extents.UNKNOWN;
            }
            if (places.contains(place)) {
                return op.refuse("dimension " + dim + " is named twice", 0);
            }
            places.add(place);
        }
        Extents left = shape;
        places.sort((a, b) -> b - a); // those before the last ones don't move them
        for (int place : places) {
            left = keep ? left.with(place, Dim.one()) : left.without(place);
        }
        return left;
    }

    /** {@code topk(k, dim)}: so many are left of a dimension. */
    private static Extents chosen(Operation op) {
        Extents x = op.shape(0);
        int place = op.place(0, x, op.integer(2));
        return place == 0 ? Extents.UNKNOWN : x.with(place, op.number(1));
    }

    /** {@code diff(n, dim)}: one less each time. */
    private static Extents differences(Operation op) {
        boolean counted = op.count() == 3;
        Extents x = op.shape(0);
        int place = op.ownPlace(0, x, op.integer(counted ? 2 : 1));
        Integer n = counted ? op.integer(1) : Integer.valueOf(1);
        if (place == 0) {
            return Extents.UNKNOWN;
        }
        boolean known = n != null && x.back(place) instanceof Dim.Known length && length.value() >= n && n >= 0;
        return x.with(place, known && n != null ? Dim.plus(x.back(place), Dim.of(-n)) : Dim.unknown());
    }
}
