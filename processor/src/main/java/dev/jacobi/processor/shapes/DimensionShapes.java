package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dimensions exchanged, moved, dropped and put in. */
final class DimensionShapes {

    private DimensionShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(table, DimensionShapes::turned, "t");
        ShapeTable.put(table, op -> exchanged(op, 1, 2), "transpose", "swapaxes");
        ShapeTable.put(table, DimensionShapes::permuted, "permute");
        ShapeTable.put(table, DimensionShapes::moved, "movedim");
        ShapeTable.put(table, DimensionShapes::squeezed, "squeeze");
        ShapeTable.put(table, DimensionShapes::unsqueezed, "unsqueeze");
        ShapeTable.put(table, op -> atLeast(op.shape(0), 1), "atLeast1d");
        ShapeTable.put(table, op -> atLeast(op.shape(0), 2), "atLeast2d");
        ShapeTable.put(table, op -> atLeast(op.shape(0), 3), "atLeast3d");
        ShapeTable.put(table, op -> op.hasRank(0, 2) ? op.shape(0) : Extents.UNKNOWN, "fliplr");
        ShapeTable.put(table, op -> op.hasRank(0, 1) ? op.shape(0) : Extents.UNKNOWN, "flipud");
        ShapeTable.put(table, DimensionShapes::quarterTurned, "rot90");
        ShapeTable.put(table, DimensionShapes::flipped, "flip");
        ShapeTable.put(table, DimensionShapes::rolled, "roll", "rollBack");
    }

    private static Extents turned(Operation op) {
        Extents x = op.shape(0);
        if (x.hasMoreThan(2)) {
            return op.refuse("it must have at most 2 dimensions; transpose or permute exchange others", 0);
        }
        if (x.open()) {
            return Extents.UNKNOWN;
        }
        return x.count() < 2 ? x : Extents.of(x.back(1), x.back(2));
    }

    private static Extents exchanged(Operation op, int first, int second) {
        Extents x = op.shape(0);
        int a = op.place(0, x, op.integer(first));
        int b = op.place(0, x, op.integer(second));
        return a == 0 || b == 0 ? Extents.UNKNOWN : x.with(a, x.back(b)).with(b, x.back(a));
    }

    private static Extents permuted(Operation op) {
        Extents x = op.shape(0);
        List<Integer> dims = op.integers(1);
        if (dims == null) {
            return x.open() ? Extents.UNKNOWN : anyOrder(x.count());
        }
        if (x.isNotOf(dims.size())) {
            return op.refuse(dims + " must name each of its dimensions once", 0);
        }
        return x.open() ? anyOrder(dims.size()) : ordered(op, x, dims);
    }

    private static Extents anyOrder(int rank) {
        List<Dim> dims = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            dims.add(Dim.unknown());
        }
        return Extents.of(dims);
    }

    private static Extents ordered(Operation op, Extents x, List<Integer> dims) {
        List<Dim> ordered = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int dim : dims) {
            int place = op.place(0, x, dim);
            if (place == 0) {
                return Extents.UNKNOWN;
            }
            if (places.contains(place)) {
                return op.refuse(dims + " must name each of its dimensions once", 0);
            }
            places.add(place);
            ordered.add(x.back(place));
        }
        return Extents.of(ordered);
    }

    /** Those that aren't moved keep their order. */
    private static Extents moved(Operation op) {
        Extents x = op.shape(0);
        boolean one = op.parameters().get(0).equals("int");
        List<Integer> from = one ? of(op.integer(1)) : op.integers(1);
        List<Integer> to = one ? of(op.integer(2)) : op.integers(2);
        if (x.open() || from == null || to == null || from.size() != to.size()) {
            return Extents.UNKNOWN;
        }
        if (x.isClosed(0)) {
            return along(op, from);
        }
        int rank = x.count();
        Integer[] order = new Integer[rank];
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            rest.add(i);
        }
        for (int i = 0; i < from.size(); i++) {
            int source = op.place(0, x, from.get(i));
            int target = op.place(0, x, to.get(i));
            if (source == 0 || target == 0 || order[rank - target] != null || !rest.remove((Integer) (rank - source))) {
                return Extents.UNKNOWN;
            }
            order[rank - target] = rank - source;
        }
        List<Dim> dims = new ArrayList<>();
        for (Integer axis : order) {
            dims.add(x.dims().get(axis == null ? rest.remove(0) : axis));
        }
        return Extents.of(dims);
    }

    private static @Nullable List<Integer> of(@Nullable Integer number) {
        return number == null ? null : List.of(number);
    }

    private static Extents squeezed(Operation op) {
        Extents x = op.shape(0);
        if (op.count() == 1) {
            return allSqueezed(x);
        }
        int place = op.place(0, x, op.integer(1));
        if (place == 0) {
            return Extents.UNKNOWN;
        }
        Dim length = x.back(place);
        if (length instanceof Dim.Known) {
            return length.is(1) ? x.without(place) : x;
        }
        return new Extents(true, x.last(place - 1)); // there or not, those behind it stay
    }

    private static Extents allSqueezed(Extents x) {
        List<Dim> left = new ArrayList<>();
        boolean open = x.open();
        for (Dim dim : x.dims()) {
            if (!dim.isKnown()) {
                open = true;
                left.clear();
            } else if (!dim.is(1)) {
                left.add(dim);
            }
        }
        return new Extents(open, left);
    }

    private static Extents unsqueezed(Operation op) {
        Extents x = op.shape(0);
        int place = op.place(0, x.open() ? -1 : x.count() + 1, x.count() + 1, op.integer(1));
        return place == 0 ? Extents.UNKNOWN : x.inserting(place, Dim.one());
    }

    /** [n], [1, n], [1, n, 1]. */
    static Extents atLeast(Extents x, int rank) {
        if (x.open() && x.count() < rank) {
            return Extents.UNKNOWN;
        }
        Extents wide = x;
        if (rank >= 1 && wide.count() == 0) {
            wide = wide.inserting(1, Dim.one());
        }
        if (rank >= 2 && wide.count() == 1) {
            wide = wide.inserting(2, Dim.one());
        }
        return rank >= 3 && wide.count() == 2 ? wide.inserting(1, Dim.one()) : wide;
    }

    private static Extents quarterTurned(Operation op) {
        Integer times = op.integer(1);
        Extents x = op.shape(0);
        int a = op.ownPlace(0, x, op.integer(2));
        int b = op.ownPlace(0, x, op.integer(3));
        if (times == null || a == 0 || b == 0 || a == b) {
            return Extents.UNKNOWN;
        }
        return times % 2 == 0 ? x : x.with(a, x.back(b)).with(b, x.back(a));
    }

    private static Extents flipped(Operation op) {
        return along(op, op.integers(1));
    }

    private static Extents rolled(Operation op) {
        List<Integer> dims =
                op.count() < 3 ? List.of() : op.parameters().get(1).equals("int") ? of(op.integer(2)) : op.integers(2);
        for (int dim : dims == null ? List.<Integer>of() : dims) {
            op.ownPlace(0, op.shape(0), dim);
        }
        return op.shape(0);
    }

    /** The same shape, if it has these dimensions. */
    private static Extents along(Operation op, @Nullable List<Integer> dims) {
        for (int dim : dims == null ? List.<Integer>of() : dims) {
            op.place(0, op.shape(0), dim);
        }
        return op.shape(0);
    }
}
