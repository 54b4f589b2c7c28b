package dev.jacobi.processor.shapes;

import java.util.List;
import java.util.Map;

/** Parts chosen by integers or masks, and tensors with other numbers in such places. */
final class IndexShapes {

    private IndexShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(table, IndexShapes::selected, "indexSelect");
        ShapeTable.put(
                table, op -> op.isRank(0, 2) ? op.shape(1).and(op.shape(0).back(1)) : Extents.UNKNOWN, "embedding");
        ShapeTable.put(table, op -> op.shape(1), "take");
        ShapeTable.put(table, op -> gathered(op, 2), "gather");
        ShapeTable.put(table, IndexShapes::takenAlong, "takeAlongDim");
        ShapeTable.put(table, IndexShapes::masked, "maskedSelect");
        ShapeTable.put(table, IndexShapes::indexed, "index");
        ShapeTable.put(table, op -> op.shape(0), "indexPut");
        ShapeTable.put(table, IndexShapes::filled, "indexFill");
        ShapeTable.put(table, IndexShapes::scattered, "scatter", "scatterAdd");
        ShapeTable.put(table, op -> updated(op, chosen(op), 3), "indexAdd", "indexCopy");
        ShapeTable.put(table, IndexShapes::put, "put");
        ShapeTable.put(table, op -> updated(op, PartShapes.selected(op, 2, 3), 1), "selectScatter");
        ShapeTable.put(table, op -> updated(op, PartShapes.sliced(op, 2), 1), "sliceScatter");
        ShapeTable.put(table, op -> updated(op, DiagonalShapes.diagonal(op, 2), 1), "diagonalScatter");
    }

    /** As many as the mask says. */
    private static Extents masked(Operation op) {
        ElementwiseShapes.stretched(op, List.of(0, 1));
        return Extents.of(Dim.unknown());
    }

    private static Extents filled(Operation op) {
        op.place(0, op.shape(0), op.integer(1));
        boolean fits = !op.parameters().get(2).endsWith("Tensor") || op.isRank(3, 0);
        return fits ? op.shape(0) : Extents.UNKNOWN;
    }

    /** A tensor with others in the place of a part, which must have its shape. */
    private static Extents updated(Operation op, Extents part, int src) {
        return Extents.differ(part, op.shape(src))
                ? op.refuse("what is put in must have the shape " + part + " of its place", 0, src)
                : op.shape(0);
    }

    /** The part that an index chooses along a dimension. */
    private static Extents chosen(Operation op) {
        Extents x = op.shape(0);
        int place = op.place(0, x, op.integer(1));
        return place == 0 ? Extents.UNKNOWN : x.with(place, index(op, 2));
    }

    private static Dim index(Operation op, int operand) {
        return op.shape(operand).isClosed(1) ? op.shape(operand).back(1) : Dim.unknown();
    }

    /** In the shape of the index, which is no longer than x but along the dimension. */
    private static Extents gathered(Operation op, int operand) {
        Extents x = op.shape(0);
        Extents index = op.shape(operand);
        int place = op.place(0, x, op.integer(1));
        if (x.open() || index.open() || index.size().is(0)) {
            return index;
        }
        if (rank(x) != rank(index)) {
            return op.refuse("the index must have as many dimensions", 0, operand);
        }
        if (place > 0 && index.isKnown() && isLonger(index, x, place)) {
            return op.refuse("the index may be longer only in the dimension that it is along", 0, operand);
        }
        return index;
    }

    /** A single number counts as having one dimension, of length 1. */
    private static int rank(Extents shape) {
        return Math.max(shape.count(), 1);
    }

    /** Whether a shape is longer than another in a dimension, but for one. */
    private static boolean isLonger(Extents index, Extents x, int except) {
        boolean longer = false;
        for (int i = 1; i <= index.count(); i++) {
            longer |= i != except
                    && x.back(i) instanceof Dim.Known own
                    && index.back(i) instanceof Dim.Known other
                    && other.value() > own.value();
        }
        return longer;
    }

    private static Extents scattered(Operation op) {
        Extents index = gathered(op, 2);
        boolean numbers = op.parameters().get(2).equals("double");
        Extents src = numbers ? index : op.shape(3);
        if (index.open() || src.open() || !index.isKnown() || index.size().is(0)) {
            return op.shape(0);
        }
        return rank(index) != rank(src) || isLonger(index, src, 0)
                ? op.refuse("what is put in must have as many dimensions as the index, and none shorter", 2, 3)
                : op.shape(0);
    }

    /** As gathered, but that lengths of 1 are stretched. */
    private static Extents takenAlong(Operation op) {
        Extents x = op.shape(0);
        Extents index = op.shape(1);
        if (x.open() || index.open()) {
            return Extents.UNKNOWN;
        }
        int place = op.ownPlace(0, x, op.integer(2));
        if (x.count() != index.count()) {
            return op.refuse("the index must have as many dimensions", 0, 1);
        }
        if (place == 0) {
            return Extents.UNKNOWN;
        }
        Extents others = x.with(place, Dim.one());
        Extents own = index.with(place, Dim.one());
        return Extents.cannotBroadcast(others, own)
                ? op.refuse("but along that dimension lengths must be equal or 1", 0, 1)
                : Extents.broadcast(others, own).with(place, index.back(place));
    }

    private static Extents put(Operation op) {
        return Dim.differ(op.shape(1).size(), op.shape(2).size())
                ? op.refuse("there must be a number for each place of the index", 1, 2)
                : op.shape(0);
    }

    private static Extents selected(Operation op) {
        Extents x = op.shape(0);
        int place = op.place(0, x, op.integer(1));
        if (place == 0) {
            return Extents.UNKNOWN;
        }
        boolean numbers = op.parameters().get(1).equals("int[]");
        List<Value> list = numbers ? op.list(2) : null;
        Dim length = numbers ? list == null ? Dim.unknown() : Dim.of(list.size()) : index(op, 2);
        return x.with(place, length);
    }

    /** The shape that the indices are stretched to, then the dimensions without one. */
    private static Extents indexed(Operation op) {
        List<Value> indices = op.list(1);
        Extents x = op.shape(0);
        if (indices == null || x.open()) {
            return Extents.UNKNOWN;
        }
        if (indices.size() > x.count()) {
            return op.refuse("it has not so many dimensions as there are indices", 0);
        }
        Extents places = Extents.SCALAR;
        for (Value index : indices) {
            Extents shape = index instanceof Value.Shaped shaped ? shaped.extents() : Extents.UNKNOWN;
            if (Extents.cannotBroadcast(places, shape)) {
                return Extents.UNKNOWN;
            }
            places = Extents.broadcast(places, shape);
        }
        return places.and(x.dims().subList(indices.size(), x.count()));
    }
}
