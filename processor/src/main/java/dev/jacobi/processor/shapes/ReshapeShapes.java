package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same elements in another shape, or repeated, or with others around them. */
final class ReshapeShapes {

    private ReshapeShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(table, ReshapeShapes::reshaped, "reshape", "view");
        ShapeTable.put(table, "Index.reshape", ReshapeShapes::reshaped);
        ShapeTable.put(table, "Mask.reshape", ReshapeShapes::reshaped);
        ShapeTable.put(table, ReshapeShapes::reshapedAs, "reshapeAs", "viewAs");
        ShapeTable.put(table, ReshapeShapes::flattened, "flatten");
        ShapeTable.put(table, ReshapeShapes::unflattened, "unflatten");
        ShapeTable.put(table, ReshapeShapes::expanded, "expand", "broadcastTo");
        ShapeTable.put(table, op -> stretchedTo(op, op.shape(1)), "expandAs", "expandTo");
        ShapeTable.put(table, ReshapeShapes::tiled, "tile", "repeat");
        ShapeTable.put(table, ReshapeShapes::interleaved, "repeatInterleave");
        ShapeTable.put(table, ReshapeShapes::padded, "pad", "padReflect", "padReplicate", "padCircular");
        ShapeTable.put(table, ReshapeShapes::windows, "unfold");
    }

    private static Extents reshaped(Operation op) {
        List<Dim> wanted = op.numbers(1);
        return wanted == null ? Extents.UNKNOWN : filled(op, op.shape(0), wanted);
    }

    /**
     * The shape whose lengths are given, one of which may be -1. Names that both sides have cancel out: [batch, 2, 3]
     * in the shape (batch, -1) is [batch, 6].
     */
    private static Extents filled(Operation op, Extents from, List<Dim> wanted) {
        int rest = -1;
        Dim known = Dim.one();
        List<Dim> unmatched = new ArrayList<>(from.dims());
        for (int i = 0; i < wanted.size(); i++) {
            Dim dim = wanted.get(i);
            if (dim.is(-1) && rest < 0) {
                rest = i;
            } else if (dim instanceof Dim.Known number && number.value() < 0) {
                return op.refuse(
                        "the shape " + Extents.of(wanted) + " may have one -1, and no other negative length", 0);
            } else if (!(dim instanceof Dim.Named) || !unmatched.remove(dim)) {
                known = dim.is(0) ? dim : Dim.times(known, dim);
            }
        }
        Dim size = new Extents(from.open(), unmatched).size();
        List<Dim> shape = new ArrayList<>(wanted);
        if (rest < 0) {
            return Dim.differ(size, known) ? unfilled(op, from, wanted) : Extents.of(shape);
        }
        shape.set(rest, Dim.unknown());
        if (size instanceof Dim.Known all && known instanceof Dim.Known part) {
            if (part.value() == 0 || all.value() % part.value() != 0) {
                return unfilled(op, from, wanted);
            }
            shape.set(rest, Dim.of(all.value() / part.value()));
        } else if (known.is(1) && unmatched.size() == 1 && !from.open()) {
            shape.set(rest, unmatched.get(0));
        } else if (!from.open() && known.isKnown()) {
            shape.set(rest, onlyName(unmatched, known));
        }
        return Extents.of(shape);
    }

    /** Of [2, batch, 3] in (6, -1) batch is left. */
    private static Dim onlyName(List<Dim> unmatched, Dim known) {
        List<Dim> names = unmatched.stream().filter(dim -> !dim.isKnown()).toList();
        List<Dim> numbers = unmatched.stream().filter(Dim::isKnown).toList();
        boolean rest = names.size() == 1 && Extents.of(numbers).size().equals(known) && !known.is(0);
        return rest ? names.get(0) : Dim.unknown();
    }

    private static Extents unfilled(Operation op, Extents from, List<Dim> wanted) {
        Dim size = from.size();
        return op.refuse(
                (size.isKnown() ? "its " + size + " elements" : "its elements") + " do not fill the shape "
                        + Extents.of(wanted),
                0);
    }

    private static Extents reshapedAs(Operation op) {
        Extents like = op.shape(1);
        if (Dim.differ(op.shape(0).size(), like.size())) {
            return op.refuse(
                    "the " + op.shape(0).size() + " elements of one do not fill the " + like.size() + " of the other",
                    0,
                    1);
        }
        return like;
    }

    private static Extents flattened(Operation op) {
        Extents x = op.shape(0);
        if (op.count() == 1) {
            return Extents.of(x.size());
        }
        int start = op.place(0, x, op.integer(1));
        int end = op.count() == 2 ? 1 : op.place(0, x, op.integer(2));
        if (x.isClosed(0)) {
            return Extents.of(Dim.one());
        }
        if (start == 0 || end == 0 || start < end) {
            return Extents.UNKNOWN;
        }
        List<Dim> between = x.last(start).subList(0, start - end + 1);
        return x.before(start).and(Extents.of(between).size()).and(x.last(end - 1));
    }

    private static Extents unflattened(Operation op) {
        Extents x = op.shape(0);
        int place = op.ownPlace(0, x, op.integer(1));
        List<Dim> sizes = op.numbers(2);
        if (place == 0 || sizes == null) {
            return Extents.UNKNOWN;
        }
        Extents apart = filled(op, Extents.of(x.back(place)), sizes);
        return apart.open()
                ? Extents.UNKNOWN
                : x.before(place).and(apart.dims()).and(x.last(place - 1));
    }

    /** -1 leaves a length as it is. */
    private static Extents expanded(Operation op) {
        List<Dim> wanted = op.numbers(1);
        if (wanted == null) {
            return Extents.UNKNOWN;
        }
        List<Dim> shape = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Dim own = op.shape(0).back(wanted.size() - i);
            shape.add(wanted.get(i).is(-1) ? own : wanted.get(i));
        }
        return stretchedTo(op, Extents.of(shape));
    }

    private static Extents stretchedTo(Operation op, Extents shape) {
        Extents x = op.shape(0);
        boolean fits = shape.open() || !x.hasMoreThan(shape.count());
        for (int i = 1; fits && i <= Math.min(x.count(), shape.count()); i++) {
            fits = !Dim.differ(x.back(i), shape.back(i)) || x.back(i).is(1);
        }
        return fits
                ? shape
                : op.refuse(
                        "it does not stretch to " + shape
                                + ": counted from the last, each of its dimensions must be 1 or equal the other",
                        0);
    }

    private static Extents tiled(Operation op) {
        Extents x = op.shape(0);
        List<Dim> repeats = op.numbers(1);
        if (repeats == null) {
            return Extents.UNKNOWN;
        }
        Extents times = Extents.of(repeats);
        List<Dim> dims = new ArrayList<>();
        for (int i = Math.max(x.count(), repeats.size()); i >= 1; i--) {
            dims.add(Dim.times(x.back(i), times.back(i)));
        }
        return new Extents(x.open(), dims);
    }

    private static Extents interleaved(Operation op) {
        Extents x = op.shape(0);
        int place = op.ownPlace(0, x, op.integer(2));
        return place == 0 ? Extents.UNKNOWN : x.with(place, Dim.times(x.back(place), op.number(1)));
    }

    /** Pairs of amounts, before and after, for the last dimension first. */
    private static Extents padded(Operation op) {
        List<Dim> amounts = op.numbers(1);
        Extents x = op.shape(0);
        if (amounts == null || amounts.size() % 2 != 0 || amounts.size() / 2 > x.count()) {
            return Extents.UNKNOWN;
        }
        Extents padded = x;
        for (int i = 0; i < amounts.size(); i += 2) {
            int place = i / 2 + 1;
            padded = padded.with(place, Dim.plus(x.back(place), Dim.plus(amounts.get(i), amounts.get(i + 1))));
        }
        return padded;
    }

    private static Extents windows(Operation op) {
        if (op.parameters().get(2).equals("dev.jacobi.tensor.Convolution")) {
            return WindowShapes.columns(op);
        }
        Extents x = op.shape(0);
        int place = op.place(0, x, op.integer(1));
        Integer size = op.integer(2);
        Integer step = op.integer(3);
        if (place == 0) {
            return Extents.UNKNOWN;
        }
        if (x.isClosed(0)) {
            return Extents.of(op.number(2));
        }
        boolean counted = x.back(place).isKnown() && size != null && step != null && step > 0 && size >= 0;
        Dim count = counted && size != null && step != null && x.back(place) instanceof Dim.Known length
                ? length.value() >= size ? Dim.of((length.value() - size) / step + 1) : Dim.unknown()
                : Dim.unknown();
        return x.with(place, count).and(op.number(2));
    }
}
