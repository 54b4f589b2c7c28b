package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tensors put together along a dimension, or as the slices of a new one. */
final class JoinShapes {

    private JoinShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(table, JoinShapes::stacked, "stack");
        ShapeTable.put(table, op -> joined(op, 1, tensors(op, 1), op.integer(0)), "cat");
        ShapeTable.put(table, JoinShapes::diagonal, "blockDiag");
        ShapeTable.put(table, op -> widened(op, 1), "hstack");
        ShapeTable.put(table, op -> widened(op, 2), "vstack");
        ShapeTable.put(table, op -> widened(op, 3), "dstack");
    }

    /** The tensors from an operand on, or the elements of an array of them. */
    static List<Extents> tensors(Operation op, int from) {
        List<Value> list = op.list(from);
        List<Extents> tensors = new ArrayList<>();
        for (Value value : list == null ? List.<Value>of() : list) {
            tensors.add(value instanceof Value.Shaped shaped ? shaped.extents() : Extents.UNKNOWN);
        }
        return tensors;
    }

    /** The operand at a place among the tensors; the array where they are elements of one. */
    static int operand(Operation op, int from, int index) {
        return op.value(from) instanceof Value.Array ? from : from + index;
    }

    private static Extents stacked(Operation op) {
        boolean says = op.parameters().get(0).equals("int");
        int from = says ? 1 : 0;
        List<Extents> parts = tensors(op, from);
        if (parts.isEmpty()) {
            return Extents.UNKNOWN;
        }
        Extents part = parts.get(0);
        for (int i = 1; i < parts.size(); i++) {
            if (Extents.differ(parts.get(0), parts.get(i))) {
                return op.refuse("all must have one shape", operand(op, from, 0), operand(op, from, i));
            }
            part = Extents.meet(part, parts.get(i));
        }
        Integer dim = says ? op.integer(0) : Integer.valueOf(0);
        int place = op.place(operand(op, from, 0), part.open() ? -1 : part.count() + 1, part.count() + 1, dim);
        return place == 0 ? Extents.UNKNOWN : part.inserting(place, Dim.of(parts.size()));
    }

    /** Matrices, rows and single elements along the diagonal of one matrix. */
    private static Extents diagonal(Operation op) {
        List<Extents> parts = tensors(op, 0);
        if (parts.isEmpty()) {
            return Extents.UNKNOWN;
        }
        Dim rows = Dim.of(0);
        Dim columns = Dim.of(0);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).hasMoreThan(2)) {
                return op.refuse("each must have at most 2 dimensions", operand(op, 0, i));
            }
            Extents matrix = DimensionShapes.atLeast(parts.get(i), 2);
            rows = Dim.plus(rows, matrix.back(2));
            columns = Dim.plus(columns, matrix.back(1));
        }
        return Extents.of(rows, columns);
    }

    /**
     * With dimensions put in until there are so many: columns are joined, or elements of vectors; rows; or what lies
     * behind.
     */
    private static Extents widened(Operation op, int rank) {
        List<Extents> wide = new ArrayList<>();
        for (Extents part : tensors(op, 0)) {
            wide.add(DimensionShapes.atLeast(part, rank));
        }
        if (wide.isEmpty() || wide.get(0).open()) {
            return Extents.UNKNOWN;
        }
        int dim = rank == 1 ? Math.min(1, wide.get(0).count() - 1) : rank == 2 ? 0 : 2;
        return joined(op, 0, wide, dim);
    }

    private static Extents joined(Operation op, int from, List<Extents> parts, @Nullable Integer dim) {
        if (parts.isEmpty()) {
            return Extents.UNKNOWN;
        }
        int place = op.ownPlace(operand(op, from, 0), parts.get(0), dim);
        if (place == 0) {
            return Extents.UNKNOWN;
        }
        Dim length = parts.get(0).back(place);
        Extents rest = without(parts.get(0), place);
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).hasLessThan(place) || Extents.differ(rest, without(parts.get(i), place))) {
                return op.refuse(
                        "all must be equal but for the dimension that they are joined along",
                        operand(op, from, 0),
                        operand(op, from, i));
            }
            rest = Extents.meet(rest, without(parts.get(i), place));
            length = Dim.plus(length, parts.get(i).back(place));
        }
        return rest.with(place, length);
    }

    /** With any length in the dimension that is joined. */
    private static Extents without(Extents part, int place) {
        return part.count() < place ? Extents.UNKNOWN : part.with(place, Dim.unknown());
    }
}
