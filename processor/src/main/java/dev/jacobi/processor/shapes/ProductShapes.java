package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Products of vectors, matrices, and stacks of matrices. */
final class ProductShapes {

    private ProductShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(table, op -> product(op, 0, 2, 1, 2), "mm");
        ShapeTable.put(table, op -> product(op, 0, 2, 1, 1), "mv");
        ShapeTable.put(table, op -> stacks(op, 0, 1), "bmm");
        ShapeTable.put(table, op -> added(op, product(op, 1, 2, 2, 2)), "addmm");
        ShapeTable.put(table, op -> added(op, product(op, 1, 2, 2, 1)), "addmv");
        ShapeTable.put(table, op -> added(op, stacks(op, 1, 2)), "baddbmm");
        ShapeTable.put(table, ProductShapes::matmul, "matmul");
        ShapeTable.put(table, ProductShapes::dot, "dot", "vdot");
        ShapeTable.put(table, ProductShapes::outer, "outer", "ger");
        ShapeTable.put(table, ProductShapes::inner, "inner");
        ShapeTable.put(table, ProductShapes::tensordot, "tensordot");
        ShapeTable.put(table, ProductShapes::kron, "kron");
        ShapeTable.put(table, ProductShapes::cross, "cross");
        ShapeTable.put(table, ProductShapes::distances, "cdist");
        ShapeTable.put(table, ProductShapes::pairs, "pdist");
    }

    /** A matrix by a matrix or a vector. */
    private static Extents product(Operation op, int x, int rankOfX, int y, int rankOfY) {
        if (!op.isRank(x, rankOfX) || !op.isRank(y, rankOfY)) {
            return Extents.UNKNOWN;
        }
        Extents a = op.shape(x);
        Extents b = op.shape(y);
        if (op.differ(a.back(1), b.back(rankOfY))) {
            return inner(op, x, y, a.back(1), b.back(rankOfY));
        }
        return rankOfY == 2 ? Extents.of(a.back(2), b.back(1)) : Extents.of(a.back(2));
    }

    private static Extents inner(Operation op, int x, int y, Dim columns, Dim rows) {
        Extents b = op.shape(y);
        boolean turned = b.count() >= 2 && columns.equals(b.back(1));
        return op.refuse(
                List.of(x, y),
                "the first must have as many columns as the second has " + (b.count() >= 2 ? "rows, " : "elements, ")
                        + Operation.unequal(columns, rows),
                turned ? "the second one turned by " + (b.count() == 2 ? "t()" : "mT()") + " would fit" : "");
    }

    private static Extents stacks(Operation op, int x, int y) {
        if (!op.isRank(x, 3) || !op.isRank(y, 3)) {
            return Extents.UNKNOWN;
        }
        Extents a = op.shape(x);
        Extents b = op.shape(y);
        if (op.differ(a.back(3), b.back(3))) {
            return op.refuse("there must be as many matrices, " + Operation.unequal(a.back(3), b.back(3)), x, y);
        }
        return op.differ(a.back(1), b.back(2))
                ? inner(op, x, y, a.back(1), b.back(2))
                : Extents.of(Dim.meet(a.back(3), b.back(3)), a.back(2), b.back(1));
    }

    /** A product and what is stretched to its shape and added. */
    private static Extents added(Operation op, Extents product) {
        Extents x = op.shape(0);
        boolean fits = !product.open() ? !x.hasMoreThan(product.count()) : true;
        for (int i = 1; fits && i <= Math.min(x.count(), product.count()); i++) {
            fits = !Dim.differ(x.back(i), product.back(i)) || x.back(i).is(1);
        }
        return fits ? product : op.refuse("it does not stretch to the shape " + product + " of the product", 0);
    }

    private static Extents matmul(Operation op) {
        if (!op.hasRank(0, 1) || !op.hasRank(1, 1)) {
            return Extents.UNKNOWN;
        }
        Extents x = op.shape(0);
        Extents y = op.shape(1);
        boolean vector = y.isClosed(1);
        boolean row = x.isClosed(1);
        if (!vector && y.count() < 2) {
            return Extents.UNKNOWN; // a vector or matrices
        }
        Dim rows = vector ? y.back(1) : y.back(2);
        if (op.differ(x.back(1), rows)) {
            return inner(op, 0, 1, x.back(1), rows);
        }
        if (!row && x.count() < 2) {
            return Extents.UNKNOWN;
        }
        Extents left = row ? Extents.SCALAR : x.before(2);
        Extents right = vector ? Extents.SCALAR : y.before(2);
        if (Extents.cannotBroadcast(left, right)) {
            return op.refuse(
                    "the dimensions before the last two, " + left + " and " + right + ", must broadcast", 0, 1);
        }
        Extents stack = Extents.broadcast(left, right);
        Extents first = row ? stack : stack.and(x.back(2));
        return vector ? first : first.and(y.back(1));
    }

    private static Extents dot(Operation op) {
        if (op.isRank(0, 1)
                && op.isRank(1, 1)
                && op.differ(op.shape(0).back(1), op.shape(1).back(1))) {
            return op.refuse(
                    "both must be of one length, "
                            + Operation.not(op.shape(0).back(1), op.shape(1).back(1)),
                    0,
                    1);
        }
        return Extents.SCALAR;
    }

    private static Extents outer(Operation op) {
        boolean vectors = op.isRank(0, 1) && op.isRank(1, 1);
        return vectors ? Extents.of(op.shape(0).back(1), op.shape(1).back(1)) : Extents.UNKNOWN;
    }

    /** Over the last dimensions, of which one may be stretched. */
    private static Extents inner(Operation op) {
        Extents x = op.shape(0);
        Extents y = op.shape(1);
        if (x.isClosed(0) || y.isClosed(0)) {
            return Extents.broadcast(x, y);
        }
        if (x.open() || y.open()) {
            return Extents.UNKNOWN;
        }
        if (op.differ(x.back(1), y.back(1))) {
            return op.refuse("the last dimensions must be equal, " + Operation.not(x.back(1), y.back(1)), 0, 1);
        }
        return x.before(1).and(y.before(1).dims());
    }

    /** The last dimensions of one with the first of the other. */
    private static Extents tensordot(Operation op) {
        Extents x = op.shape(0);
        Extents y = op.shape(1);
        Integer dims = op.integer(2);
        if (dims == null || x.open() || y.open() || dims < 0) {
            return Extents.UNKNOWN;
        }
        if (dims > x.count() || dims > y.count()) {
            return op.refuse("they haven't both " + dims + " dimensions to sum over", 0, 1);
        }
        for (int i = 0; i < dims; i++) {
            Dim a = x.back(dims - i);
            Dim b = y.dims().get(i);
            if (Dim.cannotBroadcast(a, b)) {
                return op.refuse(
                        "the last " + dims + " of the first and the first " + dims + " of the second must be equal, "
                                + Operation.not(a, b),
                        0,
                        1);
            }
        }
        return x.before(dims).and(y.dims().subList(dims, y.count()));
    }

    private static Extents kron(Operation op) {
        Extents x = op.shape(0);
        Extents y = op.shape(1);
        List<Dim> dims = new ArrayList<>();
        for (int i = Math.max(x.count(), y.count()); i >= 1; i--) {
            dims.add(Dim.times(x.back(i), y.back(i)));
        }
        return new Extents(x.open() || y.open(), dims);
    }

    private static Extents cross(Operation op) {
        Extents shape = ElementwiseShapes.stretched(op, List.of(0, 1));
        int place = op.ownPlace(0, shape, op.integer(2));
        if (place > 0 && shape.back(place) instanceof Dim.Known length && length.value() != 3) {
            return op.refuse("the dimension of the vectors must have length 3", 0, 1);
        }
        return shape;
    }

    /** One for each pair of rows. */
    private static Extents pairs(Operation op) {
        if (!op.isRank(0, 2)) {
            return Extents.UNKNOWN;
        }
        if (!(op.shape(0).back(2) instanceof Dim.Known rows)) {
            return Extents.of(Dim.unknown());
        }
        long pairs = (long) rows.value() * (rows.value() - 1) / 2;
        return Extents.of(pairs <= Integer.MAX_VALUE ? Dim.of((int) pairs) : Dim.unknown());
    }

    /** Of points that are rows. */
    private static Extents distances(Operation op) {
        if (!op.hasRank(0, 2) || !op.hasRank(1, 2)) {
            return Extents.UNKNOWN;
        }
        Extents x = op.shape(0);
        Extents y = op.shape(1);
        if (op.differ(x.back(1), y.back(1))) {
            return op.refuse("the last dimensions must be equal, " + Operation.not(x.back(1), y.back(1)), 0, 1);
        }
        if (x.count() < 2 || y.count() < 2 || Extents.cannotBroadcast(x.before(2), y.before(2))) {
            return Extents.UNKNOWN;
        }
        return Extents.broadcast(x.before(2), y.before(2)).and(x.back(2), y.back(2));
    }
}
