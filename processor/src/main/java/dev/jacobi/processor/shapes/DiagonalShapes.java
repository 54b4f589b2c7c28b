package dev.jacobi.processor.shapes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Diagonals of matrices, and what is above and below them. */
final class DiagonalShapes {

    private DiagonalShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(table, op -> op.hasRank(0, 2) ? op.shape(0) : Extents.UNKNOWN, "triu", "tril");
        ShapeTable.put(table, DiagonalShapes::diagonalOrMatrix, "diag");
        ShapeTable.put(table, op -> diagonal(op, 1), "diagonal");
        ShapeTable.put(table, DiagonalShapes::embedded, "diagEmbed");
    }

    private static Extents diagonalOrMatrix(Operation op) {
        Extents x = op.shape(0);
        if (x.hasMoreThan(2) || x.isClosed(0)) {
            return op.refuse("it must have 1 or 2 dimensions; see diagonal and diagEmbed", 0);
        }
        Integer offset = op.count() == 1 ? Integer.valueOf(0) : op.integer(1);
        if (x.isClosed(1)) {
            Dim side = side(x.back(1), offset);
            return Extents.of(side, side);
        }
        return x.isClosed(2) ? Extents.of(count(x.back(2), x.back(1), offset)) : Extents.UNKNOWN;
    }

    private static Dim side(Dim length, @Nullable Integer offset) {
        return offset == null ? Dim.unknown() : offset == 0 ? length : Dim.plus(length, Dim.of(Math.abs(offset)));
    }

    /** How many elements a diagonal has. */
    private static Dim count(Dim rows, Dim columns, @Nullable Integer offset) {
        if (offset != null && offset == 0 && rows.equals(columns)) {
            return rows;
        }
        if (offset == null || !(rows instanceof Dim.Known m) || !(columns instanceof Dim.Known n)) {
            return Dim.unknown();
        }
        long below = offset >= 0 ? m.value() : (long) m.value() + offset;
        long right = offset >= 0 ? (long) n.value() - offset : n.value();
        return Dim.of((int) Math.max(0, Math.min(below, right)));
    }

    /** @param at the operand that says how far above the main diagonal, if it is there; behind it are the dimensions */
    static Extents diagonal(Operation op, int at) {
        Extents x = op.shape(0);
        if (!op.hasRank(0, 2)) {
            return Extents.UNKNOWN;
        }
        boolean plain = op.count() == at;
        int rows = op.ownPlace(0, x, plain ? Integer.valueOf(0) : op.integer(at + 1));
        int columns = op.ownPlace(0, x, plain ? Integer.valueOf(1) : op.integer(at + 2));
        if (rows == 0 || columns == 0 || rows == columns) {
            return Extents.UNKNOWN;
        }
        Dim count = count(x.back(rows), x.back(columns), plain ? Integer.valueOf(0) : op.integer(at));
        return x.without(Math.max(rows, columns))
                .without(Math.min(rows, columns))
                .and(count);
    }

    private static Extents embedded(Operation op) {
        Extents x = op.shape(0);
        if (!op.hasRank(0, 1) || x.count() == 0) {
            return Extents.UNKNOWN;
        }
        boolean plain = op.count() == 1;
        int rank = x.open() ? -1 : x.count() + 1;
        int a = plain ? 2 : op.place(0, rank, x.count() + 1, op.integer(2));
        int b = plain ? 1 : op.place(0, rank, x.count() + 1, op.integer(3));
        if (a == 0 || b == 0 || a == b) {
            return Extents.UNKNOWN;
        }
        Dim side = side(x.back(1), plain ? Integer.valueOf(0) : op.integer(1));
        Extents rest = x.without(1);
        return rest.inserting(Math.min(a, b), side).inserting(Math.max(a, b), side);
    }
}
