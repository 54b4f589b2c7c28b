package dev.jacobi.processor.shapes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of tensors, by position. */
final class PartShapes {

    private PartShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(table, PartShapes::element, "get");
        ShapeTable.put(table, PartShapes::narrowed, "narrow");
        ShapeTable.put(table, op -> selected(op, 1, 2), "select");
        ShapeTable.put(table, op -> sliced(op, 1), "slice");
    }

    /** {@code x.get(i)} is a row of a matrix. */
    private static Extents element(Operation op) {
        List<Dim> index = op.numbers(1);
        Extents x = op.shape(0);
        if (index == null || x.open()) {
            return Extents.UNKNOWN;
        }
        if (index.size() > x.count()) {
            return op.refuse("it has not so many dimensions as the index " + Extents.of(index) + " has entries", 0);
        }
        for (int i = 0; i < index.size(); i++) {
            if (isOutside(index.get(i), x.dims().get(i))) {
                return outside(op, index.get(i), x.count() - i);
            }
        }
        return Extents.of(x.dims().subList(index.size(), x.count()));
    }

    private static boolean isOutside(Dim index, Dim length) {
        return index instanceof Dim.Known i
                && length instanceof Dim.Known n
                && (i.value() >= n.value() || i.value() < -n.value());
    }

    private static Extents outside(Operation op, Dim index, int place) {
        return op.refuse(
                "index " + index + " is out of bounds for dimension "
                        + (op.shape(0).count() - place),
                0);
    }

    private static Extents narrowed(Operation op) {
        Extents x = op.shape(0);
        int place = op.ownPlace(0, x, op.integer(1));
        if (place == 0) {
            return Extents.UNKNOWN;
        }
        Integer start = op.integer(2);
        Integer length = op.integer(3);
        if (start != null && length != null && x.back(place) instanceof Dim.Known whole) {
            int from = start < 0 ? start + whole.value() : start;
            if (from < 0 || length < 0 || from > whole.value() - length) {
                return op.refuse(length + " from " + start + " on are out of bounds for a dimension of " + whole, 0);
            }
        }
        return x.with(place, op.number(3));
    }

    /** @param dim the operand that names the dimension */
    static Extents selected(Operation op, int dim, int index) {
        Extents x = op.shape(0);
        int place = op.ownPlace(0, x, op.integer(dim));
        if (place == 0) {
            return Extents.UNKNOWN;
        }
        return !x.open() && isOutside(op.number(index), x.back(place))
                ? outside(op, op.number(index), place)
                : x.without(place);
    }

    /** @param dim the operand that names the dimension; behind it are the bounds */
    static Extents sliced(Operation op, int dim) {
        Extents x = op.shape(0);
        int place = op.ownPlace(0, x, op.integer(dim));
        if (place == 0) {
            return Extents.UNKNOWN;
        }
        Integer step = op.count() == dim + 4 ? op.integer(dim + 3) : Integer.valueOf(1);
        return x.with(place, count(x.back(place), op.integer(dim + 1), op.integer(dim + 2), step));
    }

    /** How many are between bounds, which are clamped. */
    private static Dim count(Dim length, @Nullable Integer start, @Nullable Integer end, @Nullable Integer step) {
        if (!(length instanceof Dim.Known whole) || start == null || end == null || step == null || step <= 0) {
            return Dim.unknown();
        }
        int from = clamped(start, whole.value());
        int to = clamped(end, whole.value());
        return Dim.of(to <= from ? 0 : 1 + (to - from - 1) / step);
    }

    static int clamped(int bound, int length) {
        return Math.max(0, Math.min(length, bound < 0 ? bound + length : bound));
    }
}
