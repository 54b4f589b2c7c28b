package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What programs ask of shapes: their dimensions, and how many there are. */
final class QueryValues {

    private QueryValues() {}

    static void add(Map<String, Shaping> table) {
        for (String type : List.of("Tensor", "Index", "Mask")) {
            table.put(type + ".shape", op -> op.value(0) instanceof Value.Shaped ? op.value(0) : asked());
            table.put(type + ".size", op -> number(op.shape(0).size()));
        }
        for (String type : List.of("Tensor", "Shape")) {
            table.put(
                    type + ".rank",
                    op -> op.shape(0).open()
                            ? asked()
                            : Value.number(op.shape(0).count()));
            table.put(type + ".dim", QueryValues::dim);
        }
        table.put(
                "Tensor.classesDim",
                op -> op.shape(0).open() ? asked() : Value.number(op.shape(0).count() == 1 ? 0 : 1));
        table.put("Tensor.numel", op -> number(op.shape(0).size()));
        for (String array : List.of("toFloatArray", "toDoubleArray")) {
            table.put("Tensor." + array, op -> new Value.Array(op.shape(0).size(), null));
        }
        for (String matrix : List.of("toFloatMatrix", "toDoubleMatrix")) {
            table.put("Tensor." + matrix, QueryValues::rows);
        }
        table.put("Shape.size", op -> number(op.shape(0).size()));
        table.put("Shape.of", op -> Shaping.made(op, CreationShapes.lengths(op, 0)));
        table.put("Shape.toArray", QueryValues::array);
        table.put("Shape.equals", QueryValues::equal);
    }

    private static Value asked() {
        return new Value.Unknown(true);
    }

    private static Value number(Dim dim) {
        return dim instanceof Dim.Unknown ? asked() : new Value.Whole(dim);
    }

    private static Value dim(Operation op) {
        int place = op.ownPlace(0, op.shape(0), op.integer(1));
        return place == 0 ? asked() : number(op.shape(0).back(place));
    }

    private static Value rows(Operation op) {
        Value row = new Value.Array(op.shape(0).back(1), null);
        boolean followed =
                op.isRank(0, 2) && op.shape(0).back(2) instanceof Dim.Known count && count.value() <= Value.Array.MOST;
        List<Value> rows = new ArrayList<>();
        for (int i = 0; followed && op.shape(0).back(2) instanceof Dim.Known count && i < count.value(); i++) {
            rows.add(row);
        }
        return followed ? Value.Array.of(rows) : new Value.Array(op.shape(0).back(2), null);
    }

    private static Value array(Operation op) {
        if (op.shape(0).open()) {
            return asked();
        }
        List<Value> lengths = new ArrayList<>();
        op.shape(0).dims().forEach(dim -> lengths.add(number(dim)));
        return Value.Array.of(lengths);
    }

    private static Value equal(Operation op) {
        if (!(op.value(0) instanceof Value.Shaped a) || !(op.value(1) instanceof Value.Shaped b)) {
            return asked();
        }
        if (Extents.differ(a.extents(), b.extents())) {
            return new Value.Truth(false);
        }
        boolean sure = a.extents().isKnown() && b.extents().isKnown();
        return sure ? new Value.Truth(a.extents().equals(b.extents())) : asked();
    }
}
